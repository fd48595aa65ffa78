/// The window is driven without a screen, with settings of its own.
#define CATCH_CONFIG_RUNNER
#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <cstdio>

namespace {

/// Two screens side by side: windows can stand on either.
constexpr char const* screens = R"({"synchronousWindowSystemEvents": false, "windowFrameMargins": false, "screens": [
  {"name": "CONSOLE", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
  {"name": "SIDE", "x": 3840, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
]})";

}  // namespace

int main(int argc, char** argv)
{
    QTemporaryDir const settings;
    QString const config = settings.filePath(QStringLiteral("screens.json"));
    if (QFile file{config}; file.open(QIODevice::WriteOnly)) file.write(screens);
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + config.toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QApplication::setOrganizationName(QStringLiteral("cresset-test"));
    QApplication::setApplicationName(QStringLiteral("cresset-test"));
    // The offscreen platform says of much what it cannot do: nobody needs to know.
    qInstallMessageHandler([](QtMsgType, QMessageLogContext const&, QString const& text) {
        if (!text.startsWith(QStringLiteral("This plugin does not")) && !text.contains(QStringLiteral("XDG_RUNTIME")))
            std::fprintf(stderr, "%s\n", text.toUtf8().constData());
    });
    QApplication const app{argc, argv};
    QApplication::setStyle(QStringLiteral("Fusion"));
    return Catch::Session().run(argc, argv);
}
