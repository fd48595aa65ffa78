#pragma once
/// A cordon as it was set: who stands where around a suspect, and where he may still get out. How it is found:
/// core/roads/cordon_planner.h.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/listed.h"
#include "core/facts/mode.h"
#include "core/facts/names.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cresset {

struct CordonPost {
    Place place;
    Names street;
    UnitId unit;
    std::int64_t eta_ms = 0;           // after it was set
    std::int64_t suspect_ms = 0;       // after it was set: he is not there before
    std::optional<Instant> closed_at;  // the unit stands there since
    friend bool operator==(CordonPost const&, CordonPost const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("closed_at", &CordonPost::closed_at),   field("eta_ms", &CordonPost::eta_ms),
                          field("place", &CordonPost::place),           field("street", &CordonPost::street),
                          field("suspect_ms", &CordonPost::suspect_ms), field("unit", &CordonPost::unit)};
    }
    std::int64_t margin_ms() const { return suspect_ms - eta_ms; }
};

struct CordonLeak {
    Place place;
    Names street;
    std::int64_t first_ms = 0;  // after it was set; less than 0: he may have been out for so long
    friend bool operator==(CordonLeak const&, CordonLeak const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("first_ms", &CordonLeak::first_ms), field("place", &CordonLeak::place),
                          field("street", &CordonLeak::street)};
    }
};

struct Cordon {
    IncidentId incident;
    Place seen;  // where the suspect was last
    Instant seen_at{};
    Mode mode = Mode::foot;  // his
    std::uint32_t radius_mm = 0;
    Instant set_at{};
    bool sealed = false;
    std::uint32_t exits = 0, exits_closed = 0;  // that he could reach; of them those that he cannot reach any more
    std::vector<CordonPost> posts;
    std::vector<CordonLeak> leaks;
    std::vector<UnitId> chasers;
    std::optional<Seq> changed_by;
    friend bool operator==(Cordon const&, Cordon const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("changed_by", &Cordon::changed_by),
                          field("chasers", &Cordon::chasers),
                          field("exits", &Cordon::exits),
                          field("exits_closed", &Cordon::exits_closed),
                          field("incident", &Cordon::incident),
                          field("leaks", &Cordon::leaks),
                          field("mode", &Cordon::mode),
                          field("posts", &Cordon::posts),
                          field("radius_mm", &Cordon::radius_mm),
                          field("sealed", &Cordon::sealed),
                          field("seen", &Cordon::seen),
                          field("seen_at", &Cordon::seen_at),
                          field("set_at", &Cordon::set_at)};
    }
    /// In whole percent of the posts, rounded down: how far the ring has closed.
    int closed_percent() const
    {
        std::size_t closed = 0;
        for (CordonPost const& post : posts) closed += post.closed_at ? 1 : 0;
        return posts.empty() ? 0 : static_cast<int>(closed * 100 / posts.size());
    }
};

/// Set, or set anew after the suspect was seen again. The units of its posts are sent there.
struct CordonSet : Listed<CordonId, Cordon> {
    static constexpr std::string_view kind = "cordon.set";
};

/// A post is closed, or open again; said by hand. A unit that is on scene closes its post by that.
struct CordonPostClosed {
    static constexpr std::string_view kind = "cordon.post";
    CordonId cordon;
    std::uint32_t post = 0;  // counted from 0
    bool closed = true;
    friend bool operator==(CordonPostClosed const&, CordonPostClosed const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("closed", &CordonPostClosed::closed), field("cordon", &CordonPostClosed::cordon),
                          field("post", &CordonPostClosed::post)};
    }
};

/// The ring is opened; its units stay at the incident until they are released.
struct CordonLifted {
    static constexpr std::string_view kind = "cordon.lifted";
    CordonId cordon;
    friend bool operator==(CordonLifted const&, CordonLifted const&) = default;
    static constexpr auto fields() { return std::tuple{field("cordon", &CordonLifted::cordon)}; }
};

}  // namespace cresset
