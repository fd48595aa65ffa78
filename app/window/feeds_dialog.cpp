#include "app/window/feeds_dialog.h"

#include "core/exercise/fleet.h"
#include "widgets/words.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPixmap>
#include <QVBoxLayout>
#include <array>

namespace cresset::app {

namespace {

constexpr int columns = 11;
constexpr int shape_size = 14;

QString stateText(FeedState state)
{
    switch (state) {
        case FeedState::connecting: return FeedsDialog::tr("connecting");
        case FeedState::live: return FeedsDialog::tr("live");
        case FeedState::silent: return FeedsDialog::tr("silent");
        case FeedState::lost: return FeedsDialog::tr("lost");
    }
    return {};
}

QString lossText(Loss loss)
{
    switch (loss) {
        case Loss::none: return {};
        case Loss::refused: return FeedsDialog::tr("nobody listens at that port");
        case Loss::no_such_host: return FeedsDialog::tr("no host of that name is known");
        case Loss::no_answer: return FeedsDialog::tr("the host does not answer");
        case Loss::closed: return FeedsDialog::tr("the other side closed the connection");
        case Loss::nothing_came: return FeedsDialog::tr("nothing came that can be read");
        case Loss::port_taken: return FeedsDialog::tr("another program listens at that port");
        case Loss::not_allowed: return FeedsDialog::tr("the system does not allow it");
        case Loss::broken: return FeedsDialog::tr("the network fails");
        case Loss::no_such_device: return FeedsDialog::tr("nothing is plugged in there");
        case Loss::device_refused:
            return FeedsDialog::tr("another program has it, or this user is not in the group dialout");
        case Loss::unplugged: return FeedsDialog::tr("the receiver was unplugged");
        case Loss::no_position: return FeedsDialog::tr("this computer has no receiver, or its location service is off");
    }
    return {};
}

QString latin(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

char const* colourOf(FeedState state)
{
    switch (state) {
        case FeedState::connecting: return "accent";
        case FeedState::live: return "good";
        case FeedState::silent: return "warning";
        case FeedState::lost: return "error";
    }
    return "dim";
}

/// What a receiver can do wrong, as feeds::name_of() says it.
[[maybe_unused]] constexpr char const* malformed_words[] = {
    QT_TRANSLATE_NOOP("Malformed", "too long"),       QT_TRANSLATE_NOOP("Malformed", "cut off"),
    QT_TRANSLATE_NOOP("Malformed", "not a message"),  QT_TRANSLATE_NOOP("Malformed", "no checksum"),
    QT_TRANSLATE_NOOP("Malformed", "wrong checksum"), QT_TRANSLATE_NOOP("Malformed", "bad field"),
    QT_TRANSLATE_NOOP("Malformed", "bad JSON"),       QT_TRANSLATE_NOOP("Malformed", "too deep"),
    QT_TRANSLATE_NOOP("Malformed", "bad time"),       QT_TRANSLATE_NOOP("Malformed", "bad place"),
};

/// "wrong checksum 3, too long 1".
QString malformedText(feeds::Counters const& counts)
{
    QStringList words;
    for (std::size_t i = 0; i < feeds::malformed_kinds; ++i) {
        std::string const name{feeds::name_of(static_cast<feeds::Malformed>(i))};
        if (counts.malformed_by_reason[i] > 0)
            words.append(QStringLiteral("%1 %2")
                             .arg(QCoreApplication::translate("Malformed", name.c_str()))
                             .arg(counts.malformed_by_reason[i]));
    }
    return words.join(QStringLiteral(", "));
}

}  // namespace

FeedsDialog::FeedsDialog(LiveFeeds& feeds, widgets::DeskHub& hub, widgets::Theme const& theme, QWidget* parent)
    : QDialog{parent}, feeds_{feeds}, hub_{hub}, theme_{theme}
{
    setModal(false);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(&table_, 1);
    auto* below = new QHBoxLayout;
    layout->addLayout(below);
    below->addWidget(&detail_, 1);
    below->addWidget(&take_in_);
    take_in_.setObjectName(QStringLiteral("feedTakeIn"));
    auto* row = new QHBoxLayout;
    layout->addLayout(row);
    for (QWidget* one : {static_cast<QWidget*>(&kind_), static_cast<QWidget*>(&address_), static_cast<QWidget*>(&unit_),
                         static_cast<QWidget*>(&add_), static_cast<QWidget*>(&remove_)})
        row->addWidget(one, one == &address_ ? 1 : 0);
    layout->addWidget(&answer_);
    answer_.setObjectName(QStringLiteral("feedAnswer"));
    address_.setObjectName(QStringLiteral("feedAddress"));
    kind_.setObjectName(QStringLiteral("feedKind"));
    unit_.setObjectName(QStringLiteral("feedUnit"));
    for (QLabel* label : {&detail_, &answer_}) label->setTextFormat(Qt::PlainText), label->setWordWrap(true);
    table_.setColumnCount(columns);
    table_.verticalHeader()->hide();
    table_.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_.setSelectionBehavior(QAbstractItemView::SelectRows);
    table_.setSelectionMode(QAbstractItemView::SingleSelection);
    table_.setShowGrid(false);
    unit_.setEditable(true);
    unit_.setMinimumContentsLength(14);
    for (char const* kind :
         {"nmea+udp", "nmea+tcp", "nmea+serial", "gpsd+tcp", "gpsd+udp", "fleet+tcp", "fleet+udp", "place+system"})
        kind_.addItem(QString::fromLatin1(kind));
    // Enter in the address adds; a default button would add a second time.
    for (QPushButton* button : {&add_, &remove_, &take_in_}) button->setAutoDefault(false);
    connect(&add_, &QPushButton::clicked, this, &FeedsDialog::add);
    connect(&kind_, &QComboBox::currentIndexChanged, this, &FeedsDialog::sayWhatToType);
    connect(&address_, &QLineEdit::returnPressed, this, &FeedsDialog::add);
    connect(&take_in_, &QPushButton::clicked, this, &FeedsDialog::takeInStrangers);
    connect(&remove_, &QPushButton::clicked, this, &FeedsDialog::removeSelected);
    connect(&table_, &QTableWidget::itemSelectionChanged, this, &FeedsDialog::showDetail);
    connect(&feeds_, &LiveFeeds::stateChanged, this, &FeedsDialog::refresh);
    connect(&feeds_, &LiveFeeds::listChanged, this, &FeedsDialog::refresh);
    connect(&second_, &QTimer::timeout, this, &FeedsDialog::refresh);
    second_.start(1000);
    fillUnits();
    retranslate();
    resize(980, 300);
}

void FeedsDialog::fillUnits()
{
    for (auto const& [id, unit] : hub_.world().units)
        if (unit.signed_on && id.origin != simulated_origin) unit_.addItem(QString::fromStdString(unit.call_sign));
    unit_.setCurrentText({});
}

/// A ring, a disc, a half disc or a cross: the state is not told by colour alone.
QIcon FeedsDialog::shapeOf(FeedState state) const
{
    QPixmap picture{shape_size, shape_size};
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::Antialiasing);
    QColor const colour = theme_.colour(colourOf(state));
    painter.setPen(QPen{colour, 2});
    QRectF const inside{2, 2, shape_size - 4, shape_size - 4};
    if (state == FeedState::lost) {
        painter.drawLine(inside.topLeft(), inside.bottomRight());
        painter.drawLine(inside.topRight(), inside.bottomLeft());
        return QIcon{picture};
    }
    if (state == FeedState::live) painter.setBrush(colour);
    painter.drawEllipse(inside);
    painter.setBrush(colour);
    if (state == FeedState::silent) painter.drawPie(inside, 0, 180 * 16);
    return QIcon{picture};
}

void FeedsDialog::setTheme(widgets::Theme const& theme)
{
    theme_ = theme;
    colourAnswer();
    refresh();
}

void FeedsDialog::colourAnswer()
{
    auto const kind = answer_.property("kind").toByteArray();
    if (!kind.isEmpty()) answer_.setStyleSheet(QStringLiteral("color: %1").arg(theme_.colour(kind.constData()).name()));
}

void FeedsDialog::refresh()
{
    table_.setRowCount(static_cast<int>(feeds_.size()));
    for (std::size_t i = 0; i < feeds_.size(); ++i) showRow(static_cast<int>(i), feeds_.at(i));
    showDetail();
}

void FeedsDialog::showRow(int row, LiveFeed const& feed)
{
    auto const& address = feed.address();
    auto const counts = feed.counters();
    std::array<QString, columns> const texts{
        address.call_sign == every_unit ? tr("all units") : QString::fromStdString(address.call_sign),
        latin(name_of(address.kind)) + QLatin1Char('+') + latin(name_of(address.way)),
        QString::fromStdString(place_text(address)),
        stateText(feed.state()),
        QString::number(counts.received),
        QString::number(counts.malformed()),
        QString::number(counts.late),
        QString::number(counts.duplicate),
        QString::number(counts.doubtful),
        QString::number(counts.unauthorised),
        feed.last_fix() ? widgets::ageText(feeds_.now() - *feed.last_fix()) : QStringLiteral("–")};
    for (int column = 0; column < columns; ++column) {
        if (table_.item(row, column) == nullptr) table_.setItem(row, column, new QTableWidgetItem);
        auto* item = table_.item(row, column);
        item->setText(texts[static_cast<std::size_t>(column)]);
        if (column > 3) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (column != 3) continue;
        item->setIcon(shapeOf(feed.state()));
        item->setForeground(theme_.colour(colourOf(feed.state())));
    }
}

void FeedsDialog::showDetail()
{
    LiveFeed const* shown = selected();
    auto const strangers = shown != nullptr ? shown->strangers() : std::vector<std::string>{};
    remove_.setEnabled(feeds_.size() > 0);
    take_in_.setVisible(!strangers.empty());
    take_in_.setEnabled(!hub_.readOnly());
    take_in_.setText(tr("Take %1 units in").arg(strangers.size()));
    if (shown == nullptr)
        return detail_.setText(feeds_.size() == 0 ? tr("No receiver is listened to yet.") : QString{});
    LiveFeed const& feed = *shown;
    QStringList parts{QString::fromStdString(to_text(feed.address()))};
    if (feed.loss() != Loss::none) parts.append(lossText(feed.loss()));
    if (auto const malformed = malformedText(feed.counters()); !malformed.isEmpty())
        parts.append(tr("malformed: %1").arg(malformed));
    if (auto const without = feed.counters().no_fix; without > 0) parts.append(tr("without a fix: %1").arg(without));
    for (auto const& [claim, count] : feed.bindings().quarantine())
        if (parts.size() < 6 && !find_unit(hub_.world(), claim.device))
            parts.append(tr("%1 may not speak: %2×").arg(QString::fromStdString(claim.device)).arg(count));
    if (feed.refused() > 0) parts.append(QString::fromStdString(feed.first_refusal()));
    detail_.setText(parts.join(QStringLiteral("  ·  ")));
}

void FeedsDialog::sayWhatToType()
{
    QString const kind = kind_.currentText();
    if (kind.endsWith(QStringLiteral("serial")))
        address_.setPlaceholderText(tr("/dev/ttyUSB0, or with its speed: /dev/ttyUSB0:9600"));
    else if (kind.endsWith(QStringLiteral("system")))
        address_.setPlaceholderText(tr("nothing: where this computer itself is"));
    else
        address_.setPlaceholderText(tr("host:port, or a port to listen at"));
    bool const is_fleet = kind.startsWith(QStringLiteral("fleet"));
    QString const everybody = latin(every_unit);
    unit_.lineEdit()->setPlaceholderText(is_fleet ? tr("call sign, or * for all units") : tr("call sign"));
    if (is_fleet && unit_.currentText().isEmpty()) unit_.setCurrentText(everybody);
    if (!is_fleet && unit_.currentText() == everybody) unit_.setCurrentText({});
}

void FeedsDialog::add()
{
    QString const typed = address_.text().trimmed();
    bool const port_alone = kind_.currentText().endsWith(QStringLiteral("udp")) && !typed.contains(QLatin1Char(':'));
    QString const text = QStringLiteral("%1://%2%3=%4")
                             .arg(kind_.currentText(), port_alone ? QStringLiteral(":") : QString{}, typed,
                                  unit_.currentText().trimmed());
    auto const address = parse_feed_address(text.toStdString());
    auto const problem = address ? feeds_.add(*address) : std::optional<Problem>{Problem{address.problem()}};
    Loss const loss = problem ? Loss::none : feeds_.at(feeds_.size() - 1).loss();
    answer_.setProperty("kind", problem ? "error" : loss != Loss::none ? "warning" : "good");
    answer_.setText(problem              ? widgets::problemText(problem->text)
                    : loss != Loss::none ? tr("%1: %2; tried again by itself").arg(text, lossText(loss))
                                         : tr("%1 is listened to").arg(text));
    colourAnswer();
    if (!problem) address_.clear();
}

LiveFeed const* FeedsDialog::selected() const
{
    auto const row = static_cast<std::size_t>(std::max(table_.currentRow(), 0));
    return row < feeds_.size() ? &feeds_.at(row) : nullptr;
}

void FeedsDialog::takeInStrangers()
{
    auto const row = static_cast<std::size_t>(std::max(table_.currentRow(), 0));
    if (row >= feeds_.size()) return;
    auto const problem = feeds_.takeIn(row);
    answer_.setProperty("kind", problem ? "error" : "good");
    answer_.setText(problem ? widgets::problemText(problem->text) : tr("they are units of the room now"));
    colourAnswer();
    refresh();
}

void FeedsDialog::removeSelected()
{
    int const row = std::max(table_.currentRow(), 0);
    feeds_.remove(static_cast<std::size_t>(row));
}

void FeedsDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

void FeedsDialog::retranslate()
{
    setWindowTitle(tr("Feeds"));
    table_.setAccessibleName(tr("Feeds"));
    table_.setHorizontalHeaderLabels({tr("Unit"), tr("Kind"), tr("Address"), tr("State"), tr("Lines"), tr("Malformed"),
                                      tr("Late"), tr("Doubled"), tr("Doubtful"), tr("Unauthorised"), tr("Last fix")});
    table_.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_.horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    kind_.setAccessibleName(tr("Kind"));
    unit_.setAccessibleName(tr("Unit"));
    address_.setAccessibleName(tr("Address"));
    sayWhatToType();
    add_.setText(tr("Add"));
    remove_.setText(tr("Remove"));
    take_in_.setToolTip(tr("Units of which the fleet speaks and that the room does not know yet"));
    answer_.clear();
    refresh();
}

}  // namespace cresset::app
