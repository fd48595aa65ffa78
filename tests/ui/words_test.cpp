#include "tests/ui/dispatcher.h"
#include "widgets/found_list.h"
#include "widgets/row_view.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QTimer>
#include <QToolBar>
#include <set>

// Both languages, both themes, every action of the table.

namespace cresset::app::test {

namespace {

struct Shown {
    QString where, text;
};

QString place_of(QObject const& object)
{
    return QString::fromLatin1(object.metaObject()->className()) + QLatin1Char(' ') + object.objectName();
}

/// Every word that can be read, heard or hovered in the window, and its menus.
std::vector<Shown> words_of(MainWindow& window)
{
    std::vector<Shown> shown;
    auto const add = [&](QObject const& from, QString const& text) {
        if (!text.isEmpty()) shown.push_back({place_of(from), text});
    };
    for (auto* label : window.findChildren<QLabel*>()) add(*label, label->text());
    for (auto* button : window.findChildren<QPushButton*>()) add(*button, button->text());
    for (auto* action : window.findChildren<QAction*>())
        if (!action->text().isEmpty() && qobject_cast<QToolBar*>(action->parent()) == nullptr)
            add(*action, action->text());
    for (auto* dock : window.findChildren<QDockWidget*>()) add(*dock, dock->windowTitle());
    for (auto* field : window.findChildren<QLineEdit*>()) add(*field, field->placeholderText());
    for (auto* box : window.findChildren<QComboBox*>())
        for (int i = 0; i < box->count(); ++i) add(*box, box->itemText(i));
    for (auto* list : window.findChildren<QAbstractItemView*>())
        for (int i = 0; list->model() != nullptr && i < std::min(list->model()->rowCount(), 200); ++i)
            for (int role : {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole})
                add(*list, list->model()->index(i, 0).data(role).toString());
    for (auto* page : window.findChildren<QTextBrowser*>()) add(*page, page->toPlainText());
    for (auto* widget : window.findChildren<QWidget*>()) {
        add(*widget, widget->toolTip());
        add(*widget, widget->accessibleName());
        add(*widget, widget->accessibleDescription());
    }
    return shown;
}

/// Words of Latin letters that are neither names nor keys nor what people type.
QStringList foreign(QString text)
{
    static QRegularExpression const known{
        QStringLiteral("<[^>]*>|GeoJSON|GeoPackage|Shapefile|KML|GPX|GeoTIFF|MBTiles|WGS-84|CGCS2000|GCJ-02|BD-09|"
                       "Ctrl|Shift|Space|Enter|Return|Esc|Cresset|UTC|EN|P[1-4]|[A-Z]{1,2}-?[0-9]+|[0-9][0-9.]*"
                       "\\s*(km/h|km|m|x)\\b|"
                       "@lat,lon|[?] ")};
    text.remove(known);
    static QRegularExpression const word{QStringLiteral("[A-Za-z]{2,}")};
    QStringList found;
    for (auto all = word.globalMatch(text); all.hasNext();) found.append(all.next().captured());
    return found;
}

/// Clicks the entry of the table by its words.
QAction& action(MainWindow& window, QString const& text)
{
    for (auto* one : window.findChildren<QAction*>())
        if (one->text() == text) return *one;
    FAIL("no action is called " << text.toStdString());
    return *window.findChild<QAction*>();
}

/// Closes whatever asks something, as often as something does.
class Refusing {
public:
    Refusing()
    {
        QObject::connect(&timer_, &QTimer::timeout, [this] {
            for (auto* widget : QApplication::topLevelWidgets()) {
                bool const asks = qobject_cast<QFileDialog*>(widget) != nullptr ||
                                  qobject_cast<QMessageBox*>(widget) != nullptr ||
                                  qobject_cast<QPrintDialog*>(widget) != nullptr;
                if (asks && widget->isVisible()) ++dialogs_, static_cast<QDialog*>(widget)->reject();
            }
            if (auto* menu = QApplication::activePopupWidget()) menu->close();
        });
        timer_.start(10);
    }
    int dialogs() const { return dialogs_; }

private:
    QTimer timer_;
    int dialogs_ = 0;
};

/// A desk on which every panel shows something.
void fill(Dispatcher& desk)
{
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))) + " ; 被抢");
    desk.line("new dispute @" + to_text(desk.place_at(desk.free_pixel(9))));
    desk.hub().selectIncident(find_incident(desk.world(), 1001));
    desk.key(Qt::Key_F5);
    desk.line("x F01");
    desk.line("sos F02");
    desk.line("note 123");
    desk.line("fix @" + to_text(desk.place_at(desk.free_pixel(5))));
    desk.line("near 1001 800m");
    desk.key(Qt::Key_F1);
    desk.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    desk.key(Qt::Key_F2);
    desk.settle();
    desk.window().refreshAll();
}

}  // namespace

TEST_CASE("The walk over words finds a word that is not translated")
{
    CHECK(foreign(QStringLiteral("派警  F5")).isEmpty());
    CHECK(foreign(QStringLiteral("保存  Ctrl+Enter")).isEmpty());
    CHECK(foreign(QStringLiteral("状态 saved")) == QStringList{QStringLiteral("saved")});
}

TEST_CASE("Every word of the window is Chinese in Chinese and English again in English")
{
    Dispatcher desk;
    fill(desk);
    auto const english = words_of(desk.window());
    std::set<QString> before;
    for (auto const& [where, text] : english) before.insert(text);
    desk.key(Qt::Key_L, Qt::ControlModifier);
    desk.settle();
    QTest::qWait(1);
    desk.window().refreshAll();
    CHECK(desk.hub().chinese());
    static QRegularExpression const chinese{QStringLiteral("[\\x{4e00}-\\x{9fff}]")};
    int translated = 0;
    for (auto const& [where, text] : words_of(desk.window())) {
        if (where.startsWith(QStringLiteral("cresset::widgets::HelpPage"))) continue;  // shows what is typed, too
        if (text.contains(QStringLiteral("  > "))) continue;  // a line of the log as it was typed
        if (text.contains(chinese)) ++translated;
        INFO(where.toStdString() << ": " << text.toStdString());
        CHECK(foreign(text).join(QLatin1Char(' ')).toStdString() == "");
    }
    CHECK(translated > 150);
    desk.key(Qt::Key_L, Qt::ControlModifier);
    desk.settle();
    QTest::qWait(1);
    desk.window().refreshAll();
    for (auto const& [where, text] : words_of(desk.window())) {
        INFO(where.toStdString() << ": " << text.toStdString());
        // Names of the city have no English in a caller's own words.
        if (!text.contains(QStringLiteral("被抢")) && !where.contains(QStringLiteral("HelpPage")) &&
            text != QStringLiteral("中文"))
            CHECK_FALSE(text.contains(chinese));
    }
}

TEST_CASE("What kind of place was found is said in Chinese in a Chinese window")
{
    Dispatcher::Options options;
    options.language = QStringLiteral("zh_CN");
    Dispatcher desk{options};
    for (char const* what : {"学校", "银行", "加油站", "派出所", "村"}) {
        desk.line(std::string{"find "} + what);
        auto const& found = desk.the<widgets::FoundList>();
        INFO(what);
        REQUIRE(until([&] { return found.count() > 0; }));
        for (int row = 0; row < found.count(); ++row) {
            INFO(found.item(row)->text().toStdString());
            CHECK(foreign(found.item(row)->text()).isEmpty());
        }
    }
}

TEST_CASE("What is found and what is suggested stands in English in an English window")
{
    static QRegularExpression const chinese{QStringLiteral("[\\x{4e00}-\\x{9fff}]")};
    Dispatcher desk;
    desk.line("find school");
    auto& found = desk.the<widgets::FoundList>();
    REQUIRE(found.count() > 3);
    for (int i = 0; i < found.count(); ++i) {
        INFO(found.item(i)->text().toStdString());
        CHECK(found.item(i)->text().contains(QStringLiteral("·")));
        CHECK_FALSE(found.item(i)->text().contains(chinese));
    }
    desk.key(Qt::Key_F2);
    desk.keys(QStringLiteral("school"));
    auto* list = qobject_cast<QListView*>(QApplication::activePopupWidget());
    REQUIRE(list != nullptr);
    REQUIRE(list->model()->rowCount() > 3);
    for (int i = 0; i < list->model()->rowCount(); ++i) {
        INFO(list->model()->index(i, 0).data().toString().toStdString());
        CHECK_FALSE(list->model()->index(i, 0).data().toString().contains(chinese));
    }
}

TEST_CASE("Another theme leaves what is open and selected and typed as it is")
{
    Dispatcher desk;
    fill(desk);
    auto* place = desk.the<QDockWidget>("intake").findChild<QLineEdit*>();
    QTest::keyClicks(place, QStringLiteral("half a street"));
    auto const incident = desk.hub().incident();
    auto const* window = &desk.window();
    QImage const night = desk.window().grab().toImage();
    desk.key(Qt::Key_T, Qt::ControlModifier);
    CHECK(&desk.window() == window);
    CHECK(desk.hub().incident() == incident);
    CHECK(place->text() == QStringLiteral("half a street"));
    QImage const day = desk.window().grab().toImage();
    // The ground of the lists: dark, then light.
    auto& queue = desk.rows_in("incidents");
    QPoint const list = queue.mapTo(&desk.window(), QPoint{2, queue.height() - 4});
    CHECK(night.pixelColor(list).lightness() < 80);
    CHECK(day.pixelColor(list).lightness() > 180);
    desk.line("note after");
    CHECK_FALSE(desk.refused());
    desk.key(Qt::Key_T, Qt::ControlModifier);
    CHECK(desk.window().grab().toImage().pixelColor(list).lightness() < 80);
}

TEST_CASE("Every action of the table can be triggered and none has the key or the words of another")
{
    Dispatcher desk;
    fill(desk);
    std::set<QString> names, keys;
    QStringList wanted;
    for (auto* menu : desk.window().menuBar()->actions())
        for (auto* one : menu->menu()->actions()) {
            INFO(one->text().toStdString());
            CHECK(names.insert(one->text()).second);
            QString const key = one->shortcut().toString();
            if (!key.isEmpty()) CHECK(keys.insert(key).second);
            wanted.append(one->text());
        }
    CHECK(wanted.size() > 25);
    Refusing const refusing;
    for (QString const& text : wanted) {
        if (text == QStringLiteral("Quit") || text == QStringLiteral("Chinese / English")) continue;
        INFO(text.toStdString());
        action(desk.window(), text).trigger();
        QTest::qWait(20);
        CHECK(desk.window().isVisible());
    }
    // Files and the question before erasing.
    CHECK(refusing.dialogs() >= 5);
    action(desk.window(), QStringLiteral("Quit")).trigger();
    CHECK_FALSE(desk.window().isVisible());
}

TEST_CASE("Closing and opening the program continues the shift")
{
    Dispatcher first;
    first.line("new robbery @" + to_text(first.place_at(first.free_pixel(0))) + " ; robbed at the corner");
    first.line("d P01 P02");
    first.line("e P01");
    first.line("x F03");
    first.line("new dispute @" + to_text(first.place_at(first.free_pixel(4))));
    first.settle();
    World const before = first.world();
    auto const log_before = first.hub().log().size();
    first.leave();

    Dispatcher::Options options;
    options.journal = first.journal();
    Dispatcher second{options};
    CHECK_FALSE(second.hub().readOnly());
    CHECK(second.world() == before);
    CHECK(second.hub().log().size() == log_before);
    second.row(second.rows_in("incidents"), QStringLiteral("incident 1001, priority 1"));
    second.row(second.rows_in("units"), QStringLiteral("unit P01, en route"));
    second.hub().selectIncident(find_incident(second.world(), 1001));
    CHECK(second.hub().text(second.world().incidents.find(*second.hub().incident())->narrative) ==
          QStringLiteral("robbed at the corner"));
    second.line("new noise @" + to_text(second.place_at(second.free_pixel(2))));
    CHECK(find_incident(second.world(), 1003).has_value());
    second.line("u");
    CHECK_FALSE(second.refused());
}

}  // namespace cresset::app::test
