#include "app/window/setting_rows.h"

#include <QCoreApplication>
#include <QTranslator>
#include <string_view>

namespace cresset::app {

namespace {

struct AlsoCalled {
    std::string_view key;
    char const* words;  // in English; their translation need not say the same, but what people look for
};
/// By what else people look for a setting than by what stands there.
constexpr AlsoCalled also_called[] = {
    {"language", QT_TRANSLATE_NOOP("Settings", "language English Chinese translation")},
    {"theme", QT_TRANSLATE_NOOP("Settings", "theme dark light colours skin appearance")},
    {"text_size", QT_TRANSLATE_NOOP("Settings", "font letters bigger smaller zoom")},
    {"seat", QT_TRANSLATE_NOOP("Settings", "seat position workplace user")},
    {"layout", QT_TRANSLATE_NOOP("Settings", "layout panels windows docks arrangement")},
    {"confirm_above", QT_TRANSLATE_NOOP("Settings", "confirm ask sure prompt")},
    {"feeds", QT_TRANSLATE_NOOP("Settings", "GPS position receiver feed NMEA serial network")},
    {"names", QT_TRANSLATE_NOOP("Settings", "labels street names map language")},
    {"tail_minutes", QT_TRANSLATE_NOOP("Settings", "track trail history tail")},
    {"glide", QT_TRANSLATE_NOOP("Settings", "animation smooth zoom glide")},
};

/// Chinese, whatever is spoken now.
QString inChinese(QString const& english)
{
    static QTranslator const* const chinese = [] {
        auto* translator = new QTranslator{qApp};
        static_cast<void>(translator->load(QStringLiteral(":/translations/cresset_zh_CN.qm")));
        return translator;
    }();
    return chinese->translate("Settings", english.toUtf8().constData());
}

}  // namespace

QString settingWords(QString const& english)
{
    return QCoreApplication::translate("Settings", english.toUtf8().constData());
}

QString searchText(SettingRow const& row)
{
    QStringList words{QString::fromUtf8(row.section), QString::fromUtf8(row.name), QString::fromUtf8(row.about)};
    for (auto const& choice : row.choices) words.append(choice.word);
    if (row.kind == SettingRow::Kind::act) words.append(QString::fromUtf8(row.unit));
    for (auto const& [key, also] : also_called)
        if (key == row.key) words.append(QString::fromUtf8(also));
    QString text;
    for (QString const& word : words) text += word + QLatin1Char('\n') + inChinese(word) + QLatin1Char('\n');
    return text.toLower();
}

/// Every word that was typed stands somewhere in it.
bool isFound(SettingRow const& row, QString const& typed)
{
    QString const text = searchText(row);
    for (QString const& word : typed.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!text.contains(word)) return false;
    return true;
}

}  // namespace cresset::app
