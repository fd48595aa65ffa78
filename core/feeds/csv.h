#pragma once
/// Reads CSV as RFC 4180 has it: cells may be quoted, and a quoted cell may hold separators, line ends and doubled
/// quotes. A byte-order mark is skipped, lines end with LF, CRLF or CR. Bad rows are told and skipped, never fatal.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::feeds {

struct CsvRow {
    std::size_t line = 0;  // where it begins, counted from 1
    std::vector<std::string> cells;
    std::string problem;  // empty, or why its cells cannot be trusted
};

class CsvReader {
public:
    static constexpr std::size_t cell_limit = 64 * 1024;  // bytes
    static constexpr std::size_t row_limit = 1024;        // cells

    /// The text must outlive the reader.
    CsvReader(std::string_view text, char separator);
    /// The next row that is not empty; nothing at the end.
    std::optional<CsvRow> next();

private:
    bool take_cell(CsvRow& row);
    std::string take_quoted(CsvRow& row);
    bool at_line_end() const;
    void skip_line_end();

    std::string_view text_;
    char separator_;
    std::size_t line_ = 1;
};

/// The separator that the first line uses most: comma, semicolon or tab (outside quotes); a comma if none.
char detect_separator(std::string_view text);

}  // namespace cresset::feeds
