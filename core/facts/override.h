#pragma once
/// Why somebody was sent who was not recommended. Like a note it is appended, never changed; a later one of the same
/// units says more.

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/fields.h"
#include "core/facts/text_ref.h"

#include <optional>
#include <string>
#include <vector>

namespace cresset {

struct Override {
    IncidentId incident;
    Instant at{};
    PersonId who;
    std::vector<UnitId> units;       // who was sent
    std::vector<UnitId> instead_of;  // who was recommended and stayed; empty: nobody, the reason was given all the same
    std::string reason;              // code of resources/codes/dispatch_rules.json; empty: in own words, or none given
    std::optional<TextRef> text;     // in own words
    bool given() const { return !reason.empty() || text.has_value(); }
    friend bool operator==(Override const&, Override const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("at", &Override::at),
                          field("incident", &Override::incident),
                          field("instead_of", &Override::instead_of),
                          field("reason", &Override::reason),
                          field("text", &Override::text),
                          field("units", &Override::units),
                          field("who", &Override::who)};
    }
};

}  // namespace cresset
