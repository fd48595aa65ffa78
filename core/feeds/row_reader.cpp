#include "core/feeds/row_reader.h"

#include "core/base/text.h"
#include "core/feeds/time_format.h"

#include <fmt/format.h>

namespace cresset::feeds {

namespace {

/// Words of a problem may come from anyone: short, and no text of several lines.
std::string quoted(std::string_view text)
{
    std::string shown{text.substr(0, 60)};
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return '"' + to_valid_utf8(shown) + '"';
}

class RowReader {
public:
    RowReader(RowValues const& values, TableMap const& map) : values_{values}, map_{map} {}

    std::variant<IncidentRow, RowProblem> read()
    {
        read_words();
        read_times();
        read_place();
        if (problem_) return *problem_;
        return row_;
    }

private:
    std::string_view text(Column column) const { return trim(values_[static_cast<std::size_t>(column)]); }
    std::string words(Column column) const { return to_valid_utf8(text(column)); }

    void fail(Malformed reason, std::string message)
    {
        if (!problem_) problem_ = RowProblem{reason, std::move(message)};
    }

    static std::string mapped(std::map<std::string, std::string, std::less<>> const& ours, std::string const& theirs)
    {
        auto const found = ours.find(theirs);
        return found == ours.end() ? theirs : found->second;
    }

    void read_words()
    {
        row_.external = words(Column::external);
        row_.type_original = words(Column::type);
        row_.type = mapped(map_.types, row_.type_original);
        row_.unit = words(Column::unit);
        row_.unit_kind = mapped(map_.unit_kinds, words(Column::unit_kind));
        row_.address = words(Column::address);
        row_.disposition = words(Column::disposition);
        auto const priority = map_.priorities.find(text(Column::priority));
        if (priority != map_.priorities.end()) row_.priority = priority->second;
        if (row_.external.empty()) fail(Malformed::missing_value, "the incident has no number");
    }

    std::optional<Instant> time(Column column)
    {
        if (text(column).empty()) return {};
        auto const at = parse_time(text(column), map_.time_format, map_.zone);
        if (!at)
            fail(Malformed::bad_time,
                 fmt::format("the {} time {} cannot be read", name_of(column), quoted(text(column))));
        return at;
    }

    void read_times()
    {
        if (text(Column::received).empty()) fail(Malformed::missing_value, "there is no time at which it was received");
        row_.received = time(Column::received).value_or(Instant{});
        row_.entry = time(Column::entry);
        row_.dispatch = time(Column::dispatch);
        row_.response = time(Column::response);
        row_.on_scene = time(Column::on_scene);
        row_.transport = time(Column::transport);
        row_.hospital = time(Column::hospital);
        row_.available = time(Column::available);
    }

    void read_place()
    {
        if (!text(Column::place).empty()) return take_place(place_from_text(text(Column::place)), text(Column::place));
        if (text(Column::lat).empty() && text(Column::lon).empty()) return;
        auto const both = fmt::format("{},{}", text(Column::lat), text(Column::lon));
        take_place(place_from_text(both), both);
    }

    void take_place(std::optional<Place> place, std::string_view said)
    {
        row_.place = place;
        if (!place) fail(Malformed::bad_place, fmt::format("the place {} cannot be read", quoted(said)));
    }

    RowValues const& values_;
    TableMap const& map_;
    IncidentRow row_;
    std::optional<RowProblem> problem_;
};

}  // namespace

std::variant<IncidentRow, RowProblem> read_row(RowValues const& values, TableMap const& map)
{
    return RowReader{values, map}.read();
}

std::optional<Place> place_from_text(std::string_view text)
{
    text = trim(text);
    bool const point = lower(text.substr(0, 5)) == "point";
    if (point) text = trim(text.substr(5));
    if (text.starts_with('(') && text.ends_with(')')) text = trim(text.substr(1, text.size() - 2));
    std::size_t const gap = text.find_first_of(point ? " \t" : ", \t");
    if (gap == std::string_view::npos) return {};
    std::string_view rest = trim(text.substr(gap));
    if (!point && rest.starts_with(',')) rest = trim(rest.substr(1));
    auto const first = parse_real(trim(text.substr(0, gap)));
    auto const second = parse_real(rest);
    if (!first || !second) return {};
    return point ? place_from_degrees(*second, *first) : place_from_degrees(*first, *second);
}

}  // namespace cresset::feeds
