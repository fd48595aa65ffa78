#include "widgets/check_grid.h"

#include <algorithm>

namespace cresset::widgets {

CheckGrid::CheckGrid(QWidget* parent) : QWidget{parent}, grid_{this}
{
    grid_.setContentsMargins(0, 0, 0, 0);
    grid_.setHorizontalSpacing(4);
    grid_.setVerticalSpacing(0);
}

void CheckGrid::setChoices(std::vector<std::pair<QString, QString>> const& choices)
{
    QStringList const before = ticked();
    for (auto const& [key, box] : boxes_) delete box;
    boxes_.clear();
    for (auto const& [key, words] : choices) boxes_.emplace_back(key, new QCheckBox{words, this});
    columns_ = 0;
    setTicked(before);
    arrange();
}

QStringList CheckGrid::ticked() const
{
    QStringList keys;
    for (auto const& [key, box] : boxes_)
        if (box->isChecked()) keys.append(key);
    return keys;
}

void CheckGrid::setTicked(QStringList const& keys)
{
    for (auto const& [key, box] : boxes_) box->setChecked(keys.contains(key));
}

int CheckGrid::widest() const
{
    int width = 0;
    for (auto const& [key, box] : boxes_) width = std::max(width, box->sizeHint().width());
    return width;
}

QSize CheckGrid::minimumSizeHint() const
{
    return {widest(), QWidget::minimumSizeHint().height()};
}

void CheckGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CheckGrid::arrange()
{
    int const each = widest() + grid_.horizontalSpacing();
    int const columns = std::max(1, (width() + grid_.horizontalSpacing()) / std::max(each, 1));
    if (columns == columns_) return;
    for (int column = 0; column <= columns_; ++column) grid_.setColumnStretch(column, 0);
    columns_ = columns;
    for (int i = 0; i < static_cast<int>(boxes_.size()); ++i)
        grid_.addWidget(boxes_[static_cast<std::size_t>(i)].second, i / columns, i % columns);
    grid_.setColumnStretch(columns, 1);
}

}  // namespace cresset::widgets
