#pragma once
/// The keys of the map, once: what the canvas does at each, and what the page of help says about it.

#include <QKeySequence>
#include <QString>
#include <span>

namespace cresset::widgets {

enum class MapAct : std::uint8_t { left, right, up, down, closer, farther, fit, next_mark, last_mark };

struct MapKey {
    Qt::Key key;
    MapAct act;
    bool listed = true;  // on the page of help; another key of the same act is not
};

std::span<MapKey const> mapKeys();
/// In the language in use.
QString mapKeyText(MapKey const& key);

}  // namespace cresset::widgets
