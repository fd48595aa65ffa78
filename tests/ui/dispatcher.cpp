#include "tests/ui/dispatcher.h"

#include "core/journal/reader.h"
#include "maps/import.h"
#include "maps/training_city.h"
#include "widgets/row_view.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace cresset::app::test {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path city()
{
    fs::path const shipped{BINARY_DIR "/training-city.mbtiles"};
    if (fs::exists(shipped)) return shipped;
    fs::path const made{BINARY_DIR "/tests/ui/city.mbtiles"};
    if (fs::exists(made)) return made;
    fs::create_directories(made.parent_path());
    // Several tests may build it at the same time: each its own, and the last name wins.
    fs::path const mine = made.string() + std::to_string(getpid()) + ".mbtiles";
    maps::ImportOptions options;
    options.source = "seed 1";
    REQUIRE(maps::write_city(maps::make_training_city(1), mine, options));
    fs::rename(mine, made);
    return made;
}

bool until(std::function<bool()> const& so)
{
    return QTest::qWaitFor(so, 5000);
}

namespace {

/// Ids of erasable texts are replaced by the texts.
void with_texts(json& value, JournalReader const& reader)
{
    if (value.is_object() && value.contains("id") && value.contains("hmac")) {
        auto const id = value["id"].get<std::string>();  // "origin:number"
        auto const colon = id.find(':');
        auto const origin = static_cast<std::uint16_t>(std::stoul(id.substr(0, colon)));
        auto const text = reader.text({origin, static_cast<std::uint32_t>(std::stoul(id.substr(colon + 1)))});
        value = text ? text->text : "(erased)";
        return;
    }
    // Notes are numbered together with texts, and entries together with the lines as they were typed.
    if (value.is_object())
        for (char const* number : {"note", "changed_by"})
            if (value.contains(number)) value[number] = "";
    if (value.is_structured())
        for (auto& part : value) with_texts(part, reader);
}

}  // namespace

std::vector<ActText> acts_of(fs::path const& journal)
{
    auto const reader = JournalReader::open(journal);
    REQUIRE(reader);
    std::vector<ActText> acts;
    std::optional<ActId> last;
    reader->rows({}, [&](JournalRow const& row) {
        if (row.act.seat != SeatId{1}) return true;
        if (!last || !(*last == row.act)) acts.emplace_back();
        last = row.act;
        if (row.kind == Logged::kind) return true;
        json body = json::parse(row.body);
        with_texts(body, *reader);
        acts.back().push_back(row.kind + " " + body.dump());
        return true;
    });
    return acts;
}

std::uint64_t rows_of(fs::path const& journal)
{
    auto const reader = JournalReader::open(journal);
    REQUIRE(reader);
    return reader->last().value;
}

Dispatcher::Dispatcher(Options options)
{
    journal_ = options.journal.value_or(fs::path{folder_.filePath(QStringLiteral("shift.cresset")).toStdString()});
    Settings settings = options.settings;
    settings.language = options.language;
    console_ = std::make_unique<Console>(settings);
    RoomOrder order;
    order.city = city();
    order.journal = journal_;
    order.read_only = options.read_only;
    order.journal_options = options.journal_options;
    if (!options.live && !fs::exists(journal_)) order.drill = "first-shift";
    QString const problem = console_->open(order);
    INFO(problem.toStdString());
    REQUIRE(problem.isEmpty());
    window().resize(1600, 1000);
    window().map().canvas().setGlide(false);
    window().show();
    window().activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window()));
    window().map().lookAt(world().stations.begin()->second.place, 16);
}

Dispatcher::~Dispatcher()
{
    leave();
}

void Dispatcher::leave()
{
    if (!console_) return;
    console_->stopListening();  // as the program does: what the feeds counted is still written
    console_->room().close();
    console_.reset();
}

void Dispatcher::settle()
{
    auto& journal = *console_->room().journal();
    REQUIRE(until([&] { return journal.durable().seq == journal.last(); }));
    // The panels are told some milliseconds after the world has changed.
    until([&] { return !hub().isTelling(); });
}

std::uint64_t Dispatcher::rows()
{
    settle();
    return rows_of(journal_);
}

QLineEdit& Dispatcher::command_line()
{
    return the<QLineEdit>("commandLine");
}

void Dispatcher::line(std::string const& text)
{
    command_line().setFocus();
    command_line().setText({});
    keys(QString::fromStdString(text));
    key(Qt::Key_Return);
}

void Dispatcher::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // As a keyboard sends it: to the window, which gives it to the popup that is open or to what has the focus.
    QTest::keyClick(window().windowHandle(), key, modifiers);
    if (!hub().readOnly()) settle();
}

void Dispatcher::keys(QString const& text)
{
    for (QChar const letter : text) {
        if (letter.unicode() < 128) {
            QTest::keyClick(window().windowHandle(), letter.toLatin1());
            continue;
        }
        QWidget* const field = window().focusWidget();
        REQUIRE(field != nullptr);
        QInputMethodEvent written;  // as the input method does
        written.setCommitString(QString{letter});
        QApplication::sendEvent(field, &written);
    }
}

QString Dispatcher::answer()
{
    return the<QLabel>("answer").text();
}

bool Dispatcher::refused()
{
    return the<QLabel>("answer").property("kind").toString() == QStringLiteral("bad");
}

widgets::RowView& Dispatcher::rows_in(char const* dock)
{
    auto* view = the<QDockWidget>(dock).findChild<widgets::RowView*>();
    REQUIRE(view != nullptr);
    return *view;
}

QModelIndex Dispatcher::row(widgets::RowView& view, QString const& text)
{
    for (int i = 0; i < view.model()->rowCount(); ++i) {
        auto const index = view.model()->index(i, 0);
        if (!index.data(Qt::AccessibleTextRole).toString().contains(text)) continue;
        view.scrollTo(index);
        return index;
    }
    FAIL("no row says " << text.toStdString());
    return {};
}

void Dispatcher::click(QWidget& widget, QPoint at, Qt::MouseButton button)
{
    QTest::mouseClick(&widget, button, {}, at);
    settle();
}

void Dispatcher::click_button(QString const& text)
{
    for (auto* button : window().findChildren<QPushButton*>())
        if (button->isVisible() && button->text().contains(text)) return click(*button, button->rect().center());
    FAIL("no button says " << text.toStdString());
}

QMenu& Dispatcher::menu_at(QWidget& widget, QPoint at)
{
    QContextMenuEvent event{QContextMenuEvent::Mouse, at, widget.mapToGlobal(at)};
    QApplication::sendEvent(&widget, &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    return *menu;
}

void Dispatcher::choose(QMenu& menu, QString const& text)
{
    for (auto* action : menu.actions()) {
        if (!action->text().contains(text)) continue;
        REQUIRE(action->isEnabled());
        QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action).center());
        if (action->menu() == nullptr) settle();
        return;
    }
    FAIL("no entry says " << text.toStdString());
}

void Dispatcher::choose_in_bar(QString const& menu, QString const& text)
{
    for (auto* action : window().menuBar()->actions()) {
        if (action->text() != menu) continue;
        QTest::mouseClick(window().menuBar(), Qt::LeftButton, {}, window().menuBar()->actionGeometry(action).center());
        return choose(*action->menu(), text);
    }
    FAIL("no menu is called " << menu.toStdString());
}

QPoint Dispatcher::free_pixel(int n)
{
    auto& canvas = window().map().canvas();
    for (int y = 100; y < canvas.height() - 60; y += 23)
        for (int x = 60; x < canvas.width() - 60; x += 31)
            if (canvas.marksAt(QPointF(x, y) * canvas.devicePixelRatioF()).empty() && n-- == 0) return {x, y};
    FAIL("the map is full");
    return {};
}

Place Dispatcher::place_at(QPoint pixel)
{
    auto& canvas = window().map().canvas();
    return canvas.view().placeAt(QPointF(pixel) * canvas.devicePixelRatioF());
}

}  // namespace cresset::app::test
