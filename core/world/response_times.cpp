#include "core/world/response_times.h"

#include "core/facts/json_text.h"

#include <algorithm>
#include <numeric>

namespace cresset {

namespace {

struct Ends {
    Stamp from;
    Stamp to;
};

constexpr std::array<Ends, interval_count> ends{
    Ends{Stamp::ring, Stamp::answered},         Ends{Stamp::answered, Stamp::notified},
    Ends{Stamp::notified, Stamp::acknowledged}, Ends{Stamp::notified, Stamp::en_route},
    Ends{Stamp::en_route, Stamp::on_scene},     Ends{Stamp::ring, Stamp::on_scene},
    Ends{Stamp::on_scene, Stamp::controlled}};

std::optional<Instant>& at(Stamps& stamps, Stamp which)
{
    return stamps[static_cast<std::size_t>(which)];
}

bool holds_for(ResponseLimit const& limit, Responded const& one)
{
    std::string_view const area = one.area.empty() ? "urban" : std::string_view{one.area};
    return (!limit.priority || *limit.priority == one.priority) && (!limit.area || *limit.area == area);
}

std::optional<Problem> wrong_with(ResponseLimit const& limit)
{
    if (limit.limit_s <= 0) return Problem{"a limit must be longer than 0 seconds"};
    if (limit.share_permille < 1 || limit.share_permille > 1000)
        return Problem{"a share must be between 1 and 1000 thousandths"};
    return {};
}

}  // namespace

Responded responded(Incident const& incident)
{
    return {incident.stamps, incident.priority, {}};
}

Responded responded(Incident const& incident, Assignment const& assignment)
{
    Responded one = responded(incident);
    at(one.stamps, Stamp::notified) = assignment.sent_at;
    at(one.stamps, Stamp::acknowledged) = assignment.acknowledged_at;
    at(one.stamps, Stamp::en_route) = assignment.en_route_at;
    at(one.stamps, Stamp::on_scene) = assignment.on_scene_at;
    at(one.stamps, Stamp::available) = assignment.cleared_at;
    return one;
}

Stamps earliest(Stamps const& a, Stamps const& b)
{
    Stamps first = a;
    for (std::size_t i = 0; i < stamp_count; ++i)
        if (b[i] && (!first[i] || *b[i] < *first[i])) first[i] = b[i];
    return first;
}

std::optional<Duration> length_of(Interval interval, Stamps const& stamps)
{
    auto const [from, to] = ends[static_cast<std::size_t>(interval)];
    auto const& begin = stamps[static_cast<std::size_t>(from)];
    auto const& end = stamps[static_cast<std::size_t>(to)];
    if (!begin || !end) return {};
    return *end - *begin;
}

std::optional<Duration> Sample::percentile(int permille) const
{
    CRESSET_CHECK(permille >= 1 && permille <= 1000);
    if (lengths.empty()) return {};
    std::size_t const rank = (lengths.size() * static_cast<std::size_t>(permille) + 999) / 1000;
    return lengths[rank - 1];
}

std::optional<Duration> Sample::mean() const
{
    if (lengths.empty()) return {};
    auto const sum = std::accumulate(lengths.begin(), lengths.end(), Duration{0});
    auto const count = static_cast<std::int64_t>(lengths.size());
    return Duration{(sum.count() + count / 2) / count};
}

std::size_t Sample::within(Duration limit) const
{
    return static_cast<std::size_t>(std::upper_bound(lengths.begin(), lengths.end(), limit) - lengths.begin());
}

Sample sample_of(Interval interval, std::vector<Responded> const& responses)
{
    Sample sample;
    for (auto const& one : responses) {
        auto const length = length_of(interval, one.stamps);
        if (length && *length < Duration{0})
            ++sample.negative;
        else if (length)
            sample.lengths.push_back(*length);
    }
    std::sort(sample.lengths.begin(), sample.lengths.end());
    return sample;
}

Result<std::vector<ResponseProfile>> read_profiles(std::string_view text)
{
    auto const json = nlohmann::json::parse(text, nullptr, false);
    std::vector<ResponseProfile> profiles;
    if (json.is_discarded()) return Problem{"the profiles are not JSON"};
    if (!read_json(json, profiles))
        return Problem{"the profiles do not fit: each needs a code, limits and a name, and intervals must be known"};
    for (auto const& profile : profiles)
        for (auto const& limit : profile.limits)
            if (auto problem = wrong_with(limit)) return *problem;
    return profiles;
}

std::vector<LimitKept> judge(ResponseProfile const& profile, std::vector<Responded> const& responses)
{
    std::vector<LimitKept> judged;
    for (auto const& limit : profile.limits) {
        std::vector<Responded> concerned;
        std::copy_if(responses.begin(), responses.end(), std::back_inserter(concerned),
                     [&](Responded const& one) { return holds_for(limit, one); });
        LimitKept kept{limit, sample_of(limit.interval, concerned), 0, {}};
        kept.within = kept.sample.within(Duration{limit.limit_s * 1000});
        if (kept.sample.n() > 0)
            kept.kept = kept.within * 1000 >= kept.sample.n() * static_cast<std::size_t>(limit.share_permille);
        judged.push_back(std::move(kept));
    }
    return judged;
}

}  // namespace cresset
