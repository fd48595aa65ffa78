#pragma once
/// The page of help: the verbs of the command line and the keys, from the tables that they are made of.

#include "widgets/desk_hub.h"

#include <QStringList>
#include <QTextBrowser>

namespace cresset::widgets {

class HelpPage : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpPage(DeskHub& hub, QWidget* parent = nullptr);
    /// One verb, or all of them and the keys ("F5<tab>Send the first unit").
    void show(QString const& verb, QStringList const& keys);

private:
    DeskHub& hub_;
};

}  // namespace cresset::widgets
