/// The window is driven without a screen, with settings of its own.
#define CATCH_CONFIG_RUNNER
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <cstdio>

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir const settings;
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
