#include "widgets/reach_panel.h"

#include "widgets/measure_layer.h"
#include "widgets/reach_layer.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>

namespace cresset::widgets {

void HoleRows::set(std::vector<ReachView::Hole> holes)
{
    beginResetModel();
    holes_ = std::move(holes);
    endResetModel();
}

int HoleRows::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(holes_.size());
}

RowLook HoleRows::look(int row) const
{
    RowLook look;
    if (row < 0 || row >= rowCount()) return look;
    auto const& hole = holes_[static_cast<std::size_t>(row)];
    look.title = hole.where;
    look.subtitle = hole.worst_ms ? tr("at worst %1").arg(etaText(*hole.worst_ms)) : tr("nobody gets there");
    look.right = distanceText(hole.length_mm);
    look.spoken = QStringLiteral("%1, %2, %3").arg(look.title, look.subtitle, look.right);
    return look;
}

ReachPanel::ReachPanel(QWidget* parent) : QWidget{parent}, rows_{this}, rows_view_{&rows_, true, this}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    title_.setObjectName(QStringLiteral("cardTitle"));
    about_.setObjectName(QStringLiteral("dim"));
    holes_heading_.setObjectName(QStringLiteral("dim"));
    for (QLabel* label : {&title_, &about_, &holes_heading_, &move_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 8, 10, 6);
    head->setSpacing(4);
    head->addWidget(&title_);
    head->addWidget(&about_);
    legend_layout_.setSpacing(2);
    head->addLayout(&legend_layout_);
    head->addWidget(&move_);
    head->addWidget(&holes_heading_);
    auto* acts = new QHBoxLayout;
    acts->setContentsMargins(10, 4, 10, 8);
    acts->setSpacing(4);
    acts->addWidget(&coverage_);
    acts->addWidget(&off_);
    acts->addStretch(1);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(&rows_view_, 1);
    layout->addLayout(acts);
    setFocusProxy(&rows_view_);
    auto const look = [this](QModelIndex const& index) {
        auto const row = static_cast<std::size_t>(index.row());
        if (index.isValid() && row < rows_.holes().size()) Q_EMIT lookWanted(rows_.holes()[row].place);
    };
    connect(&rows_view_, &QListView::activated, this, look);
    connect(&rows_view_, &QListView::clicked, this, look);
    connect(&coverage_, &QPushButton::clicked, this, &ReachPanel::coverageWanted);
    connect(&off_, &QPushButton::clicked, this, &ReachPanel::offWanted);
    retranslate();
}

void ReachPanel::setTheme(Theme const& theme)
{
    theme_ = &theme;
    rows_view_.setTheme(theme);
    showLegend();
}

void ReachPanel::setView(ReachView view)
{
    view_ = std::move(view);
    bool const any = !view_.title.isEmpty();
    title_.setText(any ? view_.title : tr("Reach and coverage"));
    about_.setText(any ? view_.about : tr("reach P07, reach 1023, reach PLACE; coverage for all who are free"));
    if (any && view_.busy && view_.bands.empty()) about_.setText(tr("Looking for it…"));
    move_.setText(view_.move);
    move_.setVisible(!view_.move.isEmpty());
    std::int64_t const last = view_.bands.empty() ? 0 : view_.bands.back().within_ms;
    holes_heading_.setText(view_.holes.empty() ? tr("no street is later than %1 min").arg(last / 60'000)
                                               : tr("nobody within %1 min here:").arg(last / 60'000));
    holes_heading_.setVisible(view_.coverage && !view_.busy);
    rows_view_.setEmptyText({});
    int const row = rows_view_.currentRow();
    rows_.set(view_.holes);
    if (row >= 0 && row < rows_.rowCount()) rows_view_.setCurrentIndex(rows_.index(row));
    off_.setVisible(any);
    coverage_.setVisible(!view_.coverage);
    showLegend();
}

void ReachPanel::showLegend()
{
    legend_.clear();
    if (theme_ == nullptr) return;
    auto const add = [&](QRgb colour, QString const& text) {
        auto& row = *legend_.emplace_back(std::make_unique<QWidget>());
        auto* layout = new QHBoxLayout{&row};
        layout->setContentsMargins(0, 0, 0, 0);
        auto* swatch = new QLabel{&row};
        QPixmap square{12, 12};
        square.fill(QColor{colour});
        swatch->setPixmap(square);
        auto* label = new QLabel{text, &row};
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(swatch);
        layout->addWidget(label, 1);
        legend_layout_.addWidget(&row);
    };
    for (std::size_t i = 0; i < view_.bands.size(); ++i) {
        auto const& band = view_.bands[i];
        QString text = tr("within %1 min").arg(band.within_ms / 60'000);
        if (band.area_m2 > 0) text += QStringLiteral(" · ") + areaText(static_cast<double>(band.area_m2));
        add(ReachLayer::colourOf(*theme_, i, view_.bands.size()), text);
    }
    if (view_.coverage && !view_.bands.empty())
        add(theme_->rgb("reach.late"),
            tr("streets where nobody is within %1 min").arg(view_.bands.back().within_ms / 60'000));
}

void ReachPanel::retranslate()
{
    coverage_.setText(tr("Coverage now"));
    off_.setText(tr("Off the map (Esc)"));
    rows_view_.setAccessibleName(tr("Where nobody is in time"));
    setView(ReachView{view_});
}

void ReachPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ReachPanel::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous()) Q_EMIT left();
    QWidget::hideEvent(event);
}

}  // namespace cresset::widgets
