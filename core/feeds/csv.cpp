#include "core/feeds/csv.h"

#include <algorithm>
#include <array>

namespace cresset::feeds {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Lines of a text that ends a line with LF, CRLF or CR.
std::size_t line_ends_in(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n'))) ++count;
    return count;
}

}  // namespace

CsvReader::CsvReader(std::string_view text, char separator) : text_{text}, separator_{separator}
{
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
}

std::optional<CsvRow> CsvReader::next()
{
    while (!text_.empty() && at_line_end()) skip_line_end();
    if (text_.empty()) return {};
    CsvRow row;
    row.line = line_;
    while (take_cell(row)) {
    }
    if (!text_.empty()) skip_line_end();
    return row;
}

/// False after the last cell of the row.
bool CsvReader::take_cell(CsvRow& row)
{
    std::string cell = text_.starts_with('"') ? take_quoted(row) : std::string{};
    std::size_t end = 0;
    while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n' && text_[end] != '\r') ++end;
    if (cell.size() + end > cell_limit) row.problem = "a cell is longer than 64 KiB";
    if (row.problem.empty()) cell.append(text_.substr(0, end));
    text_.remove_prefix(end);
    if (row.cells.size() == row_limit) row.problem = "there are more than 1024 cells";
    if (row.cells.size() < row_limit) row.cells.push_back(std::move(cell));
    if (text_.empty() || text_.front() != separator_) return false;
    text_.remove_prefix(1);
    return true;
}

/// What stands between quotes. If they do not close within the limit, the row ends with its first line, so that one
/// stray quote does not swallow the rest of the file.
std::string CsvReader::take_quoted(CsvRow& row)
{
    std::string cell;
    for (std::size_t at = 1; at < text_.size() && cell.size() <= cell_limit; ++at) {
        bool const quote = text_[at] == '"';
        if (quote && (at + 1 == text_.size() || text_[at + 1] != '"')) {
            line_ += line_ends_in(text_.substr(0, at));
            text_.remove_prefix(at + 1);
            if (!text_.empty() && text_.front() != separator_ && !at_line_end())
                row.problem = "text follows a closing quote";
            return cell;
        }
        cell += text_[at];
        if (quote) ++at;
    }
    row.problem = "a quote does not close";
    text_.remove_prefix(std::min(text_.find_first_of("\r\n"), text_.size()));
    return {};
}

bool CsvReader::at_line_end() const
{
    return text_.front() == '\n' || text_.front() == '\r';
}

void CsvReader::skip_line_end()
{
    text_.remove_prefix(text_.starts_with("\r\n") ? 2 : 1);
    ++line_;
}

char detect_separator(std::string_view text)
{
    constexpr std::array candidates{',', ';', '\t'};
    std::array<std::size_t, candidates.size()> counts{};
    bool quoted = false;
    for (char const c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) break;
        for (std::size_t i = 0; !quoted && i < candidates.size(); ++i) counts[i] += c == candidates[i];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

}  // namespace cresset::feeds
