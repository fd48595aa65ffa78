#include "core/base/text.h"
#include "core/session/command_parser.h"

#include <algorithm>
#include <array>

namespace cresset {

namespace {

constexpr std::int64_t farthest_m = 100'000;
constexpr Duration longest_reach{120 * 60'000};

struct KindWord {
    std::string_view word;  // or the beginning of it
    NearKind kind;
};
constexpr std::array kind_words{
    KindWord{"unit", NearKind::unit},       KindWord{"cam", NearKind::camera},   KindWord{"drone", NearKind::drone},
    KindWord{"station", NearKind::station}, KindWord{"post", NearKind::station}, KindWord{"hosp", NearKind::hospital},
    KindWord{"school", NearKind::school},   KindWord{"haz", NearKind::hazard},   KindWord{"inc", NearKind::incident},
    KindWord{"past", NearKind::incident},   KindWord{"fence", NearKind::fence},  KindWord{"plan", NearKind::plan},
    KindWord{"预案", NearKind::plan},       KindWord{"警力", NearKind::unit},    KindWord{"摄像机", NearKind::camera},
    KindWord{"监控", NearKind::camera},     KindWord{"无人机", NearKind::drone}, KindWord{"派出所", NearKind::station},
    KindWord{"医院", NearKind::hospital},   KindWord{"学校", NearKind::school},  KindWord{"危险", NearKind::hazard},
    KindWord{"警情", NearKind::incident},   KindWord{"围栏", NearKind::fence},
};

}  // namespace

/// "3min", "90s", "3分": "3m" is a distance.
std::optional<Duration> CommandParser::travel_time_of(std::string_view word)
{
    if (!word.ends_with("min")) return duration_of(word);
    auto const minutes = parse_whole<std::int64_t>(word.substr(0, word.size() - 3));
    return minutes && *minutes > 0 && *minutes <= 120 ? std::optional{Duration{*minutes * 60'000}} : std::nullopt;
}

CommandParser::Answer CommandParser::near()
{
    LookNear command;
    command.incident = incident();
    while (!done() && !failed_) {
        auto const word = take();
        if (auto const metres = distance_of(word))
            command.radius_m = *metres;
        else if (auto const lasts = travel_time_of(word))
            command.within = std::min(*lasts, longest_reach);
        else
            choose_kinds(command, word);
    }
    return command;
}

/// "800m", "2km", "800". "3min" is none, it is a time.
std::optional<std::int64_t> CommandParser::distance_of(std::string_view word)
{
    std::int64_t factor = 1;
    if (word.ends_with("km"))
        factor = 1000, word.remove_suffix(2);
    else if (word.ends_with('m'))
        word.remove_suffix(1);
    auto const number = parse_whole<std::int64_t>(word);
    if (!number || *number <= 0 || *number > farthest_m / factor) return {};
    return *number * factor;
}

void CommandParser::choose_kinds(LookNear& command, std::string_view word)
{
    for (auto const typed : split(word, ',')) {
        std::string const kind = lower(typed);
        auto const found = std::ranges::find_if(
            kind_words, [&](KindWord const& one) { return !kind.empty() && kind.starts_with(one.word); });
        if (found == kind_words.end())
            return fail(
                no(Mistake::unknown_near_kind, typed,
                   {"unit", "cam", "drone", "station", "hospital", "school", "hazard", "past", "fence", "plan"}));
        if (std::ranges::find(command.kinds, found->kind) == command.kinds.end()) command.kinds.push_back(found->kind);
    }
}

std::optional<Mode> CommandParser::mode_of(std::string_view word)
{
    std::string const typed = lower(word);
    if (typed == "foot" || typed == "walk" || typed == "步行") return Mode::foot;
    if (typed == "ebike" || typed == "e-bike" || typed == "bike" || typed == "电动车") return Mode::ebike;
    if (typed == "car" || typed == "汽车" || typed == "驾车") return Mode::car;
    return {};
}

std::optional<Mode> CommandParser::last_mode()
{
    if (done()) return {};
    auto const mode = mode_of(words_.back());
    if (mode) words_.pop_back();
    return mode;
}

CommandParser::Answer CommandParser::cordon()
{
    PlanCordon command;
    command.incident = incident();
    while (!done() && !failed_) {
        auto const word = take();
        if (auto const mode = mode_of(word))
            command.mode = mode;
        else if (auto const metres = distance_of(word))
            command.radius_m = metres;
        else
            return no(Mistake::too_much, word, {"foot", "ebike", "car", "2km"});
    }
    return command;
}

CommandParser::Answer CommandParser::sighting()
{
    SightSuspect command;
    command.incident = incident();
    if (auto const ago = duration_of(tail_)) command.ago = *ago;
    command.mode = last_mode();
    command.where = place(rest());
    return command;
}

CommandParser::Answer CommandParser::close_road()
{
    CloseRoad command;
    if (!done() && words_.back().ends_with('%')) {
        auto const share = parse_whole<std::int32_t>(words_.back().substr(0, words_.back().size() - 1));
        if (!share || *share < 0 || *share > 99) return no(Mistake::too_much, words_.back(), {"30%", "50%"});
        command.speed_percent = *share;
        words_.pop_back();
    }
    command.lasts = duration_of(tail_);
    command.where = place(rest());
    return command;
}

CommandParser::Answer CommandParser::stages()
{
    if (std::string const word = lower(peek()); word == "end" || word == "结束")
        return take(), nothing_more(EndStages{});
    BeginStages command;
    if (!done() && !looks_like_incident(peek())) {
        command.where = place(rest_with_tail());
        return command;
    }
    command.incident = incident();
    if (failed_) return *failed_;
    auto const* row = context_.world.incidents.find(*command.incident);
    if (row != nullptr) command.where.place = row->place, command.where.name = row->address;
    return nothing_more(command);
}

std::vector<Duration> CommandParser::reach_limits(std::string_view word) const
{
    std::vector<Duration> limits;
    for (auto const part : split(word, ',')) {
        auto const minutes = parse_whole<std::int64_t>(part);
        if (!minutes || *minutes <= 0 || *minutes > 120) return {};
        limits.emplace_back(*minutes * 60'000);
    }
    std::ranges::sort(limits);
    limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
    return limits;
}

/// "reach P07 1,3,5", "reach 1023", "reach 中山路".
CommandParser::Answer CommandParser::reach()
{
    ShowReach command;
    if (!done() && words_.size() > next_ && !looks_like_incident(words_.back()))
        if (auto limits = reach_limits(words_.back()); !limits.empty())
            command.limits = std::move(limits), words_.pop_back();
    if (done()) {
        command.unit = context_.unit;
        if (!command.unit) command.incident = incident();
    } else if (auto const unit = unit_of(peek())) {
        take(), command.unit = unit;
    } else if (looks_like_incident(peek())) {
        command.incident = incident();
    } else {
        command.where = place(rest_with_tail());
        return command;
    }
    return nothing_more(command);
}

CommandParser::Answer CommandParser::turns()
{
    ShowTurns command;
    auto unit = done() ? std::nullopt : unit_of(peek());
    if (unit) take();
    if (!unit) unit = context_.unit;
    if (!unit && done()) return no(Mistake::unit_missing);
    if (!unit) return unknown_unit(peek());
    command.unit = *unit;
    if (!done() && looks_like_incident(peek()))
        command.incident = incident();
    else if (!done())
        command.where = place(rest_with_tail());
    return nothing_more(command);
}

CommandParser::Answer CommandParser::fences()
{
    std::string const typed = lower(rest_with_tail());
    if (typed.empty()) return ShowFences{};
    NotUnderstood answer = no(Mistake::unknown_fence, typed);
    std::vector<FenceId> begun;
    for (auto const& [id, fence] : context_.world.fences) {
        std::string const en = lower(fence.name.en), &zh = fence.name.zh;
        if (typed == en || typed == zh) return ShowFences{id};
        if (en.starts_with(typed) || zh.starts_with(typed)) begun.push_back(id);
        if (answer.suggestions.size() < most_suggestions) answer.suggestions.push_back(fence.name.in(context_.chinese));
    }
    if (begun.size() == 1) return ShowFences{begun.front()};
    return answer;
}

}  // namespace cresset
