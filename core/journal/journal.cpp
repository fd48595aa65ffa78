#include "core/journal/journal.h"

#include "core/journal/journal_file.h"
#include "core/journal/writer.h"

namespace cresset {

std::filesystem::path heads_file(std::filesystem::path const& journal)
{
    return journal.string() + ".heads";
}

class Journal::Inside {
public:
    Inside(std::unique_ptr<Disk::Lock> lock, JournalFile file, std::filesystem::path const& path,
           JournalOptions options)
        : lock_{std::move(lock)}, writer{path, std::move(file), std::move(options)}
    {
    }

private:
    std::unique_ptr<Disk::Lock> lock_;  // let go after the writer has ended

public:
    JournalWriter writer;
};

Journal::Journal(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}
Journal::~Journal() = default;

bool Journal::is_held(std::filesystem::path const& file, Disk& disk)
{
    return disk.exists(heads_file(file)) && !disk.lock(heads_file(file));
}

Result<std::unique_ptr<Journal>> Journal::open(std::filesystem::path const& file, JournalOptions options)
{
    if (!options.disk->exists(file)) return Problem{file.string() + " is not there"};
    try {
        auto lock = options.disk->lock(heads_file(file));
        if (!lock) return Problem{file.string() + " is held by another program: open it to read"};
        auto opened = JournalFile::open(file, options.disk);
        if (!opened) return Problem{opened.problem()};
        opened->sign_end();
        auto inside = std::make_unique<Inside>(std::move(lock), std::move(*opened), file, std::move(options));
        return std::unique_ptr<Journal>{new Journal{std::move(inside)}};
    } catch (StoreError const& error) {
        if (!error.is_corrupt()) throw;
        return Problem{file.string() + " is no journal, or it is damaged: " + error.what()};
    }
}

std::filesystem::path const& Journal::file() const
{
    return inside_->writer.path();
}

Watermark Journal::append(ActRows act, Urgency urgency)
{
    return inside_->writer.append(std::move(act), urgency);
}

Seq Journal::last() const
{
    return inside_->writer.last();
}

Watermark Journal::durable() const
{
    return inside_->writer.durable();
}

bool Journal::wait(Watermark mark) const
{
    return inside_->writer.wait(mark);
}

std::optional<Trouble> Journal::trouble() const
{
    return inside_->writer.trouble();
}

std::optional<Problem> Journal::recover()
{
    return inside_->writer.recover();
}

Disk::Space Journal::space() const
{
    return inside_->writer.options().disk->space(file());
}

void Journal::write_snapshot(Snapshot snapshot)
{
    inside_->writer.post([kept = std::move(snapshot)](JournalFile& open) { open.keep(kept); });
}

std::optional<Problem> Journal::erase_text(TextId id)
{
    bool found = false;
    bool cut = false;
    auto problem = inside_->writer.ask([&, this](JournalFile& open) {
        found = open.erase_text(id);
        cut = open.cut_log();
        if (!cut) inside_->writer.want_log_cut();
    });
    if (problem) return problem;
    if (!found) return Problem{"there is no such text, or it is erased already"};
    if (!cut) return Problem{"the text is erased, but a reader still holds the log, which is cut when it lets go"};
    return {};
}

std::optional<Problem> Journal::thin_blob(Digest const& digest)
{
    bool found = false;
    auto problem = inside_->writer.ask([&](JournalFile& open) { found = open.thin_blob(digest); });
    if (problem) return problem;
    if (!found) return Problem{"there are no such bytes, or they are thinned out already"};
    return {};
}

std::string Journal::digest() const
{
    return inside_->writer.digest();
}

std::optional<Problem> Journal::close()
{
    return inside_->writer.close();
}

}  // namespace cresset
