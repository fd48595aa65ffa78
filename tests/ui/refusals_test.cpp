#include "core/facts/text_ref.h"
#include "tests/core/journal/fault_disk.h"
#include "tests/ui/dispatcher.h"
#include "widgets/top_strip.h"
#include "widgets/words.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QPushButton>

// What cannot be done is refused with a sentence in the answer line, and nothing is written.

namespace cresset::app::test {

TEST_CASE("What is not understood or not possible is refused with a sentence and writes nothing")
{
    Dispatcher desk;
    std::string const here = "@" + to_text(desk.place_at(desk.free_pixel(0)));
    desk.line("new dispute " + here);
    desk.line("x P01");
    auto const rows = desk.rows();
    struct Wrong {
        std::string line, answer;
    };
    for (Wrong const& wrong : {
             Wrong{"dance P02", "\"dance\" is no verb"},
             Wrong{"d", "which unit?"},
             Wrong{"d P99", "there is no unit \"P99\""},
             Wrong{"d P01", "P01 cannot go from out of service to dispatched"},
             Wrong{"d P02 4711", "there is no incident"},
             Wrong{"s P02", "P02 has no incident: dispatch it first"},
             Wrong{"c", "how did it end? type its number or a word"},
             Wrong{"c banana", "\"banana\" is no disposition"},
             Wrong{"fix nowhere-at-all-xyz", "no place is called"},
             Wrong{"fix", "where?"},
             Wrong{"note", "the text is missing"},
             Wrong{"new flood " + here, "is no incident type"},
             Wrong{"new dispute @91,0", "no place is called"},
             Wrong{"av P02", "P02 is available already"},
             Wrong{"rel P02", "P02 is not sent"},
             Wrong{"reopen 1001", "incident #1001 is not closed"},
             Wrong{"redo", "there is nothing to redo"},
             Wrong{"sosoff P02", "P02 is not in distress"},
         }) {
        desk.line(wrong.line);
        INFO(wrong.line << " -> " << desk.answer().toStdString());
        CHECK(desk.refused());
        CHECK(desk.answer().contains(QString::fromStdString(wrong.answer)));
        // It can be mended.
        CHECK(desk.command_line().text().trimmed().toStdString() == wrong.line);
        CHECK(desk.rows() == rows);
    }
}

TEST_CASE("What is typed after a refusal takes its place and what was missing is typed behind it")
{
    Dispatcher desk;
    desk.line("new dispute @" + to_text(desk.place_at(desk.free_pixel(0))));
    desk.line("d P99");
    REQUIRE(desk.refused());
    desk.keys(QStringLiteral("x P02"));
    CHECK(desk.command_line().text() == QStringLiteral("x P02"));
    desk.key(Qt::Key_Return);
    desk.line("d P02");  // out of service
    REQUIRE(desk.refused());
    desk.key(Qt::Key_End);  // into the line, to mend it
    desk.keys(QStringLiteral(" 1001"));
    CHECK(desk.command_line().text() == QStringLiteral("d P02 1001"));
    desk.line("c");
    REQUIRE(desk.refused());
    auto const* offered = qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget());
    REQUIRE(offered != nullptr);
    CHECK(offered->model()->index(2, 0).data().toString().startsWith(QStringLiteral("3  ")));
    desk.keys(QStringLiteral("3"));
    desk.key(Qt::Key_Return);
    CHECK(desk.world().incidents.find(*find_incident(desk.world(), 1001))->disposition ==
          desk.world().codes.dispositions[2].code);
}

TEST_CASE("Before Enter every verb that stands alone says what it does")
{
    Dispatcher desk;
    for (char const* line : {"?", "? d", "silence"}) {
        for (int list_and_line = 0; list_and_line < 2; ++list_and_line) desk.key(Qt::Key_Escape);
        desk.keys(QString::fromUtf8(line));
        INFO(line << " -> " << desk.answer().toStdString());
        CHECK(desk.answer().startsWith(QStringLiteral("Enter: ")));
        CHECK(desk.answer().size() > 8);
    }
}

TEST_CASE("Keys with nothing selected say what is missing and write nothing")
{
    Dispatcher desk;
    auto const rows = desk.rows();
    for (Qt::Key const key : {Qt::Key_F3, Qt::Key_F5, Qt::Key_F6}) {
        desk.key(key);
        INFO(key);
        CHECK(desk.refused());
        CHECK(desk.answer().contains(QStringLiteral("select")));
    }
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.answer().contains(QStringLiteral("nothing to undo")));
    desk.key(Qt::Key_F2);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.answer().contains(QStringLiteral("Where?")));
    CHECK(desk.rows() == rows);
}

TEST_CASE("A second program on the same journal looks and follows but does not act")
{
    Dispatcher writer;
    writer.line("new robbery @" + to_text(writer.place_at(writer.free_pixel(0))) + " ; robbed at the corner");
    Dispatcher::Options options;
    options.journal = writer.journal();
    Dispatcher reader{options};
    CHECK(reader.hub().readOnly());
    CHECK(reader.answer().contains(QStringLiteral("held by another program")));
    reader.window().refreshAll();
    auto& strip = reader.the<widgets::TopStrip>();
    CHECK(strip.accessibleDescription().contains(QStringLiteral("READ ONLY, following")));
    CHECK(reader.world() == writer.world());

    writer.line("note two men");
    REQUIRE(writer.rows() > 0);
    reader.console().room().follow();
    CHECK(reader.world() == writer.world());
    REQUIRE(until([&] { return !reader.hub().isTelling(); }));

    auto const rows = writer.rows();
    reader.hub().selectIncident(writer.hub().incident());
    reader.hub().selectUnit(writer.world().units.begin()->first);
    for (std::string const line : {"d P01", "note three men", "u", "log quiet"}) {
        reader.line(line);
        INFO(line);
        CHECK(reader.refused());
        CHECK(reader.answer() == QStringLiteral("this journal is open for reading only"));
    }
    for (Qt::Key const key : {Qt::Key_F5, Qt::Key_F6}) {
        reader.command_line().setText({});
        reader.key(key);
        CHECK(reader.answer() == QStringLiteral("this journal is open for reading only"));
    }
    CHECK(writer.rows() == rows);
}

TEST_CASE("Trouble with the disk stands in the strip in words and acts are refused with it")
{
    auto const disk = std::make_shared<cresset::test::FaultDisk>(7);
    Dispatcher::Options options;
    options.journal = std::filesystem::path{"/disk/shift.cresset"};
    options.journal_options.disk = disk;
    options.journal_options.retry_full = std::chrono::milliseconds{5};
    Dispatcher desk{options};
    auto& room = desk.console().room();
    auto& strip = desk.the<widgets::TopStrip>();
    std::string const call = "new dispute @" + to_text(desk.place_at(desk.free_pixel(0)));
    desk.line(call);
    desk.window().refreshAll();
    CHECK(strip.accessibleDescription().startsWith(QStringLiteral("saved")));

    SECTION("a full disk, until there is room")
    {
        disk->limit(disk->used());
        desk.hub().act(LogLine{std::string(100'000, 'x')});
        REQUIRE(until([&] { return room.journal()->trouble().has_value(); }));
        desk.window().refreshAll();
        CHECK(strip.accessibleDescription().contains(QStringLiteral("the disk is full")));
        CHECK_FALSE(desk.hub().act(LogLine{"y"}));
        CHECK(desk.refused());
        CHECK(desk.answer().contains(QStringLiteral("nothing can be saved now")));
        disk->limit(0);
        REQUIRE(until([&] { return !room.journal()->trouble(); }));
        desk.window().refreshAll();
        CHECK(strip.accessibleDescription().startsWith(QStringLiteral("saved")));
    }
    SECTION("a disk that failed, until it is opened anew")
    {
        disk->fail_at(1, 1);
        desk.hub().act(LogLine{"x"});
        REQUIRE(until([&] { return room.journal()->trouble().has_value(); }));
        desk.window().refreshAll();  // says it and tries again
        CHECK(desk.answer().contains(QStringLiteral("the disk works again")));
        CHECK(strip.accessibleDescription().contains(QStringLiteral("the journal's disk failed")));
        desk.window().refreshAll();
        CHECK(strip.accessibleDescription().startsWith(QStringLiteral("saved")));
        CHECK(desk.hub().act(LogLine{"y"}));
    }
}

}  // namespace cresset::app::test
