#include "app/window/shift_files.h"

#include "core/journal/backup.h"
#include "core/journal/verify.h"
#include "widgets/words.h"

#include <QFileDialog>
#include <QMessageBox>

namespace cresset::app {

namespace {

/// Of a thousand.
template <typename Number>
int part(Number done, Number all)
{
    return all > 0 ? static_cast<int>(static_cast<double>(done) * 1000 / static_cast<double>(all)) : -1;
}

}  // namespace

RoomOrder ShiftFiles::orderOf(QString const& journal) const
{
    RoomOrder order;
    order.journal = journal.toStdString();
    if (room_.pack()) order.city = room_.pack()->file();
    return order;
}

QString ShiftFiles::journalToWrite(QString const& title)
{
    QString file = QFileDialog::getSaveFileName(&window_, title, {}, tr("Journals (*.cresset)"));
    if (!file.isEmpty() && !file.contains(QLatin1Char('.'))) file += QStringLiteral(".cresset");
    return file;
}

void ShiftFiles::openCity()
{
    QString const file = QFileDialog::getOpenFileName(&window_, tr("Open a city"), {}, tr("City packs (*.mbtiles)"));
    if (file.isEmpty()) return;
    RoomOrder order;
    order.city = file.toStdString();
    Q_EMIT roomWanted(order);
}

void ShiftFiles::openJournal()
{
    QString const file = QFileDialog::getOpenFileName(&window_, tr("Open a journal"), {}, tr("Journals (*.cresset)"));
    if (!file.isEmpty()) Q_EMIT roomWanted(orderOf(file));
}

void ShiftFiles::newShift()
{
    if (room_.journal() == nullptr)
        return hub_.say(tr("this shift is only read: open its journal for writing first"), false);
    QString const file = journalToWrite(tr("Journal of the new shift"));
    if (file.isEmpty()) return;
    RoomOrder order = orderOf(file);
    order.takes_over = room_.journal()->file();
    Q_EMIT roomWanted(order);
}

void ShiftFiles::backUp()
{
    if (room_.journal() == nullptr)
        return hub_.say(tr("this shift is only read: back it up where it is written"), false);
    QString const file = journalToWrite(tr("Back up the journal"));
    if (file.isEmpty()) return;
    auto const from = room_.journal()->file();
    run(tr("Backing up the journal"), tr("backed up to %1").arg(file),
        [from, to = file.toStdString()](LongWork::Tell const& tell) -> std::optional<Problem> {
            auto reader = JournalReader::open(from);
            if (!reader) return Problem{reader.problem()};
            return back_up(*reader, to, [&](int done, int all) { return tell("copying", part(done, all)); });
        });
}

void ShiftFiles::check()
{
    auto const file = room_.file();
    if (!file) return hub_.say(tr("this shift is kept in memory alone: it has no journal to check"), false);
    run(tr("Checking the journal"), tr("the journal is whole: no entry was altered, taken out or put in"),
        [file](LongWork::Tell const& tell) -> std::optional<Problem> {
            auto reader = JournalReader::open(*file);
            if (!reader) return Problem{reader.problem()};
            auto const report = verify(
                *reader, {}, [&](std::uint64_t done, std::uint64_t all) { return tell("checking", part(done, all)); });
            if (report.stopped) return Problem{"the check was stopped"};
            if (report.broken) return Problem{report.broken->text};
            return {};
        });
}

void ShiftFiles::run(QString const& what, QString const& done, LongWork::Task task)
{
    if (work_.isRunning()) return hub_.say(tr("something runs already: wait for it, or stop it"), false);
    connect(
        &work_, &LongWork::finished, this,
        [this, done](QString const& problem, bool) {
            if (problem.isEmpty()) return hub_.say(done);
            hub_.say(widgets::problemText(problem.toStdString()), false);
        },
        Qt::SingleShotConnection);
    Q_EMIT workBegins(what);
    work_.start(std::move(task));
}

void ShiftFiles::eraseCaller()
{
    auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
    if (incident == nullptr) return hub_.say(tr("select an incident first"), false);
    if (hub_.readOnly()) return hub_.say(tr("this shift is only read: open its journal for writing first"), false);
    auto const answer = QMessageBox::question(
        &window_, tr("Erase personal text"),
        tr("Erase the caller and what was said of #%1 for good? This cannot be taken back.").arg(incident->number));
    if (answer != QMessageBox::Yes) return;
    auto const refs = {incident->caller, incident->narrative};
    for (auto const& ref : refs)
        if (ref)
            if (auto const problem = hub_.session().erase_text(ref->id))
                return hub_.say(widgets::problemText(problem->text), false);
    hub_.say(tr("erased"));
}

}  // namespace cresset::app
