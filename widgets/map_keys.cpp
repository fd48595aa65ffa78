#include "widgets/map_keys.h"

#include <QCoreApplication>
#include <array>

namespace cresset::widgets {

std::span<MapKey const> mapKeys()
{
    static constexpr std::array keys{
        MapKey{Qt::Key_Left, MapAct::left},
        MapKey{Qt::Key_Right, MapAct::right},
        MapKey{Qt::Key_Up, MapAct::up},
        MapKey{Qt::Key_Down, MapAct::down},
        MapKey{Qt::Key_Plus, MapAct::closer},
        MapKey{Qt::Key_Equal, MapAct::closer, false},
        MapKey{Qt::Key_Minus, MapAct::farther},
        MapKey{Qt::Key_Home, MapAct::fit},
        MapKey{Qt::Key_Asterisk, MapAct::fit},
        MapKey{Qt::Key_PageDown, MapAct::next_mark},
        MapKey{Qt::Key_PageUp, MapAct::last_mark},
    };
    return keys;
}

QString mapKeyText(MapKey const& key)
{
    switch (key.act) {
        case MapAct::left: return QCoreApplication::translate("MapKeys", "on the map: to the west");
        case MapAct::right: return QCoreApplication::translate("MapKeys", "on the map: to the east");
        case MapAct::up: return QCoreApplication::translate("MapKeys", "on the map: to the north");
        case MapAct::down: return QCoreApplication::translate("MapKeys", "on the map: to the south");
        case MapAct::closer: return QCoreApplication::translate("MapKeys", "on the map: closer");
        case MapAct::farther: return QCoreApplication::translate("MapKeys", "on the map: farther away");
        case MapAct::fit: return QCoreApplication::translate("MapKeys", "on the map: everything");
        case MapAct::next_mark: return QCoreApplication::translate("MapKeys", "on the map: the next mark that is seen");
        case MapAct::last_mark: return QCoreApplication::translate("MapKeys", "on the map: the mark before");
    }
    return {};
}

}  // namespace cresset::widgets
