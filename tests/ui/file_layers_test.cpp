#include "tests/ui/dispatcher.h"
#include "widgets/layer_panel.h"

#include <QDropEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QTreeWidget>

// A map file on the real window: dropped, named in the command line, refused, hidden, looked at, taken away again.

namespace cresset::app::test {

namespace {

using widgets::FileRow;
using widgets::MarkKind;

/// A beat of some hundred metres round a place, and a hydrant in its middle.
QByteArray beat_round(Place place)
{
    auto const at = [&](std::int64_t east, std::int64_t north) {
        Place const moved_there = moved(place, east * 1000, north * 1000);
        return QJsonArray{moved_there.lon(), moved_there.lat()};
    };
    QJsonObject const properties{{QStringLiteral("name"), QStringLiteral("<b>Beat & 9</b>")},
                                 {QStringLiteral("shift"), QStringLiteral("夜班")}};
    auto const feature = [&](char const* type, QJsonArray const& coordinates) {
        return QJsonObject{{QStringLiteral("type"), QStringLiteral("Feature")},
                           {QStringLiteral("properties"), properties},
                           {QStringLiteral("geometry"), QJsonObject{{QStringLiteral("type"), QString::fromLatin1(type)},
                                                                    {QStringLiteral("coordinates"), coordinates}}}};
    };
    QJsonArray const ring{at(-200, -200), at(200, -200), at(200, 200), at(-200, 200), at(-200, -200)};
    return QJsonDocument{QJsonObject{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                                     {QStringLiteral("features"),
                                      QJsonArray{feature("Polygon", QJsonArray{ring}), feature("Point", at(0, 0))}}}}
        .toJson();
}

QString write(QTemporaryDir const& folder, char const* name, QByteArray const& bytes)
{
    QString const path = folder.filePath(QString::fromUtf8(name));
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return path;
}

/// As a file manager does it: over the map, which leaves it to the window.
bool drop(Dispatcher& desk, QString const& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    auto& map = desk.window().map();
    QDragEnterEvent enter{{300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&map, &enter);
    if (!enter.isAccepted()) return false;
    QDropEvent dropped{{300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&desk.window(), &dropped);
    return dropped.isAccepted();
}

void say_datum(Dispatcher& desk, char const* words)
{
    auto& menu = desk.the<QMenu>("datumMenu");
    REQUIRE(until([&] { return menu.isVisible(); }));
    desk.choose(menu, QString::fromLatin1(words));
    desk.window().activateWindow();  // the offscreen platform does not give the window back what the menu took
    REQUIRE(QTest::qWaitForWindowActive(&desk.window()));
}

FileRow only_file(Dispatcher& desk)
{
    REQUIRE(desk.window().files().rows().size() == 1);
    return desk.window().files().rows()[0];
}

void read_to_the_end(Dispatcher& desk)
{
    REQUIRE(QTest::qWaitFor([&] { return !desk.window().files().reading(); }, 60'000));
}

/// How many shapes of files lie under the middle of the map.
int shapes_in_the_middle(Dispatcher& desk)
{
    auto& canvas = desk.window().map().canvas();
    QSize const size = canvas.view().size();
    int count = 0;
    for (auto const& hit : canvas.marksAt({size.width() / 2.0, size.height() / 2.0}))
        count += hit.key.kind == MarkKind::file ? 1 : 0;
    return count;
}

QImage settled_picture(Dispatcher& desk)
{
    auto& canvas = desk.window().map().canvas();
    canvas.picture();
    until([&] { return canvas.complete(); });
    QTest::qWait(80);
    until([&] { return canvas.complete(); });
    return canvas.picture();
}

QTreeWidget& tree(Dispatcher& desk)
{
    return *desk.the<widgets::LayerPanel>().findChild<QTreeWidget*>();
}

QTreeWidgetItem* file_row(Dispatcher& desk, char const* name)
{
    auto const rows = tree(desk).findItems(QString::fromUtf8(name), Qt::MatchExactly);
    return rows.isEmpty() ? nullptr : rows[0];
}

}  // namespace

TEST_CASE("A file that cannot be a layer says why and stays in the list until it is taken away")
{
    QTemporaryDir const folder;
    Dispatcher desk;
    desk.line("layer " + write(folder, "evil.geojson", "<OGRVRTDataSource/>").toStdString());
    read_to_the_end(desk);
    CHECK(only_file(desk).state == FileRow::State::refused);
    CHECK(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("evil.geojson is no map file that can be a layer")));
    REQUIRE(file_row(desk, "evil.geojson") != nullptr);
    desk.click_button(QStringLiteral("Remove"));
    CHECK(desk.window().files().rows().empty());
    CHECK(file_row(desk, "evil.geojson") == nullptr);
    desk.line("layer /nowhere/beats.shp");
    read_to_the_end(desk);
    CHECK(desk.answer().contains(QStringLiteral("beats.shp is not there")));
}

TEST_CASE("A line without a file or with too little says what to type")
{
    Dispatcher desk;
    desk.line("layer");
    CHECK(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("which file?")));
    CHECK(desk.window().files().rows().empty());
}

TEST_CASE("A file dropped onto the window is drawn and found and hidden and taken away")
{
    QTemporaryDir const folder;
    Dispatcher desk;
    auto& canvas = desk.window().map().canvas();
    canvas.setView(canvas.view().centre(), 16);
    QString const path = write(folder, "beats & 9.geojson", beat_round(canvas.view().centre()));
    QImage const before = settled_picture(desk);

    REQUIRE(drop(desk, path));
    CHECK(desk.window().files().rows().empty());  // nothing before somebody said in which datum it is
    say_datum(desk, "WGS-84 or CGCS2000");
    read_to_the_end(desk);
    CHECK(only_file(desk).state == FileRow::State::shown);
    CHECK(only_file(desk).features == 2);
    CHECK(desk.answer().contains(QStringLiteral("beats & 9.geojson is on the map")));
    auto* row = file_row(desk, "beats & 9.geojson");
    REQUIRE(row != nullptr);
    CHECK(row->child(0)->text(0) == QStringLiteral("2 features · WGS-84"));
    CHECK(shapes_in_the_middle(desk) == 2);
    CHECK(settled_picture(desk) != before);

    // What the file says of it stands there as plain text.
    QTest::mouseMove(&canvas, canvas.rect().center() + QPoint{30, 30});
    auto& card = desk.the<QLabel>("hoverCard");
    REQUIRE(until([&] { return card.isVisible(); }));
    CHECK(card.textFormat() == Qt::PlainText);
    CHECK(card.text() == QStringLiteral("<b>Beat & 9</b>\nshift: 夜班\nbeats & 9.geojson"));
    QTest::mouseMove(&canvas, QPoint{2, 2});

    row->setCheckState(0, Qt::Unchecked);
    CHECK(shapes_in_the_middle(desk) == 0);
    file_row(desk, "beats & 9.geojson")->setCheckState(0, Qt::Checked);
    CHECK(shapes_in_the_middle(desk) == 2);
    CHECK(Settings::load().files.contains(QStringLiteral("beats & 9.geojson")));

    tree(desk).setCurrentItem(file_row(desk, "beats & 9.geojson"));
    tree(desk).setFocus();
    desk.key(Qt::Key_Delete);
    CHECK(desk.window().files().rows().empty());
    CHECK(shapes_in_the_middle(desk) == 0);
    CHECK_FALSE(Settings::load().files.contains(QStringLiteral("beats")));
}

TEST_CASE("That a file lies outside of the picture is said only as long as it does")
{
    QTemporaryDir const folder;
    Dispatcher desk;
    auto& canvas = desk.window().map().canvas();
    canvas.setView(canvas.view().centre(), 16);
    Place const here = canvas.view().centre();
    QString const path = write(folder, "far.geojson", beat_round(moved(here, 5'000'000, 0)));
    desk.line("layer " + path.toStdString());
    read_to_the_end(desk);
    REQUIRE(desk.answer().contains(QStringLiteral("outside of the picture")));
    canvas.setView(moved(here, 5'000'000, 0), 16);
    CHECK(desk.answer() == QStringLiteral("far.geojson is on the map"));
    // What is said meanwhile stays.
    desk.line("log quiet");
    QString const said = desk.answer();
    canvas.setView(here, 16);
    canvas.setView(moved(here, 5'000'000, 0), 16);
    CHECK(desk.answer() == said);
}

TEST_CASE("The same file by line and by drop is the same row and another datum puts it elsewhere")
{
    QTemporaryDir const folder;
    Dispatcher desk;
    auto& canvas = desk.window().map().canvas();
    QString const path = write(folder, "hydrants ; 2.geojson", beat_round({300000000, 1120000000}));
    desk.line("layer " + path.toStdString());
    read_to_the_end(desk);
    CHECK(desk.answer().contains(QStringLiteral("lies outside of the picture")));
    Bounds const plain = desk.window().files().layer(only_file(desk).key)->content().bounds();
    REQUIRE(drop(desk, path));
    say_datum(desk, "WGS-84 or CGCS2000");
    read_to_the_end(desk);
    CHECK(only_file(desk).state == FileRow::State::shown);

    desk.click_button(QStringLiteral("Zoom to it"));
    CHECK(canvas.view().bounds().contains(plain.middle()));
    desk.line("图层 " + path.toStdString() + " GCJ02");
    read_to_the_end(desk);
    REQUIRE(desk.window().files().rows().size() == 2);
    auto const shifted = desk.window().files().rows()[1];
    CHECK(shifted.datum == Datum::gcj02);
    CHECK(shifted.colour != desk.window().files().rows()[0].colour);
    CHECK(distance_mm(desk.window().files().layer(shifted.key)->content().bounds().middle(), plain.middle()) > 100'000);
    REQUIRE(drop(desk, path));
    say_datum(desk, "Do not add it");
    CHECK(desk.window().files().rows().size() == 2);
}

TEST_CASE("A picture lies under everything else and shows once somebody goes there")
{
    auto const file = std::filesystem::path{SHARED_DATA} / "tiles/isle_of_man_raster_osm.mbtiles";
    if (!std::filesystem::exists(file)) {
        WARN("skipped: " << file << " is not there");
        return;
    }
    Dispatcher desk;
    desk.line("layer " + file.string());
    read_to_the_end(desk);
    REQUIRE(only_file(desk).state == FileRow::State::shown);
    auto& list = tree(desk);
    CHECK(list.topLevelItem(list.topLevelItemCount() - 1)->text(0) == only_file(desk).name());
    desk.click_button(QStringLiteral("Zoom to it"));
    QImage const with = settled_picture(desk);
    list.topLevelItem(list.topLevelItemCount() - 1)->setCheckState(0, Qt::Unchecked);
    QImage const without = settled_picture(desk);
    REQUIRE(with.size() == without.size());
    int differing = 0;
    for (int x = 0; x < with.width(); x += 8)
        for (int y = 0; y < with.height(); y += 8) differing += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
    CHECK(differing > with.width() / 8 * (with.height() / 8) / 4);
    with.save(QStringLiteral(BINARY_DIR "/picture_layer.png"));
}

TEST_CASE("Files come back with their order and their datum and a vanished one says so")
{
    QTemporaryDir const folder;
    QString const kept = write(folder, "kept.geojson", beat_round({300000000, 1120000000}));
    QString const gone = write(folder, "gone.geojson", beat_round({300000000, 1120000000}));
    widgets::FileLayers first;
    first.add(kept, Datum::bd09);
    first.add(gone, Datum::wgs84);
    REQUIRE(QTest::qWaitFor([&] { return !first.reading(); }, 60'000));
    CHECK(first.rows()[1].state == FileRow::State::shown);
    QString const text = first.text();
    REQUIRE(QFile::remove(gone));

    widgets::FileLayers again;
    again.restore(QStringLiteral("nonsense"));
    again.restore(QStringLiteral(R"([{"number":0,"path":"/a"},{"number":4,"path":"/a","datum":"moon","colour":1},7])"));
    CHECK(again.rows().empty());
    again.restore(text);
    REQUIRE(QTest::qWaitFor([&] { return !again.reading(); }, 60'000));
    REQUIRE(again.rows().size() == 2);
    CHECK(again.rows()[0].state == FileRow::State::shown);
    CHECK(again.rows()[0].datum == Datum::bd09);
    CHECK(again.rows()[0].key == first.rows()[0].key);
    CHECK(again.rows()[1].state == FileRow::State::refused);
    CHECK(again.rows()[1].problem.find("gone.geojson is not there") == 0);
    CHECK(again.text() == text);
}

TEST_CASE("What is dropped and is no file is left alone")
{
    Dispatcher desk;
    QMimeData data;
    data.setText(QStringLiteral("hello"));
    data.setUrls({QUrl{QStringLiteral("https://example.invalid/a.geojson")}});
    QDragEnterEvent enter{{300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&desk.window().map(), &enter);
    CHECK_FALSE(enter.isAccepted());
}

}  // namespace cresset::app::test
