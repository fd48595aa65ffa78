#include "widgets/stage_panel.h"

#include "widgets/desk_hub.h"
#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace cresset::widgets {

void StageRows::set(std::optional<StageDrill> drill)
{
    beginResetModel();
    drill_ = std::move(drill);
    endResetModel();
}

int StageRows::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() || !drill_ ? 0 : static_cast<int>(drill_->stages.size() + drill_->arrivals.size());
}

RowLook StageRows::look(int row) const
{
    if (row < 0 || row >= rowCount()) return {};
    auto const number = static_cast<std::size_t>(row);
    auto look = number < drill_->stages.size() ? stage(number) : arrival(number - drill_->stages.size());
    look.spoken = QStringLiteral("%1, %2, %3").arg(look.title, look.subtitle, look.right);
    return look;
}

RowLook StageRows::stage(std::size_t number) const
{
    DrillStage const& stage = drill_->stages[number];
    Instant const over = drill_->began_at + Duration{stage.limit_s * 1000};
    auto const there = std::ranges::count_if(drill_->arrivals, [&](StageArrival const& one) { return one.at <= over; });
    RowLook look;
    look.title = tr("within %1 min: %2 of %3 units").arg(stage.limit_s / 60).arg(there).arg(stage.wanted);
    if (stage.kept) {
        look.subtitle = *stage.kept ? tr("kept") : tr("missed");
        look.right = *stage.kept ? QStringLiteral("✓") : QStringLiteral("✗");
        look.dim = *stage.kept;
        return look;
    }
    Duration const left = over - hub_.now();
    bool const enough = there >= static_cast<std::ptrdiff_t>(stage.wanted);
    look.subtitle = enough ? tr("enough are there") : tr("still to come: %1").arg(stage.wanted - there);
    look.right = etaText(std::max<std::int64_t>(0, left.count()));
    double const part = 1 - static_cast<double>(left.count()) / static_cast<double>(stage.limit_s * 1000);
    look.bar = std::clamp(part, 0.0, 1.0);
    return look;
}

RowLook StageRows::arrival(std::size_t number) const
{
    StageArrival const& arrival = drill_->arrivals[number];
    RowLook look;
    look.title = QString::fromStdString(call_sign(hub_.world(), arrival.unit));
    look.subtitle = tr("arrived at %1").arg(hub_.clock(arrival.at));
    look.right = QLatin1Char('+') + etaText((arrival.at - drill_->began_at).count());
    return look;
}

StagePanel::StagePanel(DeskHub const& hub, QWidget* parent)
    : QWidget{parent}, hub_{hub}, rows_{hub, this}, rows_view_{&rows_, true, this}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    title_.setObjectName(QStringLiteral("cardTitle"));
    clock_.setObjectName(QStringLiteral("dim"));
    result_.setObjectName(QStringLiteral("cordonState"));
    for (QLabel* label : {&title_, &clock_, &result_}) label->setTextFormat(Qt::PlainText), label->setWordWrap(true);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 8, 10, 6);
    head->setSpacing(4);
    for (QLabel* label : {&title_, &clock_, &result_}) head->addWidget(label);
    auto* acts = new QHBoxLayout;
    acts->setContentsMargins(10, 4, 10, 8);
    acts->addWidget(&end_);
    acts->addStretch(1);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(&rows_view_, 1);
    layout->addLayout(acts);
    setFocusProxy(&rows_view_);
    connect(&end_, &QPushButton::clicked, this, &StagePanel::endWanted);
    retranslate();
}

void StagePanel::setDrill(QString const& where, std::optional<StageDrill> const& drill)
{
    where_ = where;
    rows_.set(drill);
    showState();
}

void StagePanel::showState()
{
    auto const& drill = rows_.drill();
    end_.setVisible(drill && !drill->ended_at);
    result_.setVisible(drill && drill->ended_at);
    if (!drill) {
        title_.setText(tr("No arrival drill"));
        clock_.setText(tr("stages 1023, or stages PLACE: T0 is now"));
        return;
    }
    title_.setText(where_.isEmpty() ? tr("Arrival drill") : tr("Arrival drill at %1").arg(where_));
    Duration const since = drill->ended_at.value_or(hub_.now()) - drill->began_at;
    clock_.setText(tr("T0 %1 · +%2").arg(hub_.clock(drill->began_at), etaText(since.count())));
    bool const kept = std::ranges::all_of(drill->stages, [](DrillStage const& one) { return one.kept == true; });
    bool const judged = std::ranges::all_of(drill->stages, [](DrillStage const& one) { return one.kept.has_value(); });
    result_.setText(!judged ? tr("BROKEN OFF") : kept ? tr("PASSED") : tr("NOT PASSED"));
    result_.setProperty("kind", QString::fromLatin1(judged && kept ? "good" : "open"));
    result_.style()->unpolish(&result_);
    result_.style()->polish(&result_);
}

void StagePanel::retranslate()
{
    end_.setText(tr("Break off"));
    rows_view_.setAccessibleName(tr("Stages and arrivals"));
    showState();
}

void StagePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace cresset::widgets
