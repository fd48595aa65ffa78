#pragma once
/// What must happen outside: described in the world, performed by the outbox once the act that asked for it is durable.
/// How it went comes back as an entry, so a restart sends again exactly what is open.

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/fields.h"

#include <cstdint>
#include <optional>

namespace cresset {

enum class RequestKind : std::uint8_t { notify_unit, recall_unit, sound_alarm };
template <>
struct EnumWords<RequestKind> {
    static constexpr std::array<std::string_view, 3> words{"notify_unit", "recall_unit", "sound_alarm"};
};

enum class RequestState : std::uint8_t { open, sent, delivered, failed };
template <>
struct EnumWords<RequestState> {
    static constexpr std::array<std::string_view, 4> words{"open", "sent", "delivered", "failed"};
};

/// Known by the entry that asked for it and its place there.
struct RequestId {
    Seq asked_by;
    std::uint16_t part = 0;
    friend constexpr auto operator<=>(RequestId const&, RequestId const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("asked_by", &RequestId::asked_by), field("part", &RequestId::part)};
    }
};

struct Request {
    RequestKind kind = RequestKind::notify_unit;
    RequestState state = RequestState::open;
    std::optional<UnitId> unit;
    std::optional<IncidentId> incident;
    std::optional<AlertId> alert;
    Instant asked_at{};
    friend bool operator==(Request const&, Request const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("alert", &Request::alert),       field("asked_at", &Request::asked_at),
                          field("incident", &Request::incident), field("kind", &Request::kind),
                          field("state", &Request::state),       field("unit", &Request::unit)};
    }
};

}  // namespace cresset
