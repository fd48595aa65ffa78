#pragma once
/// The log: what happened, newest last, with the clock of the room. It follows the end unless somebody scrolled up.

#include "widgets/desk_hub.h"
#include "widgets/theme.h"

#include <QListView>

namespace cresset::widgets {

class LogModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit LogModel(DeskHub& hub, QObject* parent = nullptr)
        : QAbstractListModel{parent}, hub_{hub}, shown_{hub.log().size()}
    {
    }
    int rowCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    void refresh();
    void setTheme(Theme const& theme) { theme_ = &theme; }

private:
    DeskHub& hub_;
    Theme const* theme_ = nullptr;
    std::size_t shown_;
};

class LogView : public QListView {
    Q_OBJECT
public:
    explicit LogView(DeskHub& hub, QWidget* parent = nullptr);
    void setTheme(Theme const& theme);

protected:
    void changeEvent(QEvent* event) override;

private:
    LogModel model_;
};

}  // namespace cresset::widgets
