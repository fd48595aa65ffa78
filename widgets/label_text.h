#pragma once
/// Which of a thing's names the map shows, and what kind of writing a text is.

#include "maps/vector_tile.h"

#include <QString>
#include <array>
#include <cstdint>
#include <map>

namespace cresset::widgets {

enum class NameChoice : std::uint8_t { latin, chinese, both };

/// One or two lines of writing: `second` only where both names were asked for and differ.
struct LabelText {
    QString first;
    QString second;
    bool empty() const { return first.isEmpty(); }
    friend bool operator==(LabelText const&, LabelText const&) = default;
    friend bool operator<(LabelText const& a, LabelText const& b)
    {
        return a.first != b.first ? a.first < b.first : a.second < b.second;
    }
};

/// The name of a feature by choice: the other name where the one chosen is missing. Control characters are left out and
/// texts longer than 60 characters cut.
LabelText labelText(maps::TileLayer const& layer, maps::TileFeature const& feature, NameChoice choice);

/// The same for many features of a layer: a street of fifty pieces is read once.
class LabelTexts {
public:
    LabelTexts(maps::TileLayer const& layer, NameChoice choice);
    LabelText const& of(maps::TileFeature const& feature);

private:
    using Names = std::array<std::uint32_t, 4>;  ///< value indexes of the keys that make a name, or none

    maps::TileLayer const& layer_;
    NameChoice choice_;
    Names keys_;
    std::map<Names, LabelText> known_;
};

/// True if every character is Chinese, Japanese or Korean (or a blank, digit or Latin letter among mostly such ones).
bool standsUpright(QString const& text);
/// True if the text has Chinese, Japanese or Korean characters.
bool hasIdeographs(QString const& text);
/// True if the letters of this text change or move by their neighbours (Arabic, Indic ...): drawn as one piece.
bool needsShaping(QString const& text);

}  // namespace cresset::widgets
