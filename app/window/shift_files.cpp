#include "app/window/shift_files.h"

#include "core/journal/backup.h"
#include "widgets/words.h"

#include <QFileDialog>
#include <QMessageBox>

namespace cresset::app {

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
    auto reader = JournalReader::open(room_.journal()->file());
    auto const problem =
        reader ? back_up(*reader, file.toStdString()) : std::optional<Problem>{Problem{reader.problem()}};
    hub_.say(problem ? widgets::problemText(problem->text) : tr("backed up to %1").arg(file), !problem);
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
