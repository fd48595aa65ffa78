#include "app/room.h"

#include "app/resources.h"
#include "core/journal/entry_rows.h"
#include "core/session/replay.h"
#include "core/session/shift.h"

#include <chrono>
#include <fmt/format.h>
#include <system_error>

namespace cresset::app {

namespace fs = std::filesystem;

namespace {

constexpr SeatId desk_seat{1};
constexpr PersonId desk_person{1, 1};

std::vector<Event> people()
{
    return {PersonListed{{setup_person, {"setup", "system", {}}}},
            PersonListed{{desk_person, {"desk-1", "dispatcher", {}}}},
            PersonListed{{simulator_person, {"simulator", "simulator", {}}}},
            PersonListed{{PersonId{901, 1}, {"clock", "system", {}}}}};
}

}  // namespace

Instant SystemClock::now()
{
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since)};
}

Result<std::unique_ptr<Room>> Room::open(RoomOrder order)
{
    std::unique_ptr<Room> room{new Room};
    auto verbs = load_verbs();
    if (!verbs) return Problem{verbs.problem()};
    room->verbs_ = *std::move(verbs);
    auto codes = load_codes();
    if (!codes) return Problem{codes.problem()};
    room->codes_ = *std::move(codes);
    auto rules = load_dispatch_rules(room->codes_);
    if (!rules) return Problem{rules.problem()};
    room->rules_ = *std::move(rules);
    auto field_rules = load_field_rules();
    if (!field_rules) return Problem{field_rules.problem()};
    room->field_rules_ = *std::move(field_rules);
    if (order.drill) {
        auto text = load_drill(*order.drill);
        if (!text) return Problem{text.problem()};
        if (auto const drill = read_drill(*text); !drill)
            return Problem{fmt::format("{}: {}", *order.drill, drill.problem())};
        room->drill_text_ = *std::move(text);
    }
    if (auto problem = room->open_city(order)) return *problem;
    if (auto problem = room->open_journal(order)) return *problem;
    return room;
}

Room::~Room() = default;

std::optional<Problem> Room::open_city(RoomOrder const& order)
{
    if (!order.city) return {};
    auto pack = maps::CityPack::open(*order.city);
    if (!pack) return Problem{pack.problem()};
    pack_ = std::make_shared<maps::CityPack const>(*std::move(pack));
    places_ = std::make_unique<maps::PackPlaces>(pack_);
    if (auto roads = pack_->roads())
        guide_ = std::make_unique<RoadGuide>(std::move(roads),
                                             [places = places_.get()](Place place) { return places->name_of(place); });
    return {};
}

std::optional<Problem> Room::open_for_reading(fs::path const& file, std::optional<std::string> const& at)
{
    auto reader = JournalReader::open(file);
    if (!reader) return Problem{reader.problem()};
    reader_ = std::make_unique<JournalReader>(*std::move(reader));
    std::optional<Seq> until;
    if (at) {
        auto moment = parse_moment(*reader_, *at);
        if (!moment) return Problem{moment.problem()};
        until = *moment;
    }
    auto world = world_at(*reader_, until);
    if (!world) return Problem{world.problem()};
    world_ = *std::move(world);
    if (at) return read_only_ = fixed_ = true, std::nullopt;
    reader_->follow_from(world_.last);
    read_only_ = true;
    return {};
}

std::optional<Problem> Room::open_journal(RoomOrder const& order)
{
    std::error_code error;
    bool const exists = order.journal && fs::exists(*order.journal, error);
    if (exists && order.must_be_new)
        return Problem{fmt::format("{} is there already: give another name, or --resume to go on with it",
                                   order.journal->string())};
    if (order.read_only && !exists) return Problem{"to read only, give a journal that exists"};
    if (exists && !order.read_only && !order.at) {
        auto shift = continue_shift(*order.journal, order.journal_options);
        if (shift) {
            journal_ = std::move(shift->journal);
            world_ = std::move(shift->world);
            is_new_ = world_.last.value == 0;  // the program died before the shift's first act was durable
        } else {
            notice_ = shift.problem();
            if (auto problem = open_for_reading(*order.journal, {})) return Problem{notice_};
        }
    } else if (exists) {
        if (auto problem = open_for_reading(*order.journal, order.at)) return problem;
    } else {
        is_new_ = true;
    }
    return begin(order);
}

std::optional<Problem> Room::begin(RoomOrder const& order)
{
    std::optional<Drill> drill;
    std::string const& drill_text = is_new_ ? drill_text_ : world_.drill;
    if (!drill_text.empty()) {
        auto read = read_drill(drill_text);
        if (!read) return Problem{read.problem()};
        drill = *std::move(read);
    }
    bool const exercise = is_new_ ? drill.has_value() : world_.shift.exercise;
    Instant const starts = drill && drill->starts_at && is_new_ ? *drill->starts_at : system_clock_.now();
    if (drill && is_new_) drill->starts_at = starts;
    if (is_new_ && order.journal && !journal_) {
        auto shift = begin_shift(*order.journal, starts, order.journal_options, order.takes_over);
        if (!shift) return Problem{shift.problem()};
        journal_ = std::move(shift->journal);
        world_ = std::move(shift->world);
    }
    if (exercise) exercise_clock_.set(is_new_ ? starts : world_.at);
    SessionParts parts;
    parts.journal = journal_.get();
    parts.reader = reader_.get();
    parts.clock = exercise || read_only_ ? static_cast<TimeSource*>(&exercise_clock_) : &system_clock_;
    parts.streets = guide_.get();
    parts.seat = desk_seat;
    parts.who = desk_person;
    if (read_only_) exercise_clock_.set(world_.at);
    std::string const parent = is_new_ && journal_
                                   ? JournalReader::open(journal_->file(), order.journal_options.disk)->parent_digest()
                                   : std::string{};
    session_ = std::make_unique<Session>(std::move(world_), parts);
    desk_ = std::make_unique<Desk>(*session_, guide_.get());
    desk_->use_rules(&rules_);
    desk_->use_field_rules(field_rules_);
    if (!read_only_) nearer_ = std::make_unique<NearerWatch>(*session_, guide_.get(), rules_);
    if (is_new_) {
        ShiftSetup setup;
        setup.shift.exercise = exercise;
        setup.shift.name = drill ? drill->name.en : "live";
        setup.shift.drill = order.drill.value_or("");
        setup.shift.seed = exercise ? order.seed : 0;
        setup.shift.parent_digest = parent;
        if (pack_) {
            auto const& info = pack_->info();
            setup.shift.city = {info.name, info.name_zh};
            setup.shift.city_digest = info.digest;
            setup.shift.time_zone = info.time_zone;
            setup.city = maps::listing_events(pack_->things());
        }
        setup.codes = to_json(codes_);
        setup.drill = drill ? with_start(drill_text, starts) : drill_text;
        setup.people = people();
        if (auto const ticket = set_up(*session_, setup); ticket.refusal) return Problem{explain(*ticket.refusal)};
    }
    if (read_only_ || !drill) return {};
    if (!guide_)
        return Problem{"the drill needs a city pack with roads: give --city, or make one with cressetctl import"};
    exercise_ = std::make_unique<ExerciseRun>(*session_, exercise_clock_, *guide_, *std::move(drill));
    if (session_->world().units.empty()) exercise_->place_fleet();
    return {};
}

std::optional<std::filesystem::path> Room::file() const
{
    if (journal_) return journal_->file();
    return reader_ ? std::optional{reader_->file()} : std::nullopt;
}

std::vector<Entry> Room::recent(std::uint64_t most) const
{
    std::vector<Entry> entries;
    std::uint64_t const last = session_->world().last.value;
    auto const read = [&](JournalReader const& reader) {
        SeqRange const range{Seq{last > most ? last - most + 1 : 1}, Seq{last}};
        reader.rows(range, [&](JournalRow const& row) {
            if (auto entry = entry_of(row)) entries.push_back(*std::move(entry));
            return true;
        });
    };
    if (reader_) {
        read(*reader_);
    } else if (journal_ && (!is_new_ || journal_->wait({journal_->last()}))) {
        if (auto reader = JournalReader::open(journal_->file())) read(*reader);
    }
    return entries;
}

void Room::follow()
{
    if (!follows()) return;
    std::vector<Entry> entries;
    for (JournalRow const& row : reader_->follow()) {
        auto entry = entry_of(row);
        if (!entry) continue;
        if (auto* sweep = std::get_if<Sweep>(&entry->event))
            if (auto const digest = Digest::from_hex(sweep->digest))
                if (auto bytes = reader_->blob(*digest)) sweep->bytes = *std::move(bytes);
        entries.push_back(*std::move(entry));
    }
    if (entries.empty()) return;
    exercise_clock_.set(entries.back().at);
    session_->follow(entries);
}

std::optional<Problem> Room::close()
{
    return journal_ ? journal_->close() : std::nullopt;
}

}  // namespace cresset::app
