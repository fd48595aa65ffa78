#include "core/feeds/csv.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>

namespace cresset::feeds {

namespace {

using Cells = std::vector<std::string>;

std::vector<CsvRow> rows_of(std::string_view text, char separator = ',')
{
    CsvReader reader{text, separator};
    std::vector<CsvRow> rows;
    while (auto row = reader.next()) rows.push_back(*std::move(row));
    return rows;
}

/// A cell as a careful writer writes it.
std::string written(std::string const& cell)
{
    std::string text = "\"";
    for (char const c : cell) text += c == '"' ? std::string{"\"\""} : std::string{c};
    return text + '"';
}

}  // namespace

TEST_CASE("a quote that never closes costs its line and no more")
{
    auto const rows = rows_of("a,b\n1,\"two\n3,4\n5,6\n");
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].problem == "a quote does not close");
    CHECK(rows[2].cells == Cells{"3", "4"});
    CHECK(rows[2].line == 3);
    CHECK(rows[3].problem.empty());
}

TEST_CASE("text after a closing quote makes the row doubtful and the next one is read")
{
    auto const rows = rows_of("\"a\"b,c\nd,e\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].problem == "text follows a closing quote");
    CHECK(rows[1].cells == Cells{"d", "e"});
}

TEST_CASE("a cell or a row beyond its limit is a problem of that row alone")
{
    auto const long_cell = rows_of(std::string(70'000, 'x') + ",b\nc,d\n");
    REQUIRE(long_cell.size() == 2);
    CHECK_FALSE(long_cell[0].problem.empty());
    CHECK(long_cell[1].cells == Cells{"c", "d"});
    auto const long_row = rows_of(std::string(5000, ',') + "\nc,d\n");
    REQUIRE(long_row.size() == 2);
    CHECK_FALSE(long_row[0].problem.empty());
    CHECK(long_row[0].cells.size() == CsvReader::row_limit);
}

TEST_CASE("nothing and empty lines have no rows")
{
    CHECK(rows_of("").empty());
    CHECK(rows_of("\xEF\xBB\xBF").empty());
    CHECK(rows_of("\r\n\n\r").empty());
}

TEST_CASE("quoted cells hold separators and line ends and doubled quotes")
{
    auto const rows = rows_of(
        "\xEF\xBB\xBF"
        "a,\"b,\r\nc\",\"say \"\"hi\"\"\",\r\nnext,\"\",x,y");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells == Cells{"a", "b,\r\nc", "say \"hi\"", ""});
    CHECK(rows[1].cells == Cells{"next", "", "x", "y"});
    CHECK(rows[0].line == 1);
    CHECK(rows[1].line == 3);
}

TEST_CASE("lines may end with LF or CRLF or CR")
{
    for (std::string const end : {"\n", "\r\n", "\r"}) {
        auto const rows = rows_of("a,b" + end + end + "c,d");
        REQUIRE(rows.size() == 2);
        CHECK(rows[1].cells == Cells{"c", "d"});
        CHECK(rows[1].line == 3);
    }
}

TEST_CASE("the separator is found in the first line outside quotes")
{
    CHECK(detect_separator("a,b;c,d\n;;;;") == ',');
    CHECK(detect_separator("a;b;\"c,,,,\"\n") == ';');
    CHECK(detect_separator("a\tb") == '\t');
    CHECK(detect_separator("alone") == ',');
}

TEST_CASE("what a careful writer writes is read back")
{
    std::string const letters = "ab\"\n\r,;\t \xC3\xA9";
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        Dice dice{seed};
        std::vector<Cells> table(static_cast<std::size_t>(dice.range(1, 6)));
        std::string text;
        for (auto& cells : table) {
            cells.resize(static_cast<std::size_t>(dice.range(1, 5)));
            for (auto& cell : cells) {
                for (auto n = dice.below(8); n > 0; --n) cell += letters[dice.below(letters.size())];
                text += written(cell) + (&cell == &cells.back() ? "\r\n" : ";");
            }
        }
        auto const rows = rows_of(text, ';');
        CAPTURE(seed, text);
        REQUIRE(rows.size() == table.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            REQUIRE(rows[i].problem.empty());
            REQUIRE(rows[i].cells == table[i]);
        }
    }
}

}  // namespace cresset::feeds
