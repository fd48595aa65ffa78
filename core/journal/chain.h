#pragma once
/// Chains: every row carries a SHA-256 over its fields and the chain of the row before it of the same origin, so no row
/// can be changed, taken out or put in without all that follow it telling. A cut tail leaves no trace in a chain: that
/// is what heads, signed off elsewhere, are for.

#include "core/journal/row.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cresset {

/// Computes chains; keeps its buffer, so one for many rows.
class ChainMaker {
public:
    /// Over all fields of the row, each with its length or of fixed width, so that no two rows read the same.
    Digest next(Digest const& before, JournalRow const& row);

private:
    std::string fields_;
    Sha256 hash_;
};

/// Where the chains of a journal begin: bound to the journal it takes over and to the world that it begins with.
Digest chain_start(std::string_view parent_digest, Digest const& start_world);

/// The last chain of every origin, and how many entries there are.
struct Heads {
    Digest start;
    std::uint64_t count = 0;
    std::map<std::uint16_t, Digest> chains;
    friend bool operator==(Heads const&, Heads const&) = default;

    Digest const& of(std::uint16_t origin) const;
    /// "COUNT:HEX" over the heads of all origins in their order: the digest of the journal.
    std::string digest() const;
    /// For a table of the journal itself; nothing if the bytes do not fit.
    std::string packed() const;
    static std::optional<Heads> unpacked(std::string_view bytes);
};

/// A digest as people pass it on: "1000:ab12...".
struct SignedHead {
    std::uint64_t count = 0;
    Digest digest;
    static std::optional<SignedHead> parse(std::string_view text);
};

}  // namespace cresset
