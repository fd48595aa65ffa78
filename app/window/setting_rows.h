#pragma once
/// The settings as a table: what each is called, what it does, what it can be, what it is now and what it is when
/// nobody chose. The window of settings is made of it, and finds a row by any of its words in either language.

#include <QString>
#include <QVariant>
#include <functional>
#include <vector>

namespace cresset::app {

struct SettingChoice {
    QVariant value;
    QString word;  // in English, translated when shown
};

struct SettingRow {
    enum class Kind : std::uint8_t { choice, number, text, act };
    char const* key;      // "text_size": of the widget, and of tests
    char const* section;  // in English, as the next two
    char const* name;
    char const* about;
    Kind kind;
    QVariant usual;
    std::function<QVariant()> get;
    std::function<void(QVariant const&)> set;  // at once; of an act: does it
    std::vector<SettingChoice> choices;        // of a choice
    int least = 0, most = 0, step = 1;         // of a number
    char const* unit = "";                     // of a number, such as "%"; of an act, the word of its button
};

/// In the language in use.
QString settingWords(QString const& english);
/// Every word of a row in both languages, in lower case: what a search looks into.
QString searchText(SettingRow const& row);
bool isFound(SettingRow const& row, QString const& typed);

}  // namespace cresset::app
