#pragma once
/// A journal as lines of text, and back: what a golden file holds. Fields are parted by tabs:
///   entry   SEQ TIME HAPPENED SEAT.ACT.PART WHO CAUSE SOURCE KIND BODY
///   fix     UNIT LAT LON TIME SPEED COURSE ACCURACY   of the sweep above, so that a diff says who was where
///   text    ID SALT WORDS                             first mentioned by the entry above
///   digest  COUNT:HEX                                 of the whole journal
///   world   HEX                                       of the world that it makes
/// Times are milliseconds since 1970; what is missing is "-".

#include "core/base/text.h"
#include "core/facts/sweep.h"
#include "core/journal/entry_rows.h"
#include "core/journal/journal.h"
#include "core/journal/mentions.h"
#include "core/session/replay.h"
#include "core/world/snapshot.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace cresset::golden {

using Lines = std::vector<std::string>;

/// Of the world's canonical bytes.
inline std::string world_digest(World const& world)
{
    Sha256 hash;
    for (auto const& [name, bytes] : to_chunks(world)) hash.add(name).add(" ").add(bytes).add("\n");
    return hash.finish().hex();
}

class RowWriter {
public:
    explicit RowWriter(JournalReader const& journal) : journal_{journal} {}

    Lines lines()
    {
        journal_.rows({}, [&](JournalRow const& row) { return add(row), true; });
        auto const world = replay(journal_);
        REQUIRE(world);
        lines_.push_back("digest\t" + journal_.digest());
        lines_.push_back("world\t" + world_digest(*world));
        return std::move(lines_);
    }

private:
    void add(JournalRow const& row)
    {
        lines_.push_back(fmt::format("entry\t{}\t{}\t{}\t{}.{}.{}\t{}:{}\t{}\t{}\t{}\t{}", row.seq.value, ms(row.at),
                                     ms(row.happened_at), row.act.seat.value, row.act.number, row.part, row.who.origin,
                                     row.who.number, row.cause ? fmt::format("{}", row.cause->value) : "-", row.source,
                                     row.kind, row.body));
        for (Digest const& digest : blobs_mentioned(row.body)) add_fixes(digest);
        for (TextMention const& mention : texts_mentioned(row.body))
            if (written_.insert(mention.id).second) add_text(mention.id);
    }
    void add_fixes(Digest const& digest)
    {
        auto const bytes = journal_.blob(digest);
        REQUIRE(bytes);
        for (auto const& [unit, fix] : unpack_sweep(*bytes))
            lines_.push_back(fmt::format("fix\t{}:{}\t{}\t{}\t{}\t{}\t{}\t{}", unit.origin, unit.number,
                                         fix.place.lat_e7, fix.place.lon_e7, ms(fix.at), fix.speed_cm_s, fix.course_deg,
                                         fix.accuracy_m));
    }
    void add_text(TextId id)
    {
        auto const text = journal_.text(id);
        REQUIRE(text);
        lines_.push_back(fmt::format("text\t{}:{}\t{}\t{}", id.origin, id.number, to_hex(text->salt),
                                     nlohmann::json(text->text).dump()));
    }

    JournalReader const& journal_;
    std::set<TextId> written_;
    Lines lines_;
};

/// The acts of a golden file.
class RowReader {
public:
    explicit RowReader(Lines const& lines)
    {
        for (auto const& line : lines) {
            INFO(line);
            fields_ = split(line, '\t');
            if (fields_[0] == "entry") read_entry();
            if (fields_[0] == "fix") read_fix();
            if (fields_[0] == "text") read_text();
            if (fields_[0] == "digest") digest = std::string{fields_.at(1)};
            if (fields_[0] == "world") world = std::string{fields_.at(1)};
        }
        end_sweep();
    }

    std::vector<ActRows> acts;
    std::string digest, world;

private:
    template <typename Number>
    static Number number(std::string_view text)
    {
        auto const value = parse_whole<Number>(text);
        INFO(text);
        REQUIRE(value);
        return *value;
    }
    template <typename Thing>
    static Thing id(std::string_view text)
    {
        auto const parts = split(text, ':');
        return {number<std::uint16_t>(parts.at(0)), number<std::uint32_t>(parts.at(1))};
    }
    static Instant time(std::string_view text) { return instant(number<std::int64_t>(text)); }

    void read_entry()
    {
        end_sweep();
        JournalRow row;
        row.seq.value = number<std::uint64_t>(fields_.at(1));
        row.at = time(fields_.at(2));
        row.happened_at = time(fields_.at(3));
        auto const act = split(fields_.at(4), '.');
        row.act = {{number<std::uint16_t>(act.at(0))}, number<std::uint32_t>(act.at(1))};
        row.part = number<std::uint16_t>(act.at(2));
        row.who = id<PersonId>(fields_.at(5));
        if (fields_.at(6) != "-") row.cause = Seq{number<std::uint64_t>(fields_.at(6))};
        row.source = fields_.at(7);
        row.kind = fields_.at(8);
        row.body = fields_.at(9);
        if (acts.empty() || acts.back().rows.back().act != row.act) acts.emplace_back();
        acts.back().rows.push_back(std::move(row));
    }
    void read_fix()
    {
        Fix fix;
        fix.place = {number<std::int32_t>(fields_.at(2)), number<std::int32_t>(fields_.at(3))};
        fix.at = time(fields_.at(4));
        fix.speed_cm_s = number<std::uint16_t>(fields_.at(5));
        fix.course_deg = number<std::uint16_t>(fields_.at(6));
        fix.accuracy_m = number<std::uint16_t>(fields_.at(7));
        fixes_.push_back({id<UnitId>(fields_.at(1)), fix});
    }
    void read_text()
    {
        auto const salt = from_hex(fields_.at(2));
        REQUIRE(salt);
        acts.back().texts.push_back(
            {id<TextId>(fields_.at(1)), nlohmann::json::parse(fields_.at(3)).get<std::string>(), *salt});
    }
    /// The bytes of the fixes so far belong to the last entry.
    void end_sweep()
    {
        if (fixes_.empty()) return;
        auto const digests = blobs_mentioned(acts.back().rows.back().body);
        REQUIRE(digests.size() == 1);
        acts.back().blobs.push_back({digests[0], pack_sweep(fixes_)});
        fixes_.clear();
    }

    std::vector<std::string_view> fields_;
    std::vector<UnitFix> fixes_;
};

/// Empty if both are the same; else where they part, and how.
inline std::string first_difference(Lines const& golden, Lines const& now)
{
    auto const line = [](Lines const& lines, std::size_t i) { return i < lines.size() ? lines[i] : "(the end)"; };
    for (std::size_t i = 0; i < std::max(golden.size(), now.size()); ++i)
        if (line(golden, i) != line(now, i))
            return fmt::format("line {}\n  golden: {}\n  now:    {}", i + 1, line(golden, i), line(now, i));
    return {};
}

}  // namespace cresset::golden
