#pragma once
/// The page of help: what to do about what was refused, the verbs of the command line, the keys, and every sentence of
/// refusal with what to do about it, from the tables that they are made of.

#include "widgets/desk_hub.h"

#include <QStringList>
#include <QTextBrowser>

class QPrinter;

namespace cresset::widgets {

class HelpPage : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpPage(DeskHub& hub, QWidget* parent = nullptr);
    /// One verb, or all of them and the keys ("F5<tab>Send the first unit").
    void show(QString const& verb, QStringList const& keys);
    /// The same in the other language.
    void retranslate(QStringList const& keys);
    /// What was refused last, and what to do about it: stands first while it stands in the answer line.
    void setRefused(QString const& sentence, QString const& advice);
    /// On paper, black on white; false if the printer took nothing.
    bool printOn(QPrinter& printer);

private:
    DeskHub& hub_;
    QString verb_, refused_, advice_;
};

}  // namespace cresset::widgets
