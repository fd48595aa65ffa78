#pragma once
/// An act: what somebody does, from a seat, at a time; one or more events that stand or fall together. One act is one
/// transaction and one undo. And an entry: one event as the journal holds it.

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/event.h"

#include <optional>
#include <string>
#include <vector>

namespace cresset {

/// "I saw this incident as of entry 812": the act is refused if an operator changed the thing since.
struct Expected {
    std::optional<UnitId> unit;
    std::optional<IncidentId> incident;
    std::optional<Seq> changed_by;
    friend bool operator==(Expected const&, Expected const&) = default;
};

struct Act {
    ActId id;
    PersonId who;
    std::string source = "operator";     // "operator", "feed:NAME", "simulator", "clock", "file:NAME"
    std::optional<Instant> happened_at;  // if it was before it was written
    std::vector<Expected> expected;
    std::vector<Event> events;
    std::vector<ErasableText> texts;  // what the TextRefs of the events mean
    bool undoable() const { return source == "operator"; }
};

struct Entry {
    Seq seq;
    Instant at{};  // when it was written; never goes back
    Instant happened_at{};
    ActId act;
    std::uint16_t part = 0;  // its place in the act
    PersonId who;
    std::optional<Seq> cause;  // the entry that it follows from; none if somebody did it
    std::string source;
    Event event;
    friend bool operator==(Entry const&, Entry const&) = default;
};

using Entries = std::vector<Entry>;

}  // namespace cresset
