#pragma once
/// For which units of a room a fleet feed may speak: for all, or for one alone, by their call signs in any case; never
/// for those that the simulated city drives or that have a feed of their own. Units that are not in the room are not
/// made here: what is said of them is for the operator to see.

#include "core/session/session.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cresset::app {

class FleetRoster {
public:
    /// `call_sign` is every_unit or that of the only one. The session must outlive this.
    FleetRoster(Session& session, std::string call_sign);
    ~FleetRoster();
    FleetRoster(FleetRoster const&) = delete;
    FleetRoster& operator=(FleetRoster const&) = delete;

    std::optional<UnitId> unit_of(std::string_view call_sign);
    /// These have feeds of their own.
    void withhold(std::set<UnitId> units);
    /// Another number whenever unit_of() may answer differently.
    unsigned edition() const { return edition_; }

private:
    void call_the_roll();

    Session& session_;
    std::string only_;  // in small letters; empty: every unit
    std::set<UnitId> withheld_;
    std::unordered_map<std::string, UnitId> units_;  // by call sign in small letters
    bool called_ = false;
    unsigned edition_ = 0;
    int view_ = 0;
};

}  // namespace cresset::app
