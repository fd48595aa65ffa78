#include "widgets/word_parts.h"

#include "widgets/desk_hub.h"

#include <QCoreApplication>

namespace cresset::widgets {

QString tr(char const* text, char const* comment)
{
    return QCoreApplication::translate("cresset::widgets", text, comment);
}

QString joined(std::vector<QString> const& parts)
{
    QString text;
    for (QString const& part : parts) text += (text.isEmpty() ? QString{} : QStringLiteral(" ")) + part;
    return text;
}

QString callSign(UnitId unit, DeskHub const& hub)
{
    return QString::fromStdString(call_sign(hub.world(), unit));
}

QString callSigns(std::vector<UnitId> const& units, DeskHub const& hub)
{
    std::vector<QString> parts;
    parts.reserve(units.size());
    for (UnitId const unit : units) parts.push_back(callSign(unit, hub));
    return joined(parts);
}

QString incidentNumber(IncidentId incident, DeskHub const& hub)
{
    return QString::fromStdString(number_text(hub.world(), incident));
}

}  // namespace cresset::widgets
