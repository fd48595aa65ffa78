#pragma once
/// One desk: acts come in at submit(), and submit() is the whole road of data. Live, exercise and a file of past calls
/// go through the same door; they differ in their clock, their outbox and their journal.

#include "core/base/time.h"
#include "core/facts/refusal.h"
#include "core/journal/journal.h"
#include "core/journal/reader.h"
#include "core/world/advance.h"
#include "core/world/derive.h"
#include "core/world/world.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cresset {

class FenceGuard;

/// Does outside what the world asks for, once that is durable; says how it went by acts of its own. A session without
/// one (a replay, a test) reaches nobody.
class Outbox {
public:
    virtual ~Outbox() = default;
    virtual void perform(RequestId id, Request const& request) = 0;
};

/// The answer to an act: refused with a reason, or written; durable when the journal reaches the mark.
struct Ticket {
    std::optional<Refusal> refusal;
    Watermark mark;
    Seq first;  // the act's own first entry
    explicit operator bool() const { return !refusal.has_value(); }
};

struct SessionParts {
    Journal* journal = nullptr;        // none: a world in memory, for tests and what-if
    TimeSource* clock = nullptr;       // needed
    Streets const* streets = nullptr;  // none: no city pack, no ways
    Outbox* outbox = nullptr;
    SeatId seat;  // the desk's own; simulator and feeds act from seats of their own
    PersonId who;
    JournalReader const* reader = nullptr;  // of a journal that is only read: its texts
};

class Session {
public:
    Session(World world, SessionParts parts);
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    /// The one road: may, derive, change, write, tell; and act outside once durable (see settle()).
    Ticket submit(Act const& act);

    /// A new act of the desk's seat (or another), numbered on, without events yet.
    Act new_act() const { return new_act(parts_.seat, parts_.who); }
    Act new_act(SeatId seat, PersonId who) const;
    /// The next id of the act's seat that is free, beside those the act has used.
    template <typename Key>
    Key next_id(Act const& act)
    {
        auto& taken = taken_[act.id];
        return cresset::next_id<Key>(world_, act.id.seat, taken);
    }
    /// A reference to personal text, kept apart and erasable.
    TextRef add_text(Act& act, std::string text);

    World const& world() const { return world_; }
    Instant now() const;
    SeatId seat() const { return parts_.seat; }
    PersonId who() const { return parts_.who; }
    Streets const* streets() const { return parts_.streets; }
    void use_streets(Streets const* streets) { parts_.streets = streets; }

    /// Views are told what changed, and which entries did it, right after the world changed.
    using View = std::function<void(Changes const&, std::span<Entry const>)>;
    /// The number by which a view that ends before the session takes its leave.
    int on_change(View view);
    void forget(int view) { views_.erase(view); }

    /// What the fences say as time goes by; events for an act of the clock (submit_due()).
    std::vector<Event> fences_due(Instant now);

    /// Hands to the outbox what became durable since; call it now and then (each frame, each tick).
    void settle();
    bool durable(Watermark mark) const;

    /// The text of a reference: of this session, or from the journal; nothing if it is erased.
    std::optional<std::string> text(TextId id) const;
    /// Overwrites it for good.
    std::optional<Problem> erase_text(TextId id);

    /// Takes entries that another program wrote (a follower's world).
    void follow(std::vector<Entry> const& entries);

    /// How much replay has gathered since the last snapshot; above a limit, submit() writes one.
    static constexpr std::int64_t snapshot_cost = 10'000;

private:
    void tell(Changes const& changes, std::span<Entry const> entries);
    void snapshot_if_due(std::span<Entry const> entries);
    std::string salt_of(TextId id) const;

    World world_;
    std::unique_ptr<FenceGuard> guard_;
    SessionParts parts_;
    std::map<int, View> views_;
    std::map<ActId, std::uint32_t> taken_;
    std::map<TextId, std::string> texts_;  // of this session, so that reading back needs no disk
    std::vector<std::pair<Watermark, RequestId>> waiting_;
    std::int64_t cost_ = 0;
    mutable std::unique_ptr<JournalReader> reader_;
};

/// What applying an entry again costs, in microseconds, roughly: snapshots are written by this.
std::int64_t replay_cost(Entry const& entry);

}  // namespace cresset
