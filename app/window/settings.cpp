#include "app/window/settings.h"

#include <QLocale>
#include <QSettings>
#include <algorithm>

namespace cresset::app {

namespace {

/// A number that somebody wrote into the file by hand stays within what the program can do.
int numberIn(QSettings const& stored, QString const& key, int usual, int least, int most)
{
    bool fine = false;
    int const number = stored.value(key, usual).toInt(&fine);
    return fine ? std::clamp(number, least, most) : usual;
}

}  // namespace

Settings Settings::load()
{
    QSettings const stored;
    Settings settings;
    settings.language = stored.value(QStringLiteral("language")).toString();
    settings.theme = stored.value(QStringLiteral("theme"), settings.theme).toString();
    settings.seat = stored.value(QStringLiteral("seat")).toString();
    settings.layouts = stored.value(QStringLiteral("layouts")).toString();
    settings.layout = stored.value(QStringLiteral("layout")).toString();
    settings.text_size = numberIn(stored, QStringLiteral("text_size"), settings.text_size, 100, 200);
    settings.tail_minutes = numberIn(stored, QStringLiteral("tail_minutes"), settings.tail_minutes, 1, 30);
    settings.confirm_above = numberIn(stored, QStringLiteral("confirm_above"), settings.confirm_above, 1, 50);
    settings.glide = stored.value(QStringLiteral("glide"), settings.glide).toBool();
    settings.layers = stored.value(QStringLiteral("layers")).toString();
    settings.files = stored.value(QStringLiteral("files")).toString();
    settings.names = numberIn(stored, QStringLiteral("names"), settings.names, -1, 2);
    settings.views = stored.value(QStringLiteral("views")).toString();
    settings.macros = stored.value(QStringLiteral("macros")).toString();
    settings.volumes = stored.value(QStringLiteral("volumes")).toStringList();
    settings.feeds = stored.value(QStringLiteral("feeds")).toStringList();
    return settings;
}

bool Settings::isFirstStart()
{
    return QSettings{}.allKeys().isEmpty();
}

void Settings::save() const
{
    if (!remembered) return;
    QSettings stored;
    stored.setValue(QStringLiteral("language"), language);
    stored.setValue(QStringLiteral("theme"), theme);
    stored.setValue(QStringLiteral("seat"), seat);
    stored.setValue(QStringLiteral("layouts"), layouts);
    stored.setValue(QStringLiteral("layout"), layout);
    stored.setValue(QStringLiteral("text_size"), text_size);
    stored.setValue(QStringLiteral("tail_minutes"), tail_minutes);
    stored.setValue(QStringLiteral("confirm_above"), confirm_above);
    stored.setValue(QStringLiteral("glide"), glide);
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
