#pragma once
/// The table of verbs of the command line (resources/codes/verbs.json): each with its words in English, Chinese and
/// pinyin initials, what follows it, and its help. A word never means two things.

#include "core/base/result.h"
#include "core/facts/names.h"

#include <string>
#include <string_view>
#include <vector>

namespace cresset {

struct Verb {
    std::string verb;                // the one name the program knows it by
    std::vector<std::string> words;  // what people type; the first is shown
    std::string form;                // kinds of what follows, for completion
    Names name;
    Names help;
    friend bool operator==(Verb const&, Verb const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("form", &Verb::form), field("help", &Verb::help), field("name", &Verb::name),
                          field("verb", &Verb::verb), field("words", &Verb::words)};
    }
};

class Verbs {
public:
    /// A problem if the table does not fit, or a word stands twice.
    static Result<Verbs> read(std::string_view json);

    Verb const* find(std::string_view word) const;
    /// Verbs of which a word begins so, in the order of the table, which is how usual they are; first of all one that
    /// this is a word of.
    std::vector<Verb const*> beginning(std::string_view part) const;
    std::vector<Verb> const& all() const { return verbs_; }

private:
    std::vector<Verb> verbs_;
};

}  // namespace cresset
