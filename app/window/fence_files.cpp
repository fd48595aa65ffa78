#include "app/window/fence_files.h"

#include "app/window/datum_menu.h"
#include "maps/china_datum.h"
#include "maps/layer_file.h"
#include "maps/layer_text.h"
#include "widgets/advice.h"
#include "widgets/read_file.h"
#include "widgets/words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <algorithm>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr std::size_t problems_said = 2;

bool isGeoJson(QString const& path)
{
    QString const ending = QFileInfo{path}.suffix().toLower();
    return ending == QStringLiteral("geojson") || ending == QStringLiteral("json");
}

/// Out of the datum; false if it is no place then.
bool shift(Place& place, Datum datum)
{
    auto const at = maps::to_wgs84(datum, {place.lon(), place.lat()});
    auto const there = place_from_degrees(at.lat, at.lon);
    if (there) place = *there;
    return there.has_value();
}

void shift(feeds::FenceFile& file, Datum datum)
{
    if (datum == Datum::wgs84) return;
    std::erase_if(file.rows, [&](feeds::FenceRow& row) {
        for (Line& line : row.shape.lines)
            for (Place& place : line)
                if (!shift(place, datum)) return file.problems.push_back({row.name + ": it lies on no map"}), true;
        return false;
    });
}

Result<feeds::FenceFile> readFences(QString const& path, Datum datum, LongWork::Tell const& tell)
{
    if (isGeoJson(path)) {
        auto const text = readFile(path.toStdString());
        if (!text) return Problem{text.problem()};
        auto file = feeds::read_fences(*text);
        if (file) shift(*file, datum);
        return file;
    }
    auto const layer = maps::open_layer({path.toStdString(), datum, true}, tell);
    if (!layer) return Problem{layer.problem()};
    if (!layer->shapes) return Problem{"a picture has no fences: give a file of lines and areas"};
    return feeds::read_fences(maps::geojson_of(*layer->shapes));
}

Result<std::string> bytesOf(QString const& path, std::vector<feeds::FenceRow> const& rows)
{
    std::string text = feeds::write_fences(rows);
    if (isGeoJson(path)) return text;
    std::string const kind = QFileInfo{path}.suffix().toLower().toStdString();
    return maps::make_file(kind, text, QFileInfo{path}.fileName().toStdString());
}

}  // namespace

std::optional<feeds::FenceRow> rowOf(Fence const& fence, World const& world)
{
    feeds::FenceRow row;
    row.name = fence.name.in(false);
    row.names = fence.name;
    row.shape = fence.shape;
    if (fence.carrier) {
        auto const* fix = world.fix(*fence.carrier);
        if (fix == nullptr) return {};
        row.shape.lines = {{fix->place}};
        row.moves_with = call_sign(world, *fence.carrier);
    }
    row.watch = fence.watch;
    row.terms.kinds = fence.whom.kinds;
    row.terms.tags = fence.whom.tags;
    for (DepartmentId const id : fence.whom.departments)
        if (auto const* department = world.departments.find(id))
            row.terms.departments.push_back(department->name.in(false));
    row.terms.hours = fence.hours;
    row.terms.then = fence.then;
    row.terms.then.camera.reset();
    auto const* camera = fence.then.camera ? world.cameras.find(*fence.then.camera) : nullptr;
    if (camera != nullptr) row.terms.camera = camera->code;
    return row;
}

Result<Fence> fenceOf(feeds::FenceRow const& row, World const& world, bool chinese)
{
    Fence fence;
    fence.name = row.names;
    if (fence.name.en.empty() && fence.name.zh.empty()) (chinese ? fence.name.zh : fence.name.en) = row.name;
    fence.shape = row.shape;
    if (fence.shape.kind == FenceKind::around_unit) {
        fence.shape.lines.clear();
        fence.carrier = find_unit(world, row.moves_with);
        if (!fence.carrier) return Problem{row.name + ": there is no unit " + row.moves_with};
    }
    fence.watch = row.watch;
    fence.whom.kinds = row.terms.kinds;
    fence.whom.tags = row.terms.tags;
    for (std::string const& name : row.terms.departments) {
        auto const found = std::ranges::find_if(world.departments, [&](auto const& one) {
            return one.second.name.en == name || one.second.name.zh == name;
        });
        if (found == world.departments.end()) return Problem{row.name + ": there is no department " + name};
        fence.whom.departments.push_back(found->first);
    }
    fence.hours = row.terms.hours;
    fence.then = row.terms.then;
    if (row.terms.camera.empty()) return fence;
    auto const camera =
        std::ranges::find_if(world.cameras, [&](auto const& one) { return one.second.code == row.terms.camera; });
    if (camera == world.cameras.end()) return Problem{row.name + ": there is no camera " + row.terms.camera};
    fence.then.camera = camera->first;
    return fence;
}

FenceFiles::FenceFiles(DeskHub& hub, QObject* parent) : QObject{parent}, hub_{hub}
{
    connect(&work_, &LongWork::finished, this, [this](QString const& problem, bool) {
        auto const done = std::exchange(done_, {});
        if (!problem.isEmpty()) return hub_.refuse(problemText(problem.toStdString()), {});
        if (done) done();
    });
}

void FenceFiles::begin(LongWork::Task task, std::function<void()> done)
{
    if (work_.isRunning()) return hub_.say(tr("another file of fences is still being read or written"), false);
    done_ = std::move(done);
    work_.start(std::move(task));
}

void FenceFiles::askImport(QWidget& window)
{
    if (!hub_.mayAct()) return;
    auto* dialog = new QFileDialog{&window, tr("Import fences")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Fences (*.geojson *.json *.gpkg *.kml *.kmz *.shp *.zip)"), tr("All files (*)")});
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, [this, at = QPointer{&window}](QString const& path) {
        if (at == nullptr) return;
        QString const title = tr("Positions in %1 are in").arg(QFileInfo{path}.fileName());
        askDatum(*at, at->mapToGlobal(at->rect().center()), title, [this, path](Datum datum) { read(path, datum); });
    });
    dialog->show();
}

void FenceFiles::askExport(QWidget& window)
{
    auto* dialog = new QFileDialog{&window, tr("Export all fences")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {QStringLiteral("GeoJSON (*.geojson)"), QStringLiteral("GeoPackage (*.gpkg)"), QStringLiteral("KML (*.kml)")});
    dialog->setDefaultSuffix(QStringLiteral("geojson"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](QString const& filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, &FenceFiles::write);
    dialog->show();
}

void FenceFiles::read(QString const& path, Datum datum)
{
    if (!hub_.mayAct()) return;
    auto const file = std::make_shared<feeds::FenceFile>();
    auto task = [path, datum, file](LongWork::Tell const& tell) -> std::optional<Problem> {
        auto read = readFences(path, datum, tell);
        if (!read) return Problem{read.problem()};
        *file = *std::move(read);
        return {};
    };
    begin(std::move(task), [this, file, name = QFileInfo{path}.fileName()] { takeUp(*file, name); });
}

/// All that can be fences, by one act; and which cannot.
void FenceFiles::takeUp(feeds::FenceFile const& file, QString const& name)
{
    std::vector<Fence> fences;
    std::vector<Problem> problems = file.problems;
    for (feeds::FenceRow const& row : file.rows) {
        auto fence = fenceOf(row, hub_.world(), hub_.chinese());
        if (fence)
            fences.push_back(*std::move(fence));
        else
            problems.push_back({fence.problem()});
    }
    QString left;
    for (std::size_t i = 0; i < std::min(problems.size(), problems_said); ++i)
        left += (i == 0 ? QString{} : QStringLiteral("; ")) + problemText(problems[i].text);
    if (problems.size() > problems_said) left += tr("; and %1 more").arg(problems.size() - problems_said);
    if (fences.empty())
        return hub_.say(left.isEmpty() ? tr("%1 has no fences").arg(name) : tr("%1 has no fences: %2").arg(name, left),
                        false);
    auto const ticket = hub_.desk().draw_fences(fences);
    if (ticket.refusal)
        return hub_.refuse(refusalText(*ticket.refusal, hub_), adviceOf(english(ticket.refusal->reason)));
    QString const said = tr("fences drawn from %1: %2").arg(name).arg(fences.size());
    hub_.say(left.isEmpty() ? said : tr("%1 · left out: %2").arg(said, left), left.isEmpty());
    Q_EMIT drawn();
}

void FenceFiles::write(QString const& path)
{
    std::vector<feeds::FenceRow> rows;
    std::size_t nowhere = 0;
    for (auto const& [id, fence] : hub_.world().fences) {
        auto row = rowOf(fence, hub_.world());
        row ? rows.push_back(*std::move(row)) : void(++nowhere);
    }
    if (rows.empty()) return hub_.say(tr("there is no fence that can be written: draw one first"), false);
    QString said = tr("fences written to %1: %2").arg(QFileInfo{path}.fileName()).arg(rows.size());
    if (nowhere > 0) said += tr(" · left out, for nobody knows where their unit is: %1").arg(nowhere);
    auto task = [path, rows = std::move(rows)](LongWork::Tell const&) -> std::optional<Problem> {
        auto const bytes = bytesOf(path, rows);
        if (!bytes) return Problem{bytes.problem()};
        QSaveFile file{path};
        bool const good =
            file.open(QIODevice::WriteOnly) &&
            file.write(bytes->data(), static_cast<qint64>(bytes->size())) == static_cast<qint64>(bytes->size()) &&
            file.commit();
        if (good) return {};
        return Problem{path.toStdString() + " cannot be written: look whether its folder may be written to"};
    };
    begin(std::move(task), [this, said] { hub_.say(said); });
}

}  // namespace cresset::app
