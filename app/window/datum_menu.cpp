#include "app/window/datum_menu.h"

#include <QCoreApplication>
#include <QMenu>
#include <QWidget>

namespace cresset::app {

namespace {

/// As it stands, where a menu would take an ampersand for the mark of a key.
QString inMenu(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QString words(char const* text)
{
    return QCoreApplication::translate("DatumMenu", text);
}

}  // namespace

void askDatum(QWidget& parent, QPoint global, QString const& title, std::function<void(Datum)> const& take)
{
    auto* menu = new QMenu{&parent};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("datumMenu"));
    menu->addAction(inMenu(title))->setEnabled(false);
    auto const offer = [&](char const* text, Datum datum) {
        return menu->addAction(words(text), &parent, [take, datum] { take(datum); });
    };
    menu->setActiveAction(offer(QT_TRANSLATE_NOOP("DatumMenu", "WGS-84 or CGCS2000, as most files"), Datum::wgs84));
    offer(QT_TRANSLATE_NOOP("DatumMenu", "GCJ-02, of public maps in China"), Datum::gcj02);
    offer(QT_TRANSLATE_NOOP("DatumMenu", "BD-09, of Baidu"), Datum::bd09);
    menu->addSeparator();
    menu->addAction(words(QT_TRANSLATE_NOOP("DatumMenu", "Do not add it")));
    menu->popup(global);
}

}  // namespace cresset::app
