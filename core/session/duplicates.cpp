#include "core/session/duplicates.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace cresset {

namespace {

constexpr std::int64_t nearness_points = 40;
constexpr std::int64_t age_points = 20;
constexpr int same_type_points = 25;
constexpr int same_group_points = 15;
constexpr int word_points = 5;
constexpr std::size_t words_counted = 3;
constexpr std::size_t shortest_word = 3;

constexpr auto fillers = std::to_array<std::string_view>(
    {"and", "are",  "but",  "can", "come", "for",  "from", "has",   "have", "here",  "his",  "her",  "just",
     "not", "now",  "one",  "our", "out",  "she",  "the",  "their", "them", "there", "they", "this", "that",
     "was", "were", "with", "you", "有人", "一个", "这里", "那里",  "现在", "我们",  "他们", "已经"});

/// Length of the letter that begins there; a byte that begins none stands alone.
std::size_t letter_length(std::string_view text, std::size_t at)
{
    auto const first = static_cast<unsigned char>(text[at]);
    std::size_t const length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return std::min(length, text.size() - at);
}

bool is_ideograph(std::string_view letter)
{
    // U+3400 to U+9FFF, and what lies beyond the first plane.
    return letter.size() == 4 || (letter.size() == 3 && letter >= "\xE3\x90\x80" && letter < "\xEA");
}

bool is_in_word(std::string_view letter)
{
    if (letter.size() > 1) return letter.size() == 2 && letter >= "\xC3\x80";  // U+00C0: Latin, Greek, Cyrillic ...
    char const c = letter.front();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Gathers the words of a text letter by letter.
class WordGatherer {
public:
    void take(std::string_view letter)
    {
        bool const ideograph = is_ideograph(letter);
        if (!ideograph) last_.clear();
        if (is_in_word(letter)) {
            word_ += letter;
            return;
        }
        end_word();
        if (!ideograph) return;
        if (!last_.empty()) keep(last_ + std::string{letter});
        last_ = letter;
    }
    std::set<std::string> all()
    {
        end_word();
        return std::move(words_);
    }

private:
    void end_word()
    {
        if (word_.size() >= shortest_word) keep(lower(word_));
        word_.clear();
    }
    void keep(std::string word)
    {
        if (std::find(fillers.begin(), fillers.end(), word) == fillers.end()) words_.insert(std::move(word));
    }
    std::string word_, last_;
    std::set<std::string> words_;
};

/// Full points at 0, none at the limit.
int points_left(std::int64_t points, std::int64_t used, std::int64_t limit)
{
    return limit <= 0 ? static_cast<int>(points) : static_cast<int>(points * (limit - used) / limit);
}

class Comparer {
public:
    Comparer(World const& world, Instant now, CallSoFar const& call, WhatWasSaid const& said)
        : world_{world}, now_{now}, call_{call}, said_{said}, words_{telling_words(call.text)}
    {
        words_.merge(telling_words(call.unknown_place));
    }

    std::optional<LikelyDuplicate> compare(IncidentId id, Incident const& incident) const
    {
        if (!incident.open() || incident.duplicate_of) return {};
        auto const reported = incident.stamp(Stamp::ring);
        Limits const& limits = world_.codes.limits;
        LikelyDuplicate found{id, 0, {}, std::max(Duration{0}, reported ? now_ - *reported : Duration{0})};
        std::int64_t const radius_mm = limits.duplicate_radius_m * 1000;
        std::int64_t const window_ms = limits.duplicate_window_s * 1000;
        if (call_.place) found.distance_mm = distance_mm(*call_.place, incident.place);
        if (found.distance_mm.value_or(0) > radius_mm || found.age.count() > window_ms) return {};
        int const alike = type_points(incident.type) + said_points(incident);
        if (!call_.place && alike == 0) return {};
        found.score = alike + points_left(age_points, found.age.count(), window_ms);
        if (found.distance_mm) found.score += points_left(nearness_points, *found.distance_mm, radius_mm);
        return found;
    }

private:
    int type_points(std::string const& type) const
    {
        if (call_.type.empty()) return 0;
        if (type == call_.type) return same_type_points;
        auto const* one = world_.codes.type(type);
        auto const* other = world_.codes.type(call_.type);
        bool const grouped = one != nullptr && other != nullptr && !one->group.empty() && one->group == other->group;
        return grouped ? same_group_points : 0;
    }
    int said_points(Incident const& incident) const
    {
        if (words_.empty()) return 0;
        auto theirs = said_ ? telling_words(said_(incident)) : std::set<std::string>{};
        if (!call_.unknown_place.empty()) {
            theirs.merge(telling_words(incident.address.en));
            theirs.merge(telling_words(incident.address.zh));
        }
        auto const shared =
            std::count_if(words_.begin(), words_.end(), [&](std::string const& word) { return theirs.contains(word); });
        return word_points * static_cast<int>(std::min(static_cast<std::size_t>(shared), words_counted));
    }

    World const& world_;
    Instant now_;
    CallSoFar call_;
    WhatWasSaid const& said_;
    std::set<std::string> words_;
};

bool better(LikelyDuplicate const& a, LikelyDuplicate const& b)
{
    if (a.score != b.score) return a.score > b.score;
    if (a.distance_mm != b.distance_mm) return a.distance_mm < b.distance_mm;
    return a.incident < b.incident;
}

}  // namespace

std::set<std::string> telling_words(std::string_view text)
{
    WordGatherer words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const length = letter_length(text, at);
        words.take(text.substr(at, length));
        at += length;
    }
    return words.all();
}

std::vector<LikelyDuplicate> likely_duplicates(World const& world, Instant now, CallSoFar const& call,
                                               WhatWasSaid const& said, std::size_t limit)
{
    std::vector<LikelyDuplicate> found;
    Comparer const comparer{world, now, call, said};
    for (auto const& [id, incident] : world.incidents)
        if (auto likely = comparer.compare(id, incident)) found.push_back(*likely);
    std::sort(found.begin(), found.end(), better);
    if (found.size() > limit) found.resize(limit);
    return found;
}

}  // namespace cresset
