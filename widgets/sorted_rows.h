#pragma once
/// Rows of things that have ids, in an order that changes while people look: who is selected stays selected, wherever
/// it moves to.

#include "widgets/row_view.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace cresset::widgets {

template <typename Id>
class SortedRows : public RowModel {
public:
    using RowModel::RowModel;

    int rowCount(QModelIndex const& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }

    std::optional<Id> at(int row) const
    {
        if (row < 0 || row >= rowCount()) return {};
        return rows_[static_cast<std::size_t>(row)];
    }

    /// -1 if it is not shown.
    int rowOf(Id id) const
    {
        auto const found = std::find(rows_.begin(), rows_.end(), id);
        return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
    }

    /// Sorts anew if the order changed, keeping what stays; ages are repainted.
    void refresh()
    {
        auto rows = ordered();
        if (rows != rows_) return replace(std::move(rows));
        if (!rows_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }

protected:
    /// What is shown, in its order.
    virtual std::vector<Id> ordered() const = 0;

private:
    void replace(std::vector<Id> rows)
    {
        Q_EMIT layoutAboutToBeChanged();
        auto const before = persistentIndexList();
        QModelIndexList after;
        auto const old_rows = std::exchange(rows_, std::move(rows));
        for (QModelIndex const& one : before) {
            int const row = rowOf(old_rows[static_cast<std::size_t>(one.row())]);
            after.append(row < 0 ? QModelIndex{} : index(row));
        }
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }

    std::vector<Id> rows_;
};

}  // namespace cresset::widgets
