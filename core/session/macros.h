#pragma once
/// Macros of the command line: a word that stands for lines one types often, with holes for what differs.
/// "macro raid = d $1 $2 $3 && note $3 entry team sent"; then "raid p12 p14 1023". $1 to $9 are the words after the
/// name,
/// $* is all of them. Each line is an act of its own, kept as typed and undone like any other.

#include "core/base/result.h"
#include "core/facts/fields.h"
#include "core/session/verbs.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

struct Macro {
    std::string name;
    std::vector<std::string> lines;
    friend bool operator==(Macro const&, Macro const&) = default;
    static constexpr auto fields() { return std::tuple{field("lines", &Macro::lines), field("name", &Macro::name)}; }
    /// How many words it needs: the highest hole.
    std::size_t holes() const;
    /// "d $1 $2 && note $2 ..."
    std::string body() const;
};

class Macros {
public:
    static constexpr std::size_t most = 100, most_lines = 20;

    /// What was kept before; what does not fit any more (a name that is a verb now) is left out.
    static Macros read(std::string_view json, Verbs const& verbs);
    std::string text() const;

    /// In place of the one of that name. A problem says what is wrong with it: the name is a verb, begins with a figure
    /// or a sign; a line begins with no verb (a macro does not call another); there are too many.
    std::optional<Problem> keep(std::string_view name, std::string_view body, Verbs const& verbs);
    bool forget(std::string_view name);
    Macro const* find(std::string_view name) const;
    std::vector<Macro> const& all() const { return macros_; }

private:
    std::vector<Macro> macros_;  // by name
};

/// The lines with their holes filled; a problem if a word is missing or one is too much.
Result<std::vector<std::string>> fill_macro(Macro const& macro, std::span<std::string_view const> words);

}  // namespace cresset
