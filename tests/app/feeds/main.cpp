/// Sockets are tested on this machine's loopback, with an event loop and without a screen.
#define CATCH_CONFIG_RUNNER
#include <QCoreApplication>
#include <catch2/catch.hpp>

int main(int argc, char** argv)
{
    QCoreApplication const application{argc, argv};
    return Catch::Session().run(argc, argv);
}
