#include "maps/gazetteer.h"
#include "maps/search_text.h"

#include <algorithm>

namespace cresset::maps {

namespace {

/// Names stand in the table in the order in which a search with too many answers shall meet them.
constexpr char const* schema = R"(
CREATE TABLE named(
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  lat INTEGER NOT NULL, lon INTEGER NOT NULL, detail TEXT NOT NULL, weight INTEGER NOT NULL,
  first TEXT NOT NULL, second TEXT NOT NULL, keys TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE named_search USING fts5(tokens, content='', columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE named_box USING rtree_i32(id, west, east, south, north);
CREATE TABLE street_line(id INTEGER PRIMARY KEY, street INTEGER NOT NULL, shape BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE street_box USING rtree_i32(id, west, east, south, north);
)";

class Writer {
public:
    Writer(Database& database, Pinyin const& pinyin) : database_{database}, pinyin_{pinyin} {}

    std::int64_t add(NamedThing const& thing)
    {
        SearchText const text = search_text(pinyin_, all_names(thing), thing.sorts);
        std::int64_t const id = ++last_;
        auto row = database_.statement("INSERT INTO named VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)");
        row.bind_all(id, static_cast<int>(thing.kind), thing.names.name, thing.names.zh, thing.names.en,
                     thing.place.lat_e7, thing.place.lon_e7, thing.detail, thing.weight, thing.first, thing.second,
                     text.keys);
        row.run();
        auto search = database_.statement("INSERT INTO named_search(rowid, tokens) VALUES(?1,?2)");
        search.bind_all(id, text.tokens);
        search.run();
        if (thing.kind == HitKind::house_number || thing.kind == HitKind::crossing) add_box(id, thing.place);
        return id;
    }
    void add_line(std::int64_t street, Line const& line)
    {
        Bounds box;
        for (Place const place : line) box.add(place);
        auto row = database_.statement("INSERT INTO street_line VALUES(?1,?2,?3)");
        std::string const shape = pack_line(line);
        row.bind_all(++last_line_, street, Blob{shape});
        row.run();
        auto insert = database_.statement("INSERT INTO street_box VALUES(?1,?2,?3,?4,?5)");
        insert.bind_all(last_line_, box.min.lon_e7, box.max.lon_e7, box.min.lat_e7, box.max.lat_e7);
        insert.run();
    }

private:
    static std::vector<std::string> all_names(NamedThing const& thing)
    {
        std::vector<std::string> names{thing.names.name};
        auto const add = [&](std::string const& name) {
            if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        };
        add(thing.names.zh);
        add(thing.names.en);
        for (std::string const& other : thing.other_names) add(other);
        return names;
    }
    void add_box(std::int64_t id, Place place)
    {
        auto insert = database_.statement("INSERT INTO named_box VALUES(?1,?2,?3,?4,?5)");
        insert.bind_all(id, place.lon_e7, place.lon_e7, place.lat_e7, place.lat_e7);
        insert.run();
    }

    Database& database_;
    Pinyin const& pinyin_;
    std::int64_t last_ = 0, last_line_ = 0;
};

/// Heavier first, else as they come.
std::vector<NamedThing const*> of_kind(std::vector<NamedThing> const& named, HitKind kind)
{
    std::vector<NamedThing const*> found;
    for (NamedThing const& thing : named)
        if (thing.kind == kind) found.push_back(&thing);
    std::stable_sort(found.begin(), found.end(),
                     [](NamedThing const* a, NamedThing const* b) { return a->weight > b->weight; });
    return found;
}

}  // namespace

NameCounts write_gazetteer(Database& database, Pinyin const& pinyin, std::vector<NamedThing> const& named,
                           Streets const& streets)
{
    database.exec(schema);
    Writer writer{database, pinyin};
    auto const add_all = [&](std::vector<NamedThing> const& things, HitKind kind) {
        auto const found = of_kind(things, kind);
        for (NamedThing const* thing : found) writer.add(*thing);
        return static_cast<std::int64_t>(found.size());
    };
    NameCounts counts;
    for (HitKind const kind : {HitKind::place, HitKind::station, HitKind::area}) add_all(named, kind);
    std::vector<std::int64_t> ids(streets.things.size());
    for (NamedThing const* street : of_kind(streets.things, HitKind::street))
        ids[static_cast<std::size_t>(street - streets.things.data())] = writer.add(*street);
    counts.streets = static_cast<std::int64_t>(streets.things.size());
    counts.pois = add_all(named, HitKind::poi);
    counts.crossings = add_all(streets.crossings, HitKind::crossing);
    counts.house_numbers = add_all(named, HitKind::house_number);
    for (StreetLine const& line : streets.lines) writer.add_line(ids[line.street], line.line);
    database.exec("INSERT INTO named_search(named_search) VALUES('optimize')");
    return counts;
}

}  // namespace cresset::maps
