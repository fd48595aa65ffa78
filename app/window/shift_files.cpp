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

/// Beside the desk, which goes on: nothing that comes meanwhile waits for an answer.
QFileDialog* ShiftFiles::askForFile(QString const& title, QString const& kinds, std::function<void(QString)> then)
{
    auto* dialog = new QFileDialog{&window_, title, {}, kinds};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, std::move(then));
    dialog->show();
    return dialog;
}

void ShiftFiles::askForNewJournal(QString const& title, std::function<void(QString)> then)
{
    auto* dialog = askForFile(title, tr("Journals (*.cresset)"), std::move(then));
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("cresset"));
}

void ShiftFiles::openCity()
{
    askForFile(tr("Open a city"), tr("City packs (*.mbtiles)"), [this](QString const& file) {
        RoomOrder order;
        order.city = file.toStdString();
        Q_EMIT roomWanted(order);
    });
}

void ShiftFiles::openJournal()
{
    askForFile(tr("Open a journal"), tr("Journals (*.cresset)"),
               [this](QString const& file) { Q_EMIT roomWanted(orderOf(file)); });
}

void ShiftFiles::newShift()
{
    if (room_.journal() == nullptr)
        return hub_.say(tr("this shift is only read: open its journal for writing first"), false);
    askForNewJournal(tr("Journal of the new shift"), [this](QString const& file) {
        RoomOrder order = orderOf(file);
        order.takes_over = room_.journal()->file();
        Q_EMIT roomWanted(order);
    });
}

void ShiftFiles::backUp()
{
    if (room_.journal() == nullptr)
        return hub_.say(tr("this shift is only read: back it up where it is written"), false);
    askForNewJournal(tr("Back up the journal"), [this](QString const& file) { backUpTo(file); });
}

void ShiftFiles::backUpTo(QString const& file)
{
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
    auto* question = new QMessageBox{
        QMessageBox::Question, tr("Erase personal text"),
        tr("Erase the caller and what was said of #%1 for good? This cannot be taken back.").arg(incident->number),
        QMessageBox::Yes | QMessageBox::No, &window_};
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setModal(false);
    connect(question, &QMessageBox::finished, this, [this, id = *hub_.incident()](int answer) {
        if (answer == QMessageBox::Yes) eraseCallerOf(id);
    });
    question->show();
}

void ShiftFiles::eraseCallerOf(IncidentId id)
{
    auto const* incident = hub_.world().incidents.find(id);
    if (incident == nullptr) return;
    for (auto const& ref : {incident->caller, incident->narrative})
        if (ref)
            if (auto const problem = hub_.session().erase_text(ref->id))
                return hub_.say(widgets::problemText(problem->text), false);
    hub_.say(tr("erased"));
}

}  // namespace cresset::app
