#pragma once
/// Which device may speak for which units. What a device says for any other unit is put into quarantine: counted and
/// kept by name for the operator to see, never shown on the map.

#include "core/base/ids.h"
#include "core/base/table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cresset::feeds {

class Bindings {
public:
    /// At most so many different claims are kept by name; all are counted.
    static constexpr std::size_t quarantine_limit = 256;

    void bind(std::string const& device, UnitId unit);
    void unbind(std::string_view device);

    /// The unit of a device that is bound to exactly one, for protocols that name no unit (NMEA).
    std::optional<UnitId> only_unit_of(std::string_view device) const;
    bool may_speak(std::string_view device, UnitId unit) const;
    /// The same, and puts a claim that is refused into quarantine under what it claimed to be.
    bool admit(std::string_view device, std::optional<UnitId> unit, std::string_view claimed);

    struct Claim {
        std::string device;
        std::string claimed;
        auto operator<=>(Claim const&) const = default;
    };
    /// Refused claims and how often each came, in order of their names.
    Table<Claim, std::uint64_t> const& quarantine() const { return quarantine_; }
    std::uint64_t refused() const { return refused_; }

private:
    Table<std::string, std::vector<UnitId>> units_;
    Table<Claim, std::uint64_t> quarantine_;
    std::uint64_t refused_ = 0;
};

}  // namespace cresset::feeds
