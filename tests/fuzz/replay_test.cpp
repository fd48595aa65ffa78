#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

// Every input that was ever kept goes through its fuzz target once more, without libFuzzer. A target that falls stops
// the program, so the name of the input is told before.

#define FUZZ_TARGET(name) extern "C" int fuzz_##name(std::uint8_t const* data, std::size_t size);
#include "fuzz_targets.inc"
#undef FUZZ_TARGET

namespace {

using Target = int (*)(std::uint8_t const*, std::size_t);

std::vector<std::filesystem::path> corpus_of(std::string const& name)
{
    std::vector<std::filesystem::path> inputs;
    std::filesystem::path const folder = std::filesystem::path{SOURCE_DIR} / "tests/fuzz/corpus" / name;
    if (!std::filesystem::exists(folder)) return inputs;
    for (auto const& entry : std::filesystem::directory_iterator{folder})
        if (entry.is_regular_file()) inputs.push_back(entry.path());
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

std::string bytes_of(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void replay(std::string const& name, Target target)
{
    auto const inputs = corpus_of(name);
    CHECK_FALSE(inputs.empty());
    CHECK(target(nullptr, 0) == 0);
    for (auto const& input : inputs) {
        std::string const bytes = bytes_of(input);
        INFO(input.filename().string());
        CHECK(target(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()) == 0);
    }
}

}  // namespace

#define FUZZ_TARGET(name)                                       \
    TEST_CASE("the corpus of " #name " is read without a fall") \
    {                                                           \
        replay(#name, &fuzz_##name);                            \
    }
#include "fuzz_targets.inc"
#undef FUZZ_TARGET
