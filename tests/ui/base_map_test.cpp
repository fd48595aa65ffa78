#include "core/store/database.h"
#include "maps/mbtiles.h"
#include "tests/ui/dispatcher.h"

#include <QLabel>

// A map that another program made: there to look at, and honest about what it cannot do.

namespace cresset::app::test {

TEST_CASE("A base map that was made elsewhere says what it lacks when it is opened")
{
    QTemporaryDir folder;
    std::filesystem::path const here = folder.path().toStdString();
    {
        Database database = Database::open(here / "foreign.mbtiles", OpenMode::create);
        maps::MbtilesWriter writer{database};
        writer.set("name", "elsewhere");
        writer.set("format", "png");
        writer.add({0, 0, 0}, "\x89PNG\r\n\x1A\n and no more of a picture");
    }
    for (auto const& [language, words] :
         {std::pair{QStringLiteral("en"), QStringLiteral("no roads, names or stations")},
          std::pair{QStringLiteral("zh_CN"), QStringLiteral("没有道路、地名和派出所")}}) {
        Settings settings;
        settings.language = language;
        Console console{settings};
        RoomOrder order;
        order.city = here / "foreign.mbtiles";
        order.journal = here / (language.toStdString() + ".cresset");
        QString const problem = console.open(order);
        INFO(problem.toStdString());
        REQUIRE(problem.isEmpty());
        auto const* answer = console.window().findChild<QLabel*>(QStringLiteral("answer"));
        REQUIRE(answer != nullptr);
        CHECK(answer->text().contains(words));
    }
}

}  // namespace cresset::app::test
