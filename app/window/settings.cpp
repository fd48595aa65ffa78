#include "app/window/settings.h"

#include <QLocale>
#include <QSettings>

namespace cresset::app {

Settings Settings::load()
{
    QSettings const stored;
    Settings settings;
    settings.language = stored.value(QStringLiteral("language")).toString();
    settings.theme = stored.value(QStringLiteral("theme"), settings.theme).toString();
    settings.geometry = stored.value(QStringLiteral("geometry")).toByteArray();
    settings.docks = stored.value(QStringLiteral("docks")).toByteArray();
    settings.layers = stored.value(QStringLiteral("layers")).toString();
    settings.files = stored.value(QStringLiteral("files")).toString();
    settings.names = stored.value(QStringLiteral("names"), settings.names).toInt();
    settings.views = stored.value(QStringLiteral("views")).toString();
    settings.macros = stored.value(QStringLiteral("macros")).toString();
    settings.volumes = stored.value(QStringLiteral("volumes")).toStringList();
    settings.feeds = stored.value(QStringLiteral("feeds")).toStringList();
    return settings;
}

void Settings::save() const
{
    QSettings stored;
    stored.setValue(QStringLiteral("language"), language);
    stored.setValue(QStringLiteral("theme"), theme);
    stored.setValue(QStringLiteral("geometry"), geometry);
    stored.setValue(QStringLiteral("docks"), docks);
    stored.setValue(QStringLiteral("layers"), layers);
    stored.setValue(QStringLiteral("files"), files);
    stored.setValue(QStringLiteral("names"), names);
    stored.setValue(QStringLiteral("views"), views);
    stored.setValue(QStringLiteral("macros"), macros);
    stored.setValue(QStringLiteral("volumes"), volumes);
    stored.setValue(QStringLiteral("feeds"), feeds);
}

bool Settings::chinese() const
{
    return language.isEmpty() ? QLocale::system().language() == QLocale::Chinese
                              : language.startsWith(QStringLiteral("zh"));
}

}  // namespace cresset::app
