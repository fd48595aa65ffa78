#include "maps/road_tags.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace cresset::maps {

namespace {

using Text = std::optional<std::string_view>;

struct ClassSpeeds {
    std::string_view highway;
    std::int32_t emergency_car, car, ebike, foot;  // km/h
};
constexpr std::array classes{
    ClassSpeeds{"motorway", 115, 95, 0, 0},     ClassSpeeds{"motorway_link", 60, 50, 0, 0},
    ClassSpeeds{"trunk", 85, 65, 20, 5},        ClassSpeeds{"trunk_link", 55, 45, 20, 5},
    ClassSpeeds{"primary", 65, 45, 20, 5},      ClassSpeeds{"primary_link", 50, 35, 20, 5},
    ClassSpeeds{"secondary", 60, 42, 20, 5},    ClassSpeeds{"secondary_link", 45, 32, 20, 5},
    ClassSpeeds{"tertiary", 52, 37, 20, 5},     ClassSpeeds{"tertiary_link", 42, 30, 20, 5},
    ClassSpeeds{"unclassified", 45, 30, 20, 5}, ClassSpeeds{"residential", 40, 26, 18, 5},
    ClassSpeeds{"road", 40, 26, 18, 5},         ClassSpeeds{"living_street", 24, 15, 14, 5},
    ClassSpeeds{"service", 26, 16, 15, 5},      ClassSpeeds{"track", 22, 16, 12, 5},
    ClassSpeeds{"busway", 55, 0, 0, 0},         ClassSpeeds{"bus_guideway", 55, 0, 0, 0},
    ClassSpeeds{"pedestrian", 11, 0, 8, 5},     ClassSpeeds{"cycleway", 0, 0, 20, 5},
    ClassSpeeds{"footway", 0, 0, 5, 5},         ClassSpeeds{"path", 0, 0, 12, 5},
    ClassSpeeds{"bridleway", 0, 0, 8, 5},       ClassSpeeds{"corridor", 0, 0, 0, 4},
    ClassSpeeds{"platform", 0, 0, 0, 4},        ClassSpeeds{"steps", 0, 0, 0, 2},
};

constexpr std::int32_t pushing = mm_s(5);  // an e-bike beside its rider

ClassSpeeds const* class_of(std::string_view highway)
{
    auto const found =
        std::find_if(classes.begin(), classes.end(), [&](ClassSpeeds const& row) { return row.highway == highway; });
    return found == classes.end() ? nullptr : &*found;
}

std::int32_t& of(Pace& speeds, Mode mode)
{
    return speeds[static_cast<std::size_t>(mode)];
}

bool one_of(Text text, std::initializer_list<std::string_view> values)
{
    return text && std::find(values.begin(), values.end(), *text) != values.end();
}
bool is_yes(Text text)
{
    return one_of(text, {"yes", "permissive", "designated", "official", "destination", "customers", "delivery",
                         "permit", "residents", "public", "optional_sidepath"});
}
bool is_no(Text text)
{
    return one_of(text, {"no", "use_sidepath"});
}
bool is_private(Text text)
{
    return one_of(text, {"private", "agricultural", "forestry", "military", "employees"});
}

class Reader {
public:
    Reader(SourceMap const& map, Tags const& tags) : map_{map}, tags_{tags} {}

    RoadUse read()
    {
        std::string_view const highway = get("highway").value_or("");
        ClassSpeeds const* row = class_of(highway);
        if (row == nullptr) return {};
        use_.is_link = highway.ends_with("_link");
        use_.highway = row->highway.substr(0, highway.size() - (use_.is_link ? 5 : 0));
        use_.along = {mm_s(row->emergency_car), mm_s(row->car), mm_s(row->ebike), mm_s(row->foot)};
        posted();
        surface();
        access();
        use_.roundabout = one_of(get("junction"), {"roundabout", "circular"});
        use_.bridge = get("bridge") && !is("bridge", "no");
        use_.tunnel = (get("tunnel") && !is("tunnel", "no")) || is("covered", "tunnel");
        use_.is_area = is("area", "yes");
        use_.against = use_.along;
        one_way();
        return use_;
    }

private:
    Text get(char const* key) const { return map_.tag(tags_, key); }
    bool is(char const* key, std::string_view value) const { return get(key) == value; }
    std::int32_t& speed(Mode mode) { return of(use_.along, mode); }
    void limit_cars(std::int32_t km_h)
    {
        for (Mode const mode : {Mode::emergency_car, Mode::car}) speed(mode) = std::min(speed(mode), mm_s(km_h));
    }
    void limit_wheels(std::int32_t km_h)
    {
        limit_cars(km_h);
        speed(Mode::ebike) = std::min(speed(Mode::ebike), mm_s(km_h));
    }

    /// What is posted is not quite reached in a city, and passed by those with blue lights.
    void posted()
    {
        std::int32_t const limit = posted_speed(get("maxspeed").value_or(""));
        if (limit == 0 || speed(Mode::car) == 0) return;
        std::int32_t const car = std::clamp(limit / 20 * 17, mm_s(5), mm_s(120));
        speed(Mode::car) = car;
        speed(Mode::emergency_car) = std::min(car / 20 * 27, std::max(mm_s(120), car));
        if (limit < speed(Mode::ebike)) speed(Mode::ebike) = limit;
    }
    void surface()
    {
        Text const ground = get("surface");
        if (one_of(ground, {"sett", "cobblestone", "unhewn_cobblestone", "cobblestone:flattened"})) limit_wheels(30);
        if (one_of(ground, {"unpaved", "gravel", "fine_gravel", "compacted", "pebblestone"})) limit_wheels(25);
        if (one_of(ground, {"dirt", "earth", "ground", "grass", "mud", "sand"})) limit_wheels(15);
        if (one_of(get("smoothness"), {"bad"})) limit_wheels(25);
        if (one_of(get("smoothness"), {"very_bad", "horrible"})) limit_wheels(12);
        if (one_of(get("smoothness"), {"very_horrible", "impassable"})) limit_wheels(0);
        if (one_of(get("service"), {"parking_aisle", "driveway", "drive-through"})) limit_wheels(12);
        if (one_of(get("tracktype"), {"grade4", "grade5"})) limit_wheels(10);
    }

    // --- access: the general first, the particular over it ---

    void access()
    {
        cars();
        ebikes();
        walkers();
        if (is("motorroad", "yes")) speed(Mode::ebike) = speed(Mode::foot) = 0;
    }
    void cars()
    {
        Text const rule = first({"motorcar", "motor_vehicle", "vehicle", "access"});
        bool const was_open = speed(Mode::car) > 0;
        if (is_yes(rule) && !was_open && !is_footpath()) speed(Mode::car) = mm_s(15);
        if (is_private(rule)) speed(Mode::car) /= 2;
        if (is_no(rule) || one_of(rule, {"psv", "bus", "emergency"})) speed(Mode::car) = 0;
        // Blue lights pass where ordinary cars are kept out, slowly; not where nothing may go at all.
        if (is_no(rule) && is_no(first({"access"})) && !is_yes(first({"psv", "bus"}))) speed(Mode::emergency_car) = 0;
        if (is_no(rule) && speed(Mode::emergency_car) > 0 && !is_yes(first({"psv", "bus"})))
            speed(Mode::emergency_car) = speed(Mode::emergency_car) / 5 * 3;
        if (is("emergency", "yes") || is("emergency", "designated"))
            speed(Mode::emergency_car) = std::max(speed(Mode::emergency_car), mm_s(20));
        if (is("emergency", "no")) speed(Mode::emergency_car) = 0;
        if (speed(Mode::car) > speed(Mode::emergency_car) && !is("emergency", "no"))
            speed(Mode::emergency_car) = speed(Mode::car);
    }
    void ebikes()
    {
        Text const rule = first({"electric_bicycle", "bicycle", "vehicle", "access"});
        std::int32_t& ebike = speed(Mode::ebike);
        if (is_no(rule))
            ebike = speed(Mode::foot) > 0 && ebike > 0 && !is_no(first({"foot", "access"})) ? pushing : 0;
        else if (is("bicycle", "dismount"))
            ebike = std::min(ebike, pushing);
        else if (one_of(get("bicycle"), {"yes", "designated", "permissive"}) && !is("highway", "steps"))
            ebike = std::max(ebike, mm_s(15));
    }
    void walkers()
    {
        Text const rule = first({"foot", "access"});
        if (is_no(rule)) speed(Mode::foot) = 0;
        if (one_of(get("foot"), {"yes", "designated", "permissive"}) && speed(Mode::foot) == 0)
            speed(Mode::foot) = walking_speed;
    }
    bool is_footpath() const
    {
        return one_of(get("highway"), {"footway", "path", "steps", "corridor", "platform", "cycleway", "bridleway"}) &&
               !get("motor_vehicle") && !get("motorcar");
    }
    Text first(std::initializer_list<char const*> keys) const
    {
        for (char const* key : keys)
            if (auto const value = get(key)) return value;
        return {};
    }

    void one_way()
    {
        Text const rule = get("oneway");
        bool const backwards = one_of(rule, {"-1", "reverse"});
        bool const implied = use_.roundabout || is("highway", "motorway");
        use_.one_way =
            backwards || one_of(rule, {"yes", "true", "1"}) || (implied && !one_of(rule, {"no", "false", "0"}));
        if (!use_.one_way) return;
        for (Mode const mode : {Mode::emergency_car, Mode::car, Mode::ebike}) of(use_.against, mode) = 0;
        if (is("oneway:bicycle", "no") || get("cycleway").value_or("").starts_with("opposite"))
            of(use_.against, Mode::ebike) = of(use_.along, Mode::ebike);
        if (is("oneway:foot", "yes")) of(use_.against, Mode::foot) = 0;
        if (backwards) std::swap(use_.along, use_.against);
    }

    SourceMap const& map_;
    Tags const& tags_;
    RoadUse use_;
};

}  // namespace

bool RoadUse::usable() const
{
    auto const any = [](Pace const& speeds) {
        return std::any_of(speeds.begin(), speeds.end(), [](std::int32_t speed) { return speed > 0; });
    };
    return any(along) || any(against);
}

RoadUse road_use(SourceMap const& map, Tags const& tags)
{
    if (!map.tag(tags, "highway")) return {};
    return Reader{map, tags}.read();
}

std::int32_t posted_speed(std::string_view text)
{
    text = trim(text);
    if (text == "walk") return mm_s(7);
    if (text == "none") return mm_s(130);
    if (text.ends_with(":urban")) return mm_s(50);
    if (text.ends_with(":rural")) return mm_s(80);
    if (text.ends_with(":motorway")) return mm_s(120);
    if (text.ends_with(":living_street")) return mm_s(15);
    auto const end = text.find_first_not_of("0123456789.");
    auto const value = parse_real(text.substr(0, end));
    if (!value || *value < 1 || *value > 200) return 0;
    std::string_view const unit = end == std::string_view::npos ? std::string_view{} : trim(text.substr(end));
    if (unit == "mph") return static_cast<std::int32_t>(*value * 447.04);
    return unit.empty() || unit == "km/h" || unit == "kmh" || unit == "kph"
               ? static_cast<std::int32_t>(*value * 1000 / 3.6)
               : 0;
}

Barrier barrier_of(SourceMap const& map, Tags const& tags)
{
    Text const kind = map.tag(tags, "barrier");
    if (!kind) return {};
    Barrier barrier;
    Text const cars = map.tag(tags, "motor_vehicle") ? map.tag(tags, "motor_vehicle") : map.tag(tags, "access");
    if (one_of(kind, {"bollard", "block", "cycle_barrier", "motorcycle_barrier", "stile", "kissing_gate", "turnstile",
                      "jersey_barrier", "log", "debris", "full-height_turnstile", "planter", "chain", "step"})) {
        barrier.car = is_yes(cars);
        barrier.emergency_car = barrier.car || one_of(map.tag(tags, "bollard"), {"removable", "rising", "foldable"}) ||
                                is_yes(map.tag(tags, "emergency"));
        barrier.ebike = !one_of(kind, {"stile", "kissing_gate", "turnstile", "full-height_turnstile", "step"});
    } else if (one_of(kind, {"gate", "lift_gate", "swing_gate", "sliding_gate", "bus_trap", "sump_buster"})) {
        barrier.car = !is_no(cars) && !is_private(cars) && !one_of(map.tag(tags, "locked"), {"yes"});
    }
    return barrier;
}

bool is_open_ground(SourceMap const& map, Tags const& tags)
{
    if (is_no(map.tag(tags, "foot")) || is_no(map.tag(tags, "access")) || is_private(map.tag(tags, "access")))
        return false;
    if (map.tag(tags, "building") || map.has(tags, "parking", "underground") ||
        map.has(tags, "parking", "multi-storey"))
        return false;
    if (one_of(map.tag(tags, "highway"), {"pedestrian", "footway"}))
        return map.has(tags, "area", "yes") || map.has(tags, "type", "multipolygon");
    return one_of(map.tag(tags, "place"), {"square"}) ||
           one_of(map.tag(tags, "leisure"), {"park", "garden", "common", "playground"}) ||
           one_of(map.tag(tags, "amenity"), {"parking", "marketplace"}) ||
           one_of(map.tag(tags, "landuse"), {"recreation_ground", "village_green"});
}

}  // namespace cresset::maps
