#pragma once
/// What the tests of the journal share: a folder, and seeded acts.

#include "core/base/dice.h"
#include "core/journal/journal.h"
#include "core/journal/text_seal.h"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace cresset::test {

/// How many seeds: CRESSET_LONG asks for more, and the thread sanitizer, which makes all slower many times, has fewer.
inline std::uint64_t cases(std::uint64_t ordinary, std::uint64_t in_long)
{
    auto const wanted = std::getenv("CRESSET_LONG") ? in_long : ordinary;
#ifdef __SANITIZE_THREAD__
    return wanted / 4;
#else
    return wanted;
#endif
}

/// Memory where there is some: these tests are not about the disk, and there a sync costs nothing.
inline std::filesystem::path quick_folder()
{
    std::filesystem::path const memory = "/dev/shm";
    return ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
}

/// A folder of its own, gone with the scope.
struct Folder {
    explicit Folder(std::string const& name) : path{quick_folder() / fmt::format("cresset-{}-{}", name, ::getpid())}
    {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path operator/(std::string const& name) const { return path / name; }
    std::filesystem::path const path;
};

inline std::string mention(TextRef const& ref)
{
    return fmt::format(R"({{"hmac":"{}","id":"{}:{}"}})", ref.hmac, ref.id.origin, ref.id.number);
}

/// Acts that go on from each other, a function of the seed: one to four rows of two seats, some with a text, some with
/// a blob. What a text says begins with "canary".
class ActMaker {
public:
    explicit ActMaker(std::uint64_t seed, Seq last = {}) : seed_{seed}, last_{last} {}

    ActRows next()
    {
        Dice dice{seed_, last_.value};
        ActRows act;
        ActId const id{{static_cast<std::uint16_t>(1 + dice.below(2))}, static_cast<std::uint32_t>(last_.value + 1)};
        auto const rows = 1 + dice.below(4);
        for (std::uint16_t part = 0; part < rows; ++part) {
            JournalRow row;
            row.seq = {++last_.value};
            row.at = instant(1'700'000'000'000 + static_cast<std::int64_t>(last_.value) * 250);
            row.happened_at = row.at - Duration{static_cast<std::int64_t>(dice.below(9000))};
            row.act = id;
            row.part = part;
            row.who = {id.seat.value, 7};
            if (part > 0) row.cause = Seq{last_.value - 1};
            row.source = "operator";
            row.kind = "incident.note";
            row.body = body(dice, act);
            act.rows.push_back(std::move(row));
        }
        return act;
    }
    Seq last() const { return last_; }

private:
    std::string body(Dice& dice, ActRows& act)
    {
        auto const what = dice.below(4);
        if (what == 0) return with_text(dice, act);
        if (what == 1) return with_blob(dice, act);
        return fmt::format(R"({{"note":"{}"}})", std::string(dice.below(300), 'n'));
    }
    std::string with_text(Dice& dice, ActRows& act) const
    {
        TextId const id{act.rows.empty() ? std::uint16_t{1} : act.rows[0].act.seat.value,
                        static_cast<std::uint32_t>(last_.value)};
        auto words = fmt::format("canary {} {}", last_.value, std::string(dice.below(600), 'w'));
        auto [ref, text] = seal(id, std::move(words), seeded_salt(seed_, id));
        act.texts.push_back(std::move(text));
        return fmt::format(R"({{"text":{}}})", mention(ref));
    }
    std::string with_blob(Dice& dice, ActRows& act) const
    {
        std::string bytes = fmt::format("{} {} ", seed_, last_.value);
        for (auto size = dice.below(500); size > 0; --size) bytes += static_cast<char>(dice.below(256));
        auto const digest = sha256(bytes);
        act.blobs.push_back({digest, std::move(bytes)});
        return fmt::format(R"({{"count":1,"digest":"{}"}})", digest.hex());
    }

    std::uint64_t seed_;
    Seq last_;
};

}  // namespace cresset::test
