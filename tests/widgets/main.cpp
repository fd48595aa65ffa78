/// Widgets are tested without a screen.
#define CATCH_CONFIG_RUNNER
#include <QApplication>
#include <catch2/catch.hpp>

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication const app{argc, argv};
    return Catch::Session().run(argc, argv);
}
