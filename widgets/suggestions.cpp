#include "widgets/suggestions.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace cresset::widgets {

void showAsSuggestions(QCompleter& completer)
{
    auto* list = qobject_cast<QListView*>(completer.popup());
    if (list == nullptr) return;
    list->setObjectName(QStringLiteral("suggestions"));
    list->setItemDelegate(new QStyledItemDelegate{list});  // that of a completer knows no style sheet
    list->setUniformItemSizes(true);                       // Chinese rows are higher: the last one would be cut
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideRight);
}

}  // namespace cresset::widgets
