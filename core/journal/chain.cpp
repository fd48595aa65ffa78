#include "core/journal/chain.h"

#include "core/base/text.h"

#include <array>
#include <fmt/format.h>

namespace cresset {

namespace {

void put(std::string& out, std::uint64_t number)
{
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>((number >> (8 * i)) & 0xFFU);
    out.append(bytes.data(), bytes.size());
}

void put(std::string& out, std::int64_t number)
{
    put(out, static_cast<std::uint64_t>(number));
}

void put(std::string& out, std::string_view text)
{
    put(out, std::uint64_t{text.size()});
    out += text;
}

std::uint64_t take_number(std::string_view& rest)
{
    std::uint64_t number = 0;
    for (unsigned i = 0; i < 8; ++i) number |= std::uint64_t{static_cast<unsigned char>(rest[i])} << (8 * i);
    rest.remove_prefix(8);
    return number;
}

}  // namespace

Digest ChainMaker::next(Digest const& before, JournalRow const& row)
{
    fields_.clear();
    put(fields_, row.seq.value);
    put(fields_, ms(row.at));
    put(fields_, ms(row.happened_at));
    put(fields_, std::uint64_t{row.act.seat.value});
    put(fields_, std::uint64_t{row.act.number});
    put(fields_, std::uint64_t{row.part});
    put(fields_, row.who.packed());
    put(fields_, row.cause ? std::uint64_t{1} : std::uint64_t{0});
    put(fields_, row.cause ? row.cause->value : std::uint64_t{0});
    put(fields_, std::string_view{row.source});
    put(fields_, std::string_view{row.kind});
    put(fields_, std::string_view{row.body});
    return hash_.add(before.view()).add(fields_).finish();
}

Digest chain_start(std::string_view parent_digest, Digest const& start_world)
{
    std::string fields = "cresset journal 1\n";
    put(fields, parent_digest);
    fields += start_world.view();
    return sha256(fields);
}

Digest const& Heads::of(std::uint16_t origin) const
{
    auto const found = chains.find(origin);
    return found == chains.end() ? start : found->second;
}

std::string Heads::digest() const
{
    return fmt::format("{}:{}", count, sha256(packed()).hex());
}

std::string Heads::packed() const
{
    std::string bytes{start.view()};
    put(bytes, count);
    for (auto const& [origin, chain] : chains) {
        put(bytes, std::uint64_t{origin});
        bytes += chain.view();
    }
    return bytes;
}

std::optional<Heads> Heads::unpacked(std::string_view bytes)
{
    if (bytes.size() < 40 || (bytes.size() - 40) % 40 != 0) return {};
    Heads heads;
    heads.start = *Digest::from_bytes(bytes.substr(0, 32));
    bytes.remove_prefix(32);
    heads.count = take_number(bytes);
    while (!bytes.empty()) {
        auto const origin = take_number(bytes);
        if (origin > 0xFFFFU) return {};
        heads.chains[static_cast<std::uint16_t>(origin)] = *Digest::from_bytes(bytes.substr(0, 32));
        bytes.remove_prefix(32);
    }
    return heads;
}

std::optional<SignedHead> SignedHead::parse(std::string_view text)
{
    auto const parts = split(text, ':');
    if (parts.size() != 2) return {};
    auto const count = parse_whole<std::uint64_t>(parts[0]);
    auto const digest = Digest::from_hex(parts[1]);
    if (!count || !digest) return {};
    return SignedHead{*count, *digest};
}

}  // namespace cresset
