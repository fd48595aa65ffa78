#pragma once
/// What to do about each thing that can be refused, not understood or broken, in the language in use: known by the
/// English sentence that the core says, with its holes ("there is no unit {0}").

#include <QString>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::widgets {

/// Empty if nothing is known, or if the sentence says it itself.
QString adviceOf(std::string_view english);
/// The sentence of a problem and, on a line of its own, what to do about it.
QString problemWithAdvice(std::string const& problem);

/// A sentence that people may meet, and what to do about it, both in the language in use.
struct Advised {
    QString sentence, advice;
};
/// All of them: refusals, mistakes at the command line, problems.
std::vector<Advised> everyAdvice();

}  // namespace cresset::widgets
