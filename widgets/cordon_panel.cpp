#include "widgets/cordon_panel.h"

#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace cresset::widgets {

namespace {

constexpr int most_open_points = 64;

/// "+0:42", "-0:05".
QString marginText(std::int64_t margin_ms)
{
    return (margin_ms < 0 ? QStringLiteral("−") : QStringLiteral("+")) + etaText(std::abs(margin_ms));
}

void setKind(QLabel& label, char const* kind)
{
    label.setProperty("kind", QString::fromLatin1(kind));
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

}  // namespace

void CordonRows::set(CordonView view)
{
    beginResetModel();
    view_ = std::move(view);
    endResetModel();
}

int CordonRows::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(view_.posts.size() + view_.leaks.size());
}

std::optional<std::size_t> CordonRows::postAt(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= view_.posts.size()) return {};
    return static_cast<std::size_t>(row);
}

std::optional<std::size_t> CordonRows::leakAt(int row) const
{
    if (row < 0 || postAt(row) || row >= rowCount()) return {};
    return static_cast<std::size_t>(row) - view_.posts.size();
}

RowLook CordonRows::look(int row) const
{
    RowLook look;
    if (auto const number = postAt(row)) {
        auto const& post = view_.posts[*number];
        QString const street = post.street.isEmpty() ? tr("street without a name") : post.street;
        look.title = QStringLiteral("%1 · %2").arg(*number + 1).arg(street);
        look.foremost = post.call_sign;
        look.subtitle = post.closed ? tr("%1 · closed").arg(post.call_sign)
                                    : tr("%1 · there in %2, he not before %3")
                                          .arg(post.call_sign, etaText(post.eta_ms), etaText(post.suspect_ms));
        look.right = post.closed ? tr("closed") : marginText(post.suspect_ms - post.eta_ms);
        look.status = post.closed ? MarkStatus::on_scene : MarkStatus::en_route;
        look.letter = QString::number(*number + 1);
    } else if (auto const leak_number = leakAt(row)) {
        auto const& leak = view_.leaks[*leak_number];
        QString const street = leak.street.isEmpty() ? tr("street without a name") : leak.street;
        look.title = tr("leak: %1").arg(street);
        look.subtitle =
            leak.first_ms > 0 ? tr("he can be out in %1").arg(etaText(leak.first_ms)) : tr("he may be out already");
        look.right = leak.first_ms > 0 ? etaText(leak.first_ms) : QStringLiteral("!");
    }
    look.spoken = QStringLiteral("%1, %2, %3").arg(look.title, look.subtitle, look.right);
    return look;
}

CordonPanel::CordonPanel(QWidget* parent) : QWidget{parent}, rows_{this}, rows_view_{&rows_, true, this}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    title_.setObjectName(QStringLiteral("cardTitle"));
    seen_.setObjectName(QStringLiteral("dim"));
    state_.setObjectName(QStringLiteral("cordonState"));
    for (QLabel* label : {&title_, &seen_, &state_, &below_, &rest_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    rest_.setObjectName(QStringLiteral("dim"));
    auto* modes = new QHBoxLayout;
    modes->setSpacing(4);
    int id = 0;
    for (QPushButton* button : {&foot_, &ebike_, &car_}) {
        button->setCheckable(true);
        modes_.addButton(button, id++);
        modes->addWidget(button);
    }
    radius_.setRange(200, 20'000);
    radius_.setSingleStep(100);
    radius_.setSuffix(QStringLiteral(" m"));
    radius_.setKeyboardTracking(false);
    modes->addStretch(1);
    modes->addWidget(&radius_);
    modes->addWidget(&open_points_);
    radius_.setObjectName(QStringLiteral("ringRadius"));
    open_points_.setObjectName(QStringLiteral("openPoints"));
    open_points_.setRange(1, most_open_points);
    open_points_.setKeyboardTracking(false);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 8, 10, 6);
    head->setSpacing(4);
    head->addWidget(&title_);
    head->addWidget(&seen_);
    head->addLayout(modes);
    head->addWidget(&state_);
    head->addWidget(&below_);
    auto* acts = new QHBoxLayout;
    acts->setContentsMargins(10, 4, 10, 8);
    acts->setSpacing(4);
    for (QPushButton* button : {&set_, &leave_out_, &all_, &plan_, &lift_}) acts->addWidget(button);
    acts->addStretch(1);
    auto* rest = new QVBoxLayout;
    rest->setContentsMargins(10, 4, 10, 0);
    rest->addWidget(&rest_);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(&rows_view_, 1);
    layout->addLayout(rest);
    layout->addLayout(acts);
    setFocusProxy(&rows_view_);
    rows_view_.installEventFilter(this);

    constexpr Mode modes_in_order[] = {Mode::foot, Mode::ebike, Mode::car};
    connect(&modes_, &QButtonGroup::idClicked, this,
            [this, modes_in_order](int chosen) { Q_EMIT modeChosen(modes_in_order[chosen]); });
    connect(&radius_, &QSpinBox::valueChanged, this,
            [this](int metres) { Q_EMIT radiusChosen(static_cast<std::uint32_t>(metres)); });
    connect(&open_points_, &QSpinBox::valueChanged, this,
            [this](int most) { Q_EMIT openPointsChosen(static_cast<std::uint32_t>(most)); });
    connect(&set_, &QPushButton::clicked, this, &CordonPanel::setWanted);
    connect(&lift_, &QPushButton::clicked, this, &CordonPanel::liftWanted);
    connect(&plan_, &QPushButton::clicked, this, &CordonPanel::planWanted);
    connect(&all_, &QPushButton::clicked, this, &CordonPanel::takeAllAgain);
    connect(&leave_out_, &QPushButton::clicked, this, &CordonPanel::leaveOutCurrent);
    auto const look = [this](QModelIndex const& index) {
        if (auto const post = rows_.postAt(index.row())) Q_EMIT lookWanted(*post, false);
        if (auto const leak = rows_.leakAt(index.row())) Q_EMIT lookWanted(*leak, true);
    };
    connect(&rows_view_, &QListView::clicked, this, look);
    retranslate();
    clear();
}

void CordonPanel::leaveOutCurrent()
{
    auto const& view = rows_.view();
    auto const post = rows_.postAt(rows_view_.currentRow());
    if (post && view.planned) Q_EMIT leaveOut(view.posts[*post].unit);
}

void CordonPanel::choosePost(std::size_t post)
{
    rows_view_.setCurrentIndex(rows_.index(static_cast<int>(post)));
}

void CordonPanel::clear()
{
    setView({});
}

void CordonPanel::setView(CordonView const& view)
{
    int const row = rows_view_.currentRow();
    auto const& before = rows_.view();
    bool const same_rows = before.posts.size() == view.posts.size() && before.leaks.size() == view.leaks.size();
    rows_.set(view);
    if (same_rows && row >= 0) rows_view_.setCurrentIndex(rows_.index(row));
    bool const any = !view.title.isEmpty();
    title_.setText(any ? view.title : tr("No cordon"));
    seen_.setText(any ? view.seen : tr("Select an incident and plan one: cordon, or Ctrl+Shift+B"));
    {
        QSignalBlocker const quiet{radius_}, quiet_too{open_points_};
        if (!radius_.hasFocus()) radius_.setValue(static_cast<int>(view.radius_m));
        if (!open_points_.hasFocus()) open_points_.setValue(static_cast<int>(view.open_points));
    }
    foot_.setChecked(view.mode == Mode::foot);
    ebike_.setChecked(view.mode == Mode::ebike);
    car_.setChecked(view.mode == Mode::car);
    for (QWidget* control : std::initializer_list<QWidget*>{&foot_, &ebike_, &car_, &radius_})
        control->setVisible(any && view.planned);
    bool const has_answer = !view.busy || !view.posts.empty();
    open_points_.setVisible(any && view.planned && (open_points_.hasFocus() || (has_answer && !view.sealed)));
    set_.setVisible(any && view.planned);
    set_.setEnabled(!view.posts.empty() && !view.busy);
    leave_out_.setVisible(any && view.planned && !view.posts.empty());
    all_.setVisible(any && view.planned && !view.left_out.isEmpty());
    lift_.setVisible(any && !view.planned);
    plan_.setVisible(any && !view.planned);
    showState();
}

void CordonPanel::showState()
{
    auto const& view = rows_.view();
    bool const any = !view.title.isEmpty();
    state_.setVisible(any);
    below_.setVisible(any);
    rest_.setVisible(any);
    if (!any) return;
    auto const share = view.exits == 0 ? 100U : view.exits_closed * 100 / view.exits;
    QString const ring = view.planned ? QString{} : tr("ring %1 % closed").arg(view.closed_percent);
    QString state = view.sealed ? tr("SEALED") : tr("NOT SEALED · %1 % of the exits").arg(share);
    if (!ring.isEmpty()) state += QStringLiteral(" · ") + ring;
    if (!view.problem.isEmpty()) state = view.problem;
    if (view.busy && view.posts.empty() && view.leaks.empty()) state = tr("Looking for it…");
    state_.setText(state);
    setKind(state_, !view.problem.isEmpty() ? "bad" : view.sealed ? "good" : "open");
    QStringList below;
    if (!view.leaks.empty()) {
        auto const& first = view.leaks.front();
        QString const street = first.street.isEmpty() ? tr("street without a name") : first.street;
        below << (first.first_ms > 0 ? tr("first leak %1 in %2").arg(street, etaText(first.first_ms))
                                     : tr("first leak %1: he may be out already").arg(street));
        if (view.leaks.size() > 1) below << tr("%1 leaks in all").arg(view.leaks.size());
    }
    if (view.ends_at_map) below << tr("the ring reaches beyond the map");
    if (view.moved_on) below << tr("he was seen again: plan it anew");
    below_.setText(below.join(QStringLiteral(" · ")));
    below_.setVisible(!below.isEmpty());
    QStringList rest;
    if (!view.chasers.isEmpty()) rest << tr("chasers: %1").arg(view.chasers);
    if (!view.left_out.isEmpty()) rest << tr("left out: %1").arg(view.left_out);
    if (!view.thumb.isEmpty()) rest << view.thumb;
    rest_.setText(rest.join(QLatin1Char('\n')));
    rest_.setVisible(!rest.isEmpty());
}

void CordonPanel::retranslate()
{
    foot_.setText(tr("On foot"));
    ebike_.setText(tr("E-bike"));
    car_.setText(tr("Car"));
    radius_.setToolTip(tr("The radius of the ring"));
    radius_.setAccessibleName(radius_.toolTip());
    open_points_.setPrefix(tr("points ≤ "));
    open_points_.setToolTip(tr("So many points at most while it cannot seal: those that close the most exits"));
    open_points_.setAccessibleName(open_points_.toolTip());
    set_.setText(tr("Set it (Enter)"));
    leave_out_.setText(tr("Leave the unit out (Del)"));
    all_.setText(tr("All units again"));
    lift_.setText(tr("Lift it"));
    plan_.setText(tr("Plan anew"));
    rows_view_.setAccessibleName(tr("Points and leaks of the cordon"));
    rows_view_.setEmptyText(tr("No point can be closed in time"));
    setView(CordonView{rows_.view()});
}

void CordonPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void CordonPanel::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous()) Q_EMIT left();
    QWidget::hideEvent(event);
}

bool CordonPanel::eventFilter(QObject* watched, QEvent* event)
{
    auto const* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (watched != &rows_view_ || key == nullptr) return QWidget::eventFilter(watched, event);
    bool const enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && rows_.view().planned) return Q_EMIT setWanted(), true;
    if (key->key() == Qt::Key_Delete && rows_.view().planned) return leaveOutCurrent(), true;
    if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && !rows_.view().planned) {
        if (auto const post = rows_.postAt(rows_view_.currentRow())) Q_EMIT postToggled(*post);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace cresset::widgets
