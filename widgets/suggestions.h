#pragma once
/// The list of words that opens below a field while somebody types: framed, with whole rows and a current row that is
/// seen.

#include <QCompleter>

namespace cresset::widgets {

void showAsSuggestions(QCompleter& completer);

}  // namespace cresset::widgets
