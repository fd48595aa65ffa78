#pragma once
/// Fences to files and back: GeoJSON as core/feeds/fence_file.h has it, GeoPackage, KML and Shapefiles through the
/// program that is locked up. What comes in is one act; what cannot be a fence is named and left out.

#include "app/window/long_work.h"
#include "core/base/datum.h"
#include "core/feeds/fence_file.h"
#include "widgets/desk_hub.h"

#include <QObject>
#include <QString>

class QFileDialog;

namespace cresset::app {

class FenceFiles : public QObject {
    Q_OBJECT
public:
    explicit FenceFiles(widgets::DeskHub& hub, QObject* parent = nullptr);
    /// Asks for a file, beside the desk, which goes on.
    void askImport(QWidget& window);
    void askExport(QWidget& window);
    /// Its places are in that datum.
    void read(QString const& path, Datum datum = Datum::wgs84);
    void write(QString const& path);
    bool isBusy() const { return work_.isRunning(); }

Q_SIGNALS:
    /// New fences are in the world.
    void drawn();

private:
    void takeUp(feeds::FenceFile const& file, QString const& name);
    void begin(LongWork::Task task, std::function<void()> done);

    widgets::DeskHub& hub_;
    LongWork work_;
    std::function<void()> done_;
};

/// As a file has it. Nothing for one that moves with a unit of whom nobody knows where it is: it has no place.
std::optional<feeds::FenceRow> rowOf(Fence const& fence, World const& world);
/// As the room has it; a problem if it names a department, a camera or a unit that the room does not know.
Result<Fence> fenceOf(feeds::FenceRow const& row, World const& world, bool chinese);

}  // namespace cresset::app
