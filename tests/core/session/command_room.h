#pragma once
/// A room to type commands in: twelve units, two drones, two incidents, and somebody who knows three places.

#include "core/session/command.h"
#include "tests/core/world/room.h"

#include <fmt/format.h>

namespace cresset::testing {

inline std::string file_text(std::string const& path)
{
    std::ifstream in{path};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

inline Verbs const& shipped_verbs()
{
    static Verbs const verbs = [] {
        auto read = Verbs::read(file_text(SOURCE_DIR "/resources/codes/verbs.json"));
        REQUIRE(read);
        return *std::move(read);
    }();
    return verbs;
}

class ThreePlaces : public PlaceFinder {
public:
    std::vector<FoundPlace> find_places(std::string_view text, std::size_t limit, std::optional<Place>) const override
    {
        std::vector<FoundPlace> found;
        for (FoundPlace const& one : places_)
            if (found.size() < limit && (one.name.en == text || one.name.zh == text)) found.push_back(one);
        return found;
    }

private:
    std::vector<FoundPlace> places_{
        {{312'310'000, 1'214'710'000}, {"12 Zhongshan Road", "中山路12号"}, "house_number", {}, 1000},
        {{312'320'000, 1'214'720'000}, {"Market", "市场"}, "poi", {}, 1000},
        {{312'330'000, 1'214'730'000}, {"Nanjing Road ; Henan Road", "南京路河南路"}, "crossing", {}, 1000},
    };
};

/// What a command says, as one line of text, so that two can be compared and a failure can be read.
class Description {
public:
    explicit Description(World const& world) : world_{world} {}

    std::string operator()(NewCall const& c) const
    {
        return fmt::format("new {} P{} {} ({}) '{}'", c.type, c.priority, to_text(c.where.place), c.where.kind,
                           c.narrative);
    }
    std::string operator()(SendUnits const& c) const
    {
        return fmt::format("send{} to {} '{}'", units(c.units), number_text(world_, c.incident), c.reason);
    }
    std::string operator()(SendCard const& c) const
    {
        return fmt::format("send the card of {} '{}'", number(c.incident), c.reason);
    }
    std::string operator()(ExplainDispatch const& c) const
    {
        return fmt::format("why {} '{}'", number(c.incident), c.reason);
    }
    std::string operator()(StackIncident const& c) const
    {
        return fmt::format("stack {} for{}", number(c.incident), units(c.units));
    }
    std::string operator()(UnstackIncident const& c) const
    {
        return fmt::format("unstack {} for{}", number(c.incident), units(c.units));
    }
    std::string operator()(TakeNext const& c) const { return "next" + (c.unit ? units({*c.unit}) : ""); }
    std::string operator()(SwapUnits const& c) const { return "swap" + units({c.out, c.in}); }
    std::string operator()(SetStatus const& c) const
    {
        return fmt::format("{}{} '{}'", english(c.status), units(c.units), c.reason);
    }
    std::string operator()(ReleaseUnits const& c) const { return "release" + units(c.units); }
    std::string operator()(SetDistress const& c) const { return (c.on ? "distress" : "safe") + units(c.units); }
    std::string operator()(CloseIncident const& c) const { return "close " + number(c.incident) + " " + c.disposition; }
    std::string operator()(ReopenIncident const& c) const { return "reopen " + number(c.incident); }
    std::string operator()(MoveIncident const& c) const
    {
        return fmt::format("move {} to {}", number(c.incident), to_text(c.where.place));
    }
    std::string operator()(LinkIncident const& c) const
    {
        return fmt::format("link {} to {}", number(c.incident), number(c.duplicate_of));
    }
    std::string operator()(AddNote const& c) const { return fmt::format("note {} '{}'", number(c.incident), c.text); }
    std::string operator()(AddHazard const& c) const
    {
        return fmt::format("hazard {} '{}' {}", to_text(c.where.place), c.text, c.lasts ? c.lasts->count() : -1);
    }
    std::string operator()(SendDrone const& c) const
    {
        return fmt::format("drone {} {} {}", c.drone.number, c.incident ? number(*c.incident) : "-",
                           c.target ? to_text(*c.target) : "home");
    }
    std::string operator()(AcknowledgeAlerts const&) const { return "acknowledge"; }
    std::string operator()(ContactUnits const& c) const { return "contact" + units(c.units); }
    std::string operator()(SnoozeTimers const& c) const
    {
        return fmt::format("snooze{} {}", units(c.units), c.lasts ? c.lasts->count() : -1);
    }
    std::string operator()(ShelveAlarms const& c) const
    {
        std::string text = "shelve" + units(c.units);
        for (IncidentId const id : c.incidents) text += " " + number(id);
        return fmt::format("{} {}", text, c.lasts.count());
    }
    std::string operator()(SilenceAlarms const&) const { return "silence"; }
    std::string operator()(RunMacro const& c) const
    {
        std::string text = "run " + c.name;
        for (std::string const& line : c.lines) text += " '" + line + "'";
        return text;
    }
    std::string operator()(KeepMacro const& c) const { return fmt::format("keep macro '{}' '{}'", c.name, c.body); }
    std::string operator()(ForgetMacro const& c) const { return "forget macro '" + c.name + "'"; }
    std::string operator()(ShowMacro const& c) const { return "show macro '" + c.name + "'"; }
    std::string operator()(LogLine const& c) const { return "log '" + c.text + "'"; }
    std::string operator()(Undo const&) const { return "undo"; }
    std::string operator()(Redo const&) const { return "redo"; }
    std::string operator()(FindText const& c) const { return "find '" + c.text + "'"; }
    std::string operator()(LookNear const& c) const
    {
        std::string text = c.within ? fmt::format("near {} {} s", number(c.incident), c.within->count() / 1000)
                                    : fmt::format("near {} {} m", number(c.incident), c.radius_m);
        for (NearKind const kind : c.kinds) text += fmt::format(" {}", word_of(kind));
        return text;
    }
    static std::string mode(std::optional<Mode> const& mode) { return mode ? std::string{word_of(*mode)} : "any"; }
    std::string operator()(PlanCordon const& c) const
    {
        return fmt::format("cordon {} {} {}", number(c.incident), mode(c.mode),
                           c.radius_m ? fmt::format("{} m", *c.radius_m) : "usual");
    }
    std::string operator()(SightSuspect const& c) const
    {
        return fmt::format("seen {} at {} {} {} s ago", number(c.incident), to_text(c.where.place), mode(c.mode),
                           c.ago.count() / 1000);
    }
    std::string operator()(LiftCordon const& c) const { return fmt::format("lift {}", number(c.incident)); }
    std::string operator()(CloseRoad const& c) const
    {
        return fmt::format("block {} {} % {}", to_text(c.where.place), c.speed_percent,
                           c.lasts ? fmt::format("for {} s", c.lasts->count() / 1000) : "for good");
    }
    std::string operator()(OpenRoad const& c) const { return "unblock " + to_text(c.where.place); }
    std::string operator()(BeginStages const& c) const
    {
        return "stages " + (c.incident ? number(*c.incident) : to_text(c.where.place));
    }
    std::string operator()(EndStages const&) const { return "stages end"; }
    std::string operator()(ShowReach const& c) const
    {
        std::string text = "reach";
        if (c.unit) text += units({*c.unit});
        if (c.incident) text += " " + number(*c.incident);
        if (c.where) text += " " + to_text(c.where->place);
        for (Duration const limit : c.limits) text += fmt::format(" {}", limit.count() / 60'000);
        return text;
    }
    std::string operator()(ShowCoverage const&) const { return "coverage"; }
    std::string operator()(ShowTurns const& c) const
    {
        std::string text = "turns" + units({c.unit});
        if (c.incident) text += " " + number(*c.incident);
        if (c.where) text += " " + to_text(c.where->place);
        return text;
    }
    std::string operator()(ShowFences const& c) const { return c.fence ? "fence" : "fences"; }
    std::string operator()(ShowHelp const& c) const { return "help '" + c.verb + "'"; }
    std::string operator()(FollowUnit const& c) const { return "follow" + units({c.unit}); }
    std::string operator()(LookAtView const& c) const { return "view '" + c.name + "'"; }
    std::string operator()(KeepView const& c) const { return "keep '" + c.name + "'"; }
    std::string operator()(ForgetView const& c) const { return "forget '" + c.name + "'"; }
    std::string operator()(ShowFile const& c) const
    {
        return "show the file '" + c.path + "' in " + std::string{word_of(c.datum)};
    }
    std::string operator()(SwitchLayout const& c) const { return "layout '" + c.name + "'"; }
    std::string operator()(SaveLayout const& c) const { return "save layout '" + c.name + "'"; }
    std::string operator()(ForgetLayout const& c) const { return "forget layout '" + c.name + "'"; }

private:
    std::string number(IncidentId id) const { return number_text(world_, id); }
    std::string units(std::vector<UnitId> const& ids) const
    {
        std::string text;
        for (UnitId const id : ids) text += " " + call_sign(world_, id);
        return text;
    }
    World const& world_;
};

struct CommandRoom : Room {
    ThreePlaces places;
    IncidentId first, second;
    std::optional<IncidentId> chosen_incident;
    std::optional<UnitId> chosen_unit;
    std::vector<std::string> views{"Harbour", "Old town", "Old bridge"};
    Macros macros;
    std::vector<std::string> layouts{"calls", "接警", "my desk", "my desk by night"};

    explicit CommandRoom(int how_many = 12) : Room{how_many}
    {
        for (std::uint32_t i = 1; i <= 2; ++i) {
            DroneListed listed;
            listed.id = {1, 500 + i};
            listed.row.call_sign = fmt::format("U{:02}", i);
            listed.row.home = listed.row.place = center;
            file(listed);
        }
        first = take_call();
        second = take_call(moved(center, 700'000, 0));
    }
    CommandContext context() const
    {
        return {world, shipped_verbs(), &places, chosen_incident, chosen_unit, center, views, layouts, &macros};
    }
    std::variant<Command, NotUnderstood> parse(std::string_view line) const { return parse_command(line, context()); }
    /// What was understood; or "?" and what was not.
    std::string read(std::string_view line) const
    {
        auto const answer = parse(line);
        if (auto const* no = std::get_if<NotUnderstood>(&answer)) return "? " + explain(*no);
        return std::visit(Description{world}, std::get<Command>(answer));
    }
    NotUnderstood mistake(std::string_view line) const
    {
        auto const answer = parse(line);
        INFO(line << " -> " << read(line));
        auto const* no = std::get_if<NotUnderstood>(&answer);
        REQUIRE(no != nullptr);
        return *no;
    }
};

}  // namespace cresset::testing
