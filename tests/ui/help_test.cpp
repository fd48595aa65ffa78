#include "app/window/long_work.h"
#include "tests/ui/dispatcher.h"
#include "widgets/advice.h"
#include "widgets/tour.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QTextBrowser>
#include <set>

// Help that cannot lie: the page of keys against the keys there are, what to do about every refusal, the tour, and long
// work that is stopped.

namespace cresset::app::test {

namespace {

QString help_text(Dispatcher& desk)
{
    desk.key(Qt::Key_F1);
    return desk.the<widgets::HelpPage>().toPlainText();
}

}  // namespace

TEST_CASE("The page of help has every key of every action and shortcut of the window and every word of every verb")
{
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        Dispatcher::Options options;
        options.language = language;
        Dispatcher desk{options};
        QString const page = help_text(desk);
        int keys = 0;
        for (auto* action : desk.window().findChildren<QAction*>()) {
            if (action->shortcut().isEmpty()) continue;
            ++keys;
            INFO(action->text().toStdString());
            CHECK(page.contains(action->shortcut().toString(QKeySequence::NativeText)));
            CHECK(page.contains(action->text().remove(QLatin1Char('&'))));
        }
        CHECK(keys > 30);
        for (auto* shortcut : desk.window().findChildren<QShortcut*>(QString{}, Qt::FindDirectChildrenOnly)) {
            INFO(shortcut->key().toString().toStdString());
            CHECK(page.contains(shortcut->key().toString(QKeySequence::NativeText)));
        }
        for (auto const& verb : desk.hub().verbs().all()) {
            for (auto const& word : verb.words) CHECK(page.contains(QString::fromStdString(word)));
            CHECK(page.contains(desk.hub().name(verb.help)));
        }
    }
}

TEST_CASE("Every sentence of refusal says what to do or has an advice beside it in both languages")
{
    static QRegularExpression const says_what{
        QStringLiteral(": |\\?|; |such as |is written |give |choose |write |select |type |\\bfirst\\b|try again|take "
                       "|look |but a reader")};
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        Dispatcher::Options options;
        options.language = language;
        Dispatcher desk{options};
        bool const chinese = desk.hub().chinese();
        auto const all = widgets::everyAdvice();
        CHECK(all.size() > 80);
        for (auto const& [sentence, advice] : all) {
            INFO(sentence.toStdString() << " -> " << advice.toStdString());
            CHECK_FALSE(sentence.isEmpty());
            if (advice.isEmpty())
                CHECK((chinese || sentence.contains(says_what)));
            else if (chinese)
                CHECK(advice.contains(QRegularExpression{QStringLiteral("[\\x{4e00}-\\x{9fff}]")}));
        }
    }
}

TEST_CASE("What was just refused stands first on the page of help with what to do")
{
    Dispatcher desk;
    desk.line("dance P02");
    CHECK(desk.refused());
    CHECK(desk.the<QLabel>("answer").toolTip().contains(QStringLiteral("every verb with its words")));
    QString page = help_text(desk);
    CHECK(page.indexOf(QStringLiteral("\"dance\" is no verb")) <
          page.indexOf(QStringLiteral("Verbs of the command line")));
    desk.line("redo");
    page = help_text(desk);
    CHECK(page.contains(QStringLiteral("Only what was just taken back can be done again")));
    desk.line("log all is well");
    page = help_text(desk);
    CHECK_FALSE(page.contains(QStringLiteral("Just refused")));
}

TEST_CASE("The page of help is printed on paper that can be read")
{
    Dispatcher desk;
    help_text(desk);
    QTemporaryDir const folder;
    QPrinter printer{QPrinter::HighResolution};
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("help.pdf")));
    CHECK(desk.the<widgets::HelpPage>().printOn(printer));
    CHECK(QFileInfo{printer.outputFileName()}.size() > 5000);
}

TEST_CASE("The tour frames real parts one after the other by keys and never holds the work up")
{
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        Dispatcher::Options options;
        options.language = language;
        Dispatcher desk{options};
        auto& tour = desk.window().tour();
        desk.key(Qt::Key_F1, Qt::ControlModifier);
        auto& card = desk.the<QFrame>("tourCard");
        REQUIRE(card.isVisible());
        REQUIRE(tour.steps() >= 8);
        REQUIRE(tour.steps() <= 10);
        std::set<QString> said;
        for (int i = 0; i < tour.steps(); ++i) {
            CHECK(tour.step() == i);
            INFO(card.accessibleName().toStdString());
            CHECK(said.insert(card.accessibleDescription()).second);
            CHECK_FALSE(tour.framed().isEmpty());
            CHECK(desk.window().rect().contains(tour.framed()));
            CHECK(desk.window().rect().contains(card.geometry()));
            if (i + 1 < tour.steps()) desk.key(Qt::Key_Right);
        }
        desk.key(Qt::Key_Left);
        CHECK(tour.step() == tour.steps() - 2);
        // Somebody works on meanwhile.
        CHECK(QApplication::activeModalWidget() == nullptr);
        desk.keys(QStringLiteral("log"));
        CHECK(desk.command_line().text() == QStringLiteral("log"));
        desk.line("log meanwhile");
        CHECK_FALSE(desk.refused());
        CHECK(card.isVisible());
        desk.window().activateWindow();
        card.setFocus();
        CHECK(QApplication::focusWidget() == &card);
        desk.key(Qt::Key_Escape);
        CHECK_FALSE(card.isVisible());
    }
}

TEST_CASE("Long work says how far it is and is stopped and what it throws is a problem")
{
    LongWork work;
    int last = -1, ended = 0;
    QString problem;
    bool stopped = false;
    QObject::connect(&work, &LongWork::progressed, [&](QString const&, int part) { last = part; });
    QObject::connect(&work, &LongWork::finished, [&](QString const& text, bool was_stopped) {
        ++ended;
        problem = text;
        stopped = was_stopped;
    });
    std::atomic<bool> go_on{false};
    REQUIRE(work.start([&](LongWork::Tell const& tell) -> std::optional<Problem> {
        while (tell("x", 250))
            if (go_on) return {};
        return Problem{"stopped"};
    }));
    CHECK_FALSE(work.start([](LongWork::Tell const&) { return std::optional<Problem>{}; }));  // one at a time
    REQUIRE(until([&] { return last == 250; }));
    work.cancel();
    REQUIRE(until([&] { return ended == 1; }));
    CHECK(stopped);
    REQUIRE(
        work.start([](LongWork::Tell const&) -> std::optional<Problem> { throw std::runtime_error{"the disk fell"}; }));
    REQUIRE(until([&] { return ended == 2; }));
    CHECK(problem == QStringLiteral("the disk fell"));
    CHECK_FALSE(stopped);
    go_on = true;
    REQUIRE(work.start([&](LongWork::Tell const& tell) { return tell("x", 0), std::optional<Problem>{}; }));
    REQUIRE(until([&] { return ended == 3; }));
    CHECK(problem.isEmpty());
}

TEST_CASE("The journal is checked in the window with a bar and the answer says that it is whole")
{
    Dispatcher desk;
    desk.line("log one");
    desk.settle();
    desk.choose_in_bar(QStringLiteral("File"), QStringLiteral("Check the journal"));
    auto& bar = desk.the<QWidget>("workBar");
    CHECK(bar.isVisible());
    REQUIRE(until([&] { return !bar.isVisible(); }));
    CHECK(desk.answer().contains(QStringLiteral("the journal is whole")));
    CHECK_FALSE(desk.refused());
}

TEST_CASE("Every step of the tour shows all of its words in both languages and every size of letters")
{
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")})
        for (int const text_size : {100, 150, 200}) {
            Dispatcher::Options options;
            options.language = language;
            options.settings.text_size = text_size;
            Dispatcher desk{options};
            desk.window().resize(1366, 768);
            QCoreApplication::processEvents();
            auto& tour = desk.window().tour();
            desk.key(Qt::Key_F1, Qt::ControlModifier);
            auto& card = desk.the<QFrame>("tourCard");
            for (int i = 0; i < tour.steps(); ++i) {
                QCoreApplication::processEvents();
                INFO(text_size << " % " << card.accessibleName().toStdString());
                CHECK(desk.window().rect().contains(card.geometry()));
                for (auto* label : card.findChildren<QLabel*>()) {
                    INFO(label->text().toStdString());
                    CHECK(label->height() >= label->heightForWidth(label->width()));
                    CHECK(card.rect().contains(label->geometry()));
                }
                for (auto* button : card.findChildren<QPushButton*>())
                    CHECK(button->width() >= button->sizeHint().width());
                desk.key(Qt::Key_Right);
            }
        }
}

TEST_CASE("The page of help follows the language at once and is read where it was")
{
    Dispatcher desk;
    QString const english = help_text(desk);
    CHECK(english.contains(QStringLiteral("Verbs of the command line")));
    desk.key(Qt::Key_L, Qt::ControlModifier);
    auto& page = desk.the<widgets::HelpPage>();
    REQUIRE(page.isVisible());
    QString const chinese = page.toPlainText();
    CHECK_FALSE(chinese.contains(QStringLiteral("Verbs of the command line")));
    CHECK(chinese == help_text(desk));
    page.verticalScrollBar()->setValue(200);
    desk.key(Qt::Key_L, Qt::ControlModifier);
    CHECK(page.toPlainText() == english);
    CHECK(page.verticalScrollBar()->value() == 200);
}

TEST_CASE("The page of help is read in a narrow panel without columns of single words")
{
    Dispatcher desk;
    help_text(desk);
    auto& page = desk.the<widgets::HelpPage>();
    page.setFixedWidth(260);
    QCoreApplication::processEvents();
    CHECK(page.horizontalScrollBar()->maximum() == 0);
    int verbs = 0;
    auto* layout = page.document()->documentLayout();
    for (auto block = page.document()->begin(); block.isValid(); block = block.next())
        for (auto const& verb : desk.hub().verbs().all()) {
            if (!block.text().contains(desk.hub().name(verb.help))) continue;
            ++verbs;
            INFO(block.text().toStdString());
            CHECK(layout->blockBoundingRect(block).width() > 200);
            CHECK(layout->blockBoundingRect(block).height() < 9 * page.fontMetrics().height());
        }
    CHECK(verbs > 20);
}

}  // namespace cresset::app::test
