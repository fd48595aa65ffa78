#include "core/base/time_zone.h"
#include "core/exercise/tick.h"

#include <array>
#include <fmt/format.h>
#include <numeric>

namespace cresset {

namespace {

/// Invented callers: a family name, a form of address, a number that no network gives out.
constexpr std::array family_names{"王 Wang", "李 Li", "张 Zhang", "陈 Chen", "林 Lin", "黄 Huang", "周 Zhou",
                                  "吴 Wu",   "徐 Xu", "孙 Sun",   "马 Ma",   "朱 Zhu", "胡 Hu",    "郭 Guo"};

struct Call {
    std::string type;
    int priority = 3;
    Place place;
    Names text;
};

std::string bilingual(Names const& names)
{
    if (names.zh.empty() || names.en.empty()) return names.zh + names.en;
    return names.zh + "\n" + names.en;
}

std::string caller(Tick const& tick, std::uint64_t key)
{
    auto const name = family_names[tick.dice_below(family_names.size(), Stream::call_person, key, 1)];
    auto const number = tick.dice_below(100'000'000, Stream::call_person, key, 2);
    return fmt::format("{} · 100{:08}", name, number);
}

void report(Tick& tick, Call const& call, std::uint64_t key)
{
    IncidentReported reported;
    reported.incident = tick.next<IncidentId>();
    reported.number = tick.world.next_incident_number + tick.calls_made;
    reported.type = call.type;
    reported.priority = call.priority;
    reported.place = call.place;
    reported.address = tick.guide.address(call.place);
    reported.place_source = "caller";
    reported.caller = tick.text(caller(tick, key));
    if (!call.text.en.empty() || !call.text.zh.empty()) reported.narrative = tick.text(bilingual(call.text));
    Duration const talk = tick.throw_length({15, 40}, Stream::call_delay, key, 1);
    reported.answered_at = tick.at - talk;
    reported.rung_at = *reported.answered_at - tick.throw_length({2, 12}, Stream::call_delay, key, 2);
    if (tick.add(reported)) ++tick.calls_made;
}

int priority_of(Tick const& tick, std::string const& type, std::int64_t asked)
{
    if (asked > 0) return static_cast<int>(asked);
    auto const* code = tick.world.codes.type(type);
    return code == nullptr ? 3 : code->priority;
}

/// A Poisson process in steps of one tick: the chance of a call in a tick, in parts of 2^64.
bool rings(Tick const& tick, CallRow const& row, std::uint64_t index, int hour)
{
    std::int64_t const sum = std::accumulate(row.by_hour.begin(), row.by_hour.end(), std::int64_t{0});
    unsigned __int128 calls =
        static_cast<unsigned __int128>(row.per_day_x10) * static_cast<std::uint64_t>(tick.drill.tick_ms);
    unsigned __int128 whole = static_cast<unsigned __int128>(10) * 86'400'000;
    if (sum > 0) {  // this hour's share of the day, times 24 because an hour is a 24th of it
        calls *= static_cast<std::uint64_t>(row.by_hour[static_cast<std::size_t>(hour)]) * 24;
        whole *= static_cast<std::uint64_t>(sum);
    }
    unsigned __int128 const limit = calls >= whole ? ~0ULL : static_cast<std::uint64_t>((calls << 64U) / whole);
    return tick.dice(Stream::call, index, tick.number) < limit;
}

void random_calls(Tick& tick)
{
    int const hour = local_time(tick.at, tick.world.shift.time_zone).hour;
    for (std::size_t i = 0; i < tick.drill.calls.size(); ++i) {
        CallRow const& row = tick.drill.calls[i];
        if (row.per_day_x10 == 0 || !rings(tick, row, i, hour)) continue;
        auto const key = tick.number * 256 + i;
        auto const place = tick.guide.place_on_road(tick.dice(Stream::call_place, key));
        if (!place) continue;
        Call call{row.type, priority_of(tick, row.type, row.priority), *place, {}};
        if (!row.texts.empty()) call.text = row.texts[tick.dice_below(row.texts.size(), Stream::call_text, key)];
        report(tick, call, key);
    }
}

void scripted_calls(Tick& tick)
{
    if (!tick.drill.starts_at) return;  // a shift adopts its drill with_start()
    Duration const since = tick.at - *tick.drill.starts_at;
    for (std::size_t i = 0; i < tick.drill.script.size(); ++i) {
        ScriptedCall const& row = tick.drill.script[i];
        Duration const due{row.at_s * 1000};
        if (due > since || due + Duration{tick.drill.tick_ms} <= since) continue;
        auto const key = (std::uint64_t{1} << 40U) + i;
        auto const place =
            row.where ? parse_place(*row.where) : tick.guide.place_on_road(tick.dice(Stream::call_place, key));
        if (place) report(tick, {row.type, priority_of(tick, row.type, row.priority), *place, row.text}, key);
    }
}

}  // namespace

void callers_call(Tick& tick)
{
    scripted_calls(tick);
    random_calls(tick);
}

}  // namespace cresset
