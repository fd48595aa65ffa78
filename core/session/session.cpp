#include "core/session/session.h"

#include "core/base/check.h"
#include "core/journal/entry_rows.h"
#include "core/journal/text_seal.h"
#include "core/session/fence_guard.h"
#include "core/store/digest.h"
#include "core/store/error.h"
#include "core/world/may.h"
#include "core/world/snapshot.h"

#include <algorithm>

namespace cresset {

namespace {

/// Salts and seals of the act's texts, and digests of its sweeps: what an entry holds of what stands apart from it.
void seal_texts(Act& act, std::function<std::string(TextId)> const& salt_of)
{
    std::map<TextId, std::string> seals;
    for (ErasableText& text : act.texts) {
        text.salt = salt_of(text.id);
        seals[text.id] = seal_of(text.salt, text.text);
    }
    for (Event& event : act.events) {
        for_each_text(
            event,
            [](TextRef& ref, void* context) {
                auto const& known = *static_cast<std::map<TextId, std::string> const*>(context);
                if (auto const found = known.find(ref.id); found != known.end()) ref.hmac = found->second;
            },
            &seals);
        if (auto* sweep = std::get_if<Sweep>(&event)) sweep->digest = sha256(sweep->bytes).hex();
    }
}

Urgency urgency_of(Act const& act)
{
    return act.source == "operator" ? Urgency::at_once : Urgency::soon;
}

}  // namespace

// Measured over the entries of a simulated day: reading a row and its text, then each fix or point in it.
std::int64_t replay_cost(Entry const& entry)
{
    std::int64_t cost = 8;
    if (auto const* sweep = std::get_if<Sweep>(&entry.event)) cost += sweep->count / 8;
    auto const* taken = std::get_if<WayTaken>(&entry.event);
    if (taken != nullptr && taken->way) cost += static_cast<std::int64_t>(taken->way->line.size()) / 4;
    return cost;
}

Session::Session(World world, SessionParts parts)
    : world_{std::move(world)}, guard_{std::make_unique<FenceGuard>()}, parts_{parts}
{
    CRESSET_CHECK(parts_.clock != nullptr);
    // What was asked for and not answered before the program ended is asked for again.
    for (auto const& [id, request] : world_.requests)
        if (request.state == RequestState::open) waiting_.emplace_back(Watermark{}, id);
}

Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

Instant Session::now() const
{
    return std::max(parts_.clock->now(), world_.at);
}

Act Session::new_act(SeatId seat, PersonId who) const
{
    Act act;
    auto const* state = world_.seats.find(seat);
    act.id = {seat, (state == nullptr ? 0 : state->acts) + 1};
    act.who = who;
    return act;
}

TextRef Session::add_text(Act& act, std::string text)
{
    auto const id = next_id<TextId>(act);
    act.texts.push_back({id, std::move(text), {}});
    return {id, {}};
}

Ticket Session::submit(Act const& asked)
{
    taken_.erase(asked.id);
    if (parts_.journal != nullptr)
        if (auto const trouble = parts_.journal->trouble())
            return {Refusal{Reason::journal_trouble, {trouble->text}}, {}, {}};
    if (auto refusal = may(world_, asked)) return {std::move(refusal), {}, {}};
    Act act = asked;
    seal_texts(act, [this](TextId id) { return salt_of(id); });
    for (ErasableText const& text : act.texts) texts_[text.id] = text.text;

    Entries const entries = derive(world_, parts_.streets, act, parts_.clock->now(), guard_->see(world_, act));
    std::size_t const requests_before = world_.requests.size();
    Changes const changes = cresset::advance(world_, entries);
    guard_->follow(world_, entries);
    Ticket ticket;
    ticket.first = entries.front().seq;
    if (parts_.journal != nullptr)
        ticket.mark = parts_.journal->append(rows_of(entries, std::move(act.texts)), urgency_of(act));
    if (world_.requests.size() != requests_before)
        for (Change const& change : changes)
            if (auto const* id = std::get_if<RequestId>(&change); id != nullptr && id->asked_by >= ticket.first)
                waiting_.emplace_back(ticket.mark, *id);
    tell(changes, entries);
    snapshot_if_due(entries);
    settle();
    return ticket;
}

int Session::on_change(View view)
{
    int const number = views_.empty() ? 1 : views_.rbegin()->first + 1;
    views_.emplace(number, std::move(view));
    return number;
}

std::vector<Event> Session::fences_due(Instant now)
{
    return guard_->due(world_, now);
}

void Session::tell(Changes const& changes, std::span<Entry const> entries)
{
    for (auto const& [number, view] : views_) view(changes, entries);
}

void Session::snapshot_if_due(std::span<Entry const> entries)
{
    for (Entry const& entry : entries) cost_ += replay_cost(entry);
    if (parts_.journal == nullptr || cost_ < snapshot_cost) return;
    cost_ = 0;
    parts_.journal->write_snapshot({world_.last, world_.at, to_chunks(world_)});
}

bool Session::durable(Watermark mark) const
{
    return parts_.journal == nullptr || parts_.journal->durable() >= mark;
}

void Session::settle()
{
    if (waiting_.empty()) return;
    Watermark const durable = parts_.journal == nullptr ? Watermark{world_.last} : parts_.journal->durable();
    auto const ready =
        std::stable_partition(waiting_.begin(), waiting_.end(), [&](auto const& one) { return one.first > durable; });
    std::vector<std::pair<Watermark, RequestId>> const now_due{ready, waiting_.end()};
    waiting_.erase(ready, waiting_.end());
    if (parts_.outbox == nullptr) return;
    for (auto const& [mark, id] : now_due)
        if (auto const* request = world_.requests.find(id)) parts_.outbox->perform(id, *request);
}

std::string Session::salt_of(TextId id) const
{
    return world_.shift.exercise ? seeded_salt(world_.shift.seed, id) : random_salt();
}

std::optional<std::string> Session::text(TextId id) const
{
    if (auto const found = texts_.find(id); found != texts_.end()) return found->second;
    try {
        if (parts_.reader != nullptr) {
            auto found = parts_.reader->text(id);
            return found ? std::optional{std::move(found->text)} : std::nullopt;
        }
        if (parts_.journal == nullptr) return {};
        if (!reader_) {
            auto reader = JournalReader::open(parts_.journal->file());
            if (!reader) return {};
            reader_ = std::make_unique<JournalReader>(*std::move(reader));
        }
        auto found = reader_->text(id);
        return found ? std::optional{std::move(found->text)} : std::nullopt;
    } catch (
        StoreError const&) {  // the disk fails: the journal says so aloud, a text more or less does not matter then
        return {};
    }
}

std::optional<Problem> Session::erase_text(TextId id)
{
    texts_.erase(id);
    reader_.reset();  // an open reader holds the log, and the log holds the text
    return parts_.journal == nullptr ? std::nullopt : parts_.journal->erase_text(id);
}

void Session::follow(std::vector<Entry> const& entries)
{
    for (std::size_t first = 0; first < entries.size();) {
        std::size_t end = first + 1;
        while (end < entries.size() && entries[end].act == entries[first].act) ++end;
        std::span<Entry const> const act{entries.data() + first, end - first};
        tell(cresset::advance(world_, act), act);
        first = end;
    }
}

}  // namespace cresset
