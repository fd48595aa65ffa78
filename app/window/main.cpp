#include "app/resources.h"
#include "app/window/console.h"
#include "app/window/first_picture.h"
#include "app/window/screenshot.h"
#include "core/session/replay.h"
#include "maps/import.h"
#include "maps/training_city.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFontDatabase>
#include <QProgressDialog>
#include <cstdio>
#include <filesystem>

namespace {

using namespace cresset;
using namespace cresset::app;

constexpr std::int64_t minutes_into_drill = 20;

int fail(QString const& text)
{
    std::fprintf(stderr, "cresset: %s\n", text.toUtf8().constData());
    return 1;
}

/// The offscreen platform says at every window that it cannot pass on size hints, and a machine without a login session
/// that it has no runtime folder: nobody needs to know.
void passMessage(QtMsgType type, QMessageLogContext const& context, QString const& text)
{
    if (text.contains(QStringLiteral("propagateSizeHints")) || text.contains(QStringLiteral("XDG_RUNTIME_DIR"))) return;
    std::fprintf(stderr, "%s\n", qFormatLogMessage(type, context, text).toUtf8().constData());
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Cresset, the command-and-dispatch console. Without options it opens the training city and goes "
                       "on with its shift."));
    parser.addHelpOption();
    parser.addVersionOption();
    auto const add = [&](char const* name, char const* text, char const* value) {
        parser.addOption(
            QCommandLineOption{QString::fromLatin1(name), QString::fromUtf8(text), QString::fromLatin1(value)});
    };
    add("city", "The city pack to open (made by cressetctl import); without it the training city.", "PACK");
    add("journal", "The journal to go on with, or the new one to begin.", "FILE");
    add("drill", "The drill to run: a file, or a name in resources/drills (first-shift).", "FILE");
    add("seed", "The seed of a new drill (1).", "N");
    add("takes-over", "Begin a new shift that takes over the open incidents of this journal.", "FILE");
    add("at", "Show the journal as it was at that time (ISO 8601) or after that entry; reads only.", "TIME");
    add("feed",
        "A live receiver, such as nmea+udp://:10110=P12, or a server of many units, such as "
        "fleet+tcp://127.0.0.1:10120=*; may be given several times.",
        "FEED");
    add("seat", "The seat: a name such as calls, dispatch or supervisor; each has layouts of its own.", "NAME");
    add("lang", "zh_CN or en.", "LANGUAGE");
    add("theme", "night or day.", "THEME");
    add("screenshot", "Write a picture of the window and end.", "OUT.png");
    add("size", "Its size (1920x1080).", "WxH");
    add("view", "desk or map.", "VIEW");
    parser.addOption(
        QCommandLineOption{QStringLiteral("read-only"),
                           QStringLiteral("Look, change nothing; follows a shift that another program runs.")});
    parser.addOption(
        QCommandLineOption{QStringLiteral("stop-when-shown"),
                           QStringLiteral("Say \"shown\" as soon as the first whole picture is there, and end.")});
    parser.addOption(QCommandLineOption{QStringLiteral("first-page"),
                                        QStringLiteral("Begin with the page of the first start: language, city.")});
    parser.addOption(
        QCommandLineOption{QStringLiteral("live"), QStringLiteral("A live shift without a simulated city.")});
}

/// The training city is made once, from its seed.
QString makeTrainingCity(std::filesystem::path const& file, bool with_window)
{
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::unique_ptr<QProgressDialog> progress;
    if (with_window) {
        progress = std::make_unique<QProgressDialog>(QObject::tr("Building the training city…"), QString{}, 0, 0);
        progress->show();
        QCoreApplication::processEvents();
    }
    maps::ImportOptions options;
    options.source = "seed 1";
    auto const report = maps::write_city(maps::make_training_city(1), file, options);
    return report ? QString{} : QString::fromStdString(report.problem());
}

/// The order that the options mean; a problem as text.
QString readOrder(QCommandLineParser const& parser, RoomOrder& order)
{
    bool const picture = parser.isSet(QStringLiteral("screenshot"));
    auto const path = [&](char const* name) {
        return std::filesystem::path{parser.value(QString::fromLatin1(name)).toStdString()};
    };
    bool const own_city = parser.isSet(QStringLiteral("city"));
    order.city = own_city ? path("city") : training_city_file();
    order.read_only = parser.isSet(QStringLiteral("read-only"));
    if (parser.isSet(QStringLiteral("journal"))) order.journal = path("journal");
    if (parser.isSet(QStringLiteral("takes-over"))) order.takes_over = path("takes-over");
    if (parser.isSet(QStringLiteral("at"))) order.at = parser.value(QStringLiteral("at")).toStdString();
    if (order.at && !order.journal) return QStringLiteral("--at needs --journal");
    if (parser.isSet(QStringLiteral("seed"))) {
        bool fine = false;
        order.seed = parser.value(QStringLiteral("seed")).toULongLong(&fine);
        if (!fine) return QStringLiteral("--seed must be a whole number");
    }
    if (!picture && !order.journal) {
        auto file = own_city ? *order.city : training_city_file();
        order.journal = file.replace_extension(".cresset");
    }
    std::error_code error;
    bool const exists = order.journal && std::filesystem::exists(*order.journal, error);
    if (parser.isSet(QStringLiteral("drill")))
        order.drill = parser.value(QStringLiteral("drill")).toStdString();
    else if (!exists && !parser.isSet(QStringLiteral("live")))
        order.drill = "first-shift";
    if (picture && exists) order.read_only = true;
    return {};
}

/// Somebody who starts the program for the first time, and did not say what to open.
bool beginsWithPage(QCommandLineParser const& parser)
{
    if (parser.isSet(QStringLiteral("first-page"))) return true;
    for (char const* option :
         {"city", "journal", "drill", "takes-over", "at", "feed", "live", "read-only", "screenshot", "stop-when-shown"})
        if (parser.isSet(QString::fromLatin1(option))) return false;
    return Settings::isFirstStart();
}

/// The page, and the room that is opened from it.
int runFromPage(Console& console)
{
    console.showFirstPage();
    int const result = QApplication::exec();
    console.stopListening();
    if (!console.hasRoom()) return result;
    auto const problem = console.room().close();
    return problem ? fail(QString::fromStdString(problem->text)) : result;
}

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    qInstallMessageHandler(passMessage);
    QApplication::setOrganizationName(QStringLiteral("cresset"));
    QApplication::setApplicationName(QStringLiteral("cresset"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QApplication application{argc, argv};
    QApplication::setStyle(QStringLiteral("Fusion"));
    QFont font{QStringList{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei"),
                           QStringLiteral("sans-serif")}
                   .first()};
    font.setPixelSize(13);
    QApplication::setFont(font);
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    if (!parser.positionalArguments().isEmpty())
        return fail(QStringLiteral("\"%1\" is no option: see --help").arg(parser.positionalArguments().first()));

    bool const picture = parser.isSet(QStringLiteral("screenshot"));
    Settings settings = picture ? Settings{} : Settings::load();
    settings.remembered = !picture;
    if (parser.isSet(QStringLiteral("seat"))) settings.seat = parser.value(QStringLiteral("seat"));
    if (parser.isSet(QStringLiteral("lang"))) settings.language = parser.value(QStringLiteral("lang"));
    if (picture && settings.language.isEmpty()) settings.language = QStringLiteral("en");
    if (parser.isSet(QStringLiteral("theme"))) settings.theme = parser.value(QStringLiteral("theme"));
    if (settings.theme != QStringLiteral("night") && settings.theme != QStringLiteral("day"))
        return fail(QStringLiteral("--theme must be night or day"));
    if (!settings.language.isEmpty() && settings.language != QStringLiteral("zh_CN") &&
        settings.language != QStringLiteral("en"))
        return fail(QStringLiteral("--lang must be zh_CN or en"));
    ScreenshotOrder shot;
    shot.file = parser.value(QStringLiteral("screenshot"));
    if (parser.isSet(QStringLiteral("size"))) shot.size = parseSize(parser.value(QStringLiteral("size")));
    if (!shot.size.isValid() || shot.size.isEmpty()) return fail(QStringLiteral("--size must be such as 1920x1080"));
    QString const view = parser.value(QStringLiteral("view"));
    if (!view.isEmpty() && view != QStringLiteral("desk") && view != QStringLiteral("map"))
        return fail(QStringLiteral("--view must be desk or map"));
    shot.map_only = view == QStringLiteral("map");

    if (beginsWithPage(parser)) {
        Console console{settings};
        return runFromPage(console);
    }
    RoomOrder order;
    if (QString const problem = readOrder(parser, order); !problem.isEmpty()) return fail(problem);
    std::error_code error;
    if (!parser.isSet(QStringLiteral("city")) && !std::filesystem::exists(*order.city, error))
        if (QString const problem = makeTrainingCity(*order.city, !picture); !problem.isEmpty()) return fail(problem);

    QStringList const feeds = parser.values(QStringLiteral("feed"));
    for (QString const& feed : feeds)
        if (auto const address = parse_feed_address(feed.toStdString()); !address)
            return fail(QString::fromStdString(address.problem()));
    Console console{settings};
    if (!parser.isSet(QStringLiteral("screenshot"))) console.setSound(widgets::loudspeaker);
    if (QString const problem = console.open(order); !problem.isEmpty()) return fail(problem);
    if (picture) {
        if (auto* exercise = console.room().exercise(); exercise != nullptr && !order.journal) {
            exercise->run_until(console.room().session().now() + Duration{minutes_into_drill * 60'000});
            console.window().hub().selectIncident({});
        }
        console.window().selectMostUrgent();
        QString const problem = takeScreenshot(console.window(), shot);
        return problem.isEmpty() ? 0 : fail(problem);
    }
    int result = 0;
    if (parser.isSet(QStringLiteral("stop-when-shown"))) {
        if (QString const problem = showFirstPicture(console, shot.size); !problem.isEmpty()) return fail(problem);
        std::puts("shown");
        std::fflush(stdout);
    } else {
        console.show();
        console.listen(feeds);
        result = QApplication::exec();
        console.stopListening();
    }
    if (auto const problem = console.room().close()) return fail(QString::fromStdString(problem->text));
    return result;
}
