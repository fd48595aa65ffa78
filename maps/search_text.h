#pragma once
/// What the gazetteer's full-text index holds of a name, and what it is asked for a text that somebody typed. Both
/// sides go through fold(), so that they meet. In the index a Chinese name stands as single characters (a phrase of
/// them finds any stretch), as pinyin from every syllable on ("zhongshanlu shanlu lu"), and as initials ("zsl sl"), for
/// every reading; other words stand as they are, and are found by their beginning.

#include "maps/pinyin.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::maps {

struct SearchText {
    std::string tokens;  // for the index, with blanks between
    std::string keys;    // whole names in all their forms, one a line, pieces with blanks between: for ranking
};

/// Of all names of one thing. `sorts` says what it is ("hospital", "医院"): found, but never as its name.
SearchText search_text(Pinyin const& pinyin, std::vector<std::string> const& names,
                       std::vector<std::string> const& sorts = {});

enum class Likeness { rest, prefix, exact };

/// A text as it was typed, understood.
class Query {
public:
    /// Nothing if there is not one letter, digit or Chinese character in it.
    static std::optional<Query> read(std::string_view text);

    /// FTS5 expression; without_numbers: the same as if no house number had been typed.
    std::string const& match() const { return match_; }
    std::string const& match_without_numbers() const { return match_without_numbers_; }
    bool has_number() const { return has_number_; }
    bool is_crossing() const { return is_crossing_; }
    /// How well a thing's keys fit.
    Likeness likeness(std::string_view keys) const;

private:
    struct Form {                         // one way to understand the text
        std::string joined;               // all pieces without blanks
        std::vector<std::string> sorted;  // its pieces, in whatever order they were typed
    };
    void add_form(std::vector<std::string> pieces);

    std::vector<Form> forms_;
    std::string match_, match_without_numbers_;
    bool has_number_ = false;
    bool is_crossing_ = false;
};

/// The streets in "中山路与解放路", "中山路解放路口"; one part if it is no crossing. `han` is a folded run of Chinese.
std::vector<std::string> crossing_parts(std::string_view han);

}  // namespace cresset::maps
