#pragma once
/// The gazetteer of a pack: names and where they are, searched in Chinese, pinyin, initials and English (see
/// maps/search_text.h), and the other way round: what a place is called. Tables: named (a row a name), named_search
/// (FTS5), named_box, street_line and street_box (for places). Calls throw as the database does.

#include "core/store/database.h"
#include "maps/named_things.h"
#include "maps/pack.h"
#include "maps/pinyin.h"

#include <string_view>
#include <vector>

namespace cresset::maps {

/// Numbers of things of each kind, for the pack's counts.
struct NameCounts {
    std::int64_t streets = 0, crossings = 0, house_numbers = 0, pois = 0;
};

/// Makes the tables and fills them; the same things in the same order give the same bytes. The caller holds the
/// transaction.
NameCounts write_gazetteer(Database& database, Pinyin const& pinyin, std::vector<NamedThing> const& named,
                           Streets const& streets);

bool has_gazetteer(Database& database);
std::vector<Hit> find_names(Database& database, std::string_view text, FindOptions const& options);
std::vector<Hit> things_near(Database& database, Place place, NearOptions const& options);
/// Without the area, which the caller adds (see finish_address).
Address nearest_address(Database& database, Place place);
/// Puts the sentences together.
void finish_address(Address& address, Place place);

/// Millimetres from a place to the nearest point of a line; INT64_MAX of an empty one.
std::int64_t distance_to_line_mm(Line const& line, Place place);

}  // namespace cresset::maps
