#include "app/window/setting_rows.h"

#include <QCoreApplication>
#include <QTranslator>

namespace cresset::app {

namespace {

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
