#pragma once
/// What a unit is doing. Letters, colours, legal transitions and limits are data (resources/codes/status.json).
/// Distress is no status: a unit in distress keeps the one it has.

#include "core/facts/fields.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cresset {

enum class Status : std::uint8_t { available, dispatched, en_route, on_scene, busy, on_break, out_of_service };
inline constexpr std::array all_statuses{Status::available, Status::dispatched, Status::en_route,      Status::on_scene,
                                         Status::busy,      Status::on_break,   Status::out_of_service};

template <>
struct EnumWords<Status> {
    static constexpr std::array<std::string_view, 7> words{"available", "dispatched", "en_route",      "on_scene",
                                                           "busy",      "break",      "out_of_service"};
};

/// "available", "En route", "on_scene", "A", "e" ...: the English name, with blank or underscore, or the letter.
std::optional<Status> parse_status(std::string_view text);
/// "en route", as people write it.
std::string_view english(Status status);

/// At work on an incident: dispatched, en route or on scene.
constexpr bool is_committed(Status status)
{
    return status == Status::dispatched || status == Status::en_route || status == Status::on_scene;
}

}  // namespace cresset
