#pragma once
/// A drill of this folder played through in a small city of seeded streets: NAME.json is the drill, NAME.script (if it
/// is there) what an operator types. A line of a script is "SECONDS LINE"; with "!" before the line, it must be refused
/// or not understood. Codes and streets are the tests' own, so that shipped words may change.

#include "core/exercise/road_guide.h"
#include "tests/core/roads/random_streets.h"
#include "tests/core/session/command_room.h"
#include "tests/core/session/desk_room.h"
#include "tests/drills/golden_rows.h"

namespace cresset::golden {

namespace fs = std::filesystem;

inline fs::path folder()
{
    return fs::path{SOURCE_DIR} / "tests/drills";
}

inline Lines lines_of(std::string const& text)
{
    Lines lines;
    for (auto const line : split(text, '\n'))
        if (!line.empty()) lines.emplace_back(line);
    return lines;
}

inline std::string text_of(std::string const& name)
{
    return cresset::testing::file_text((folder() / name).string());
}

inline std::string own_codes()
{
    std::map<std::string, std::string> files;
    auto const tables = nlohmann::json::parse(text_of("codes.json"));
    for (auto const& [name, table] : tables.items()) files[name] = table.dump();
    auto const codes = join_codes(files);
    REQUIRE(codes);
    return to_json(*codes);
}

struct Typed {
    Duration after{};
    std::string line;
    bool refused = false;
};

inline std::vector<Typed> script_of(std::string const& name)
{
    std::vector<Typed> script;
    for (auto const& line : lines_of(text_of(name + ".script"))) {
        INFO(line);
        auto const space = line.find(' ');
        auto const seconds = parse_whole<std::int64_t>(line.substr(0, space));
        REQUIRE(seconds);
        std::string const rest = line.substr(space + 1);
        bool const refused = rest.starts_with("! ");
        script.push_back({Duration{*seconds * 1000}, refused ? rest.substr(2) : rest, refused});
    }
    return script;
}

class GoldenRun {
public:
    static constexpr Place corner{311'000'000, 1'212'000'000};  // where the random streets begin

    GoldenRun(std::string const& name, fs::path file, std::uint64_t seed = 7)
        : file_{std::move(file)}, script_{script_of(name)}
    {
        std::string const text = text_of(name + ".json");
        auto drill = read_drill(text);
        INFO((drill ? "" : drill.problem()));
        REQUIRE(drill);
        begins_ = drill->starts_at.value();
        length_ = Duration{drill->length_s * 1000};
        clock_.set(begins_);
        sit_down(setup(text, seed));
        run_ = std::make_unique<ExerciseRun>(*session_, clock_, guide_, *drill);
        run_->place_fleet();
    }

    /// Lets the clock go on by so much at a time; what was typed comes at its moment in any case.
    Lines go(Duration step)
    {
        Desk desk{*session_, &guide_};
        auto typed = script_.begin();
        for (Instant at = begins_, end = begins_ + length_; at < end;) {
            at = std::min(end, at + step);
            for (; typed != script_.end() && begins_ + typed->after < at; ++typed) {
                run_->run_until(begins_ + typed->after);
                type(desk, *typed);
            }
            run_->run_until(at);
        }
        CHECK((typed == script_.end()));  // a line after the end would never be tried
        return rows();
    }
    World const& world() const { return session_->world(); }

private:
    static ShiftSetup setup(std::string const& drill, std::uint64_t seed)
    {
        ShiftSetup setup = cresset::testing::ShiftMaker::setup(0, seed);
        setup.shift.time_zone = "Asia/Shanghai";
        setup.codes = own_codes();
        setup.drill = drill;
        for (std::uint32_t i = 0; i < 2; ++i) {
            StationListed station;
            station.id = {1, i + 1};
            station.row.place = moved(corner, 300'000 + i * 500'000, 400'000);
            setup.city.emplace_back(station);
        }
        return setup;
    }
    void sit_down(ShiftSetup const& setup)
    {
        using cresset::testing::ShiftMaker;
        auto shift = begin_shift(file_, begins_);
        REQUIRE(shift);
        journal_ = std::move(shift->journal);
        session_ = std::make_unique<Session>(
            std::move(shift->world),
            SessionParts{journal_.get(), &clock_, &guide_, nullptr, ShiftMaker::seat, ShiftMaker::officer});
        REQUIRE(set_up(*session_, setup));
    }
    void type(Desk& desk, Typed const& typed)
    {
        INFO(typed.line);
        auto const answer =
            parse_command(typed.line, {world(), cresset::testing::shipped_verbs(), nullptr, {}, {}, {}});
        auto const* no = std::get_if<NotUnderstood>(&answer);
        if (no != nullptr) {
            INFO(explain(*no));
            CHECK(typed.refused);
            return;
        }
        auto const ticket = desk.perform(std::get<Command>(answer), typed.line);
        REQUIRE(ticket);
        INFO((ticket->refusal ? explain(*ticket->refusal) : ""));
        CHECK(typed.refused == ticket->refusal.has_value());
    }
    Lines rows() const
    {
        REQUIRE(journal_->wait({journal_->last()}));
        auto const reader = JournalReader::open(file_);
        REQUIRE(reader);
        Lines lines = RowWriter{*reader}.lines();
        CHECK(lines.back() == "world\t" + world_digest(world()));
        return lines;
    }

    fs::path file_;
    std::vector<Typed> script_;
    Instant begins_{};
    Duration length_{};
    RoadGuide guide_{std::make_shared<RoadGraph const>(random_streets({.seed = 5, .side = 12}))};
    ExerciseClock clock_;
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<ExerciseRun> run_;
};

}  // namespace cresset::golden
