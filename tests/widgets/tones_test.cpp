#include "widgets/tones.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

using namespace cresset::widgets;

namespace {

nlohmann::json one(char const* code, char const* cause)
{
    return {{"class", code},     {"name", {{"en", "x"}, {"zh", "x"}}},
            {"of", {cause}},     {"repeat_ms", 0},
            {"gap_ms", 0},       {"volume", 50},
            {"least_volume", 0}, {"tones", {{{"hz", 440}, {"ms", 100}}}}};
}

int loudest(std::vector<std::int16_t> const& samples)
{
    int height = 0;
    for (auto const sample : samples) height = std::max(height, std::abs(int{sample}));
    return height;
}

}  // namespace

TEST_CASE("A table of sounds that does not fit is refused with what is wrong")
{
    auto const broken = "the table of sounds (sounds.json) does not fit its form";
    CHECK(read_sounds("").problem() == broken);
    CHECK(read_sounds("{}").problem() == broken);
    auto sounds = nlohmann::json::array({one("a", "distress")});
    for (auto const& [key, value] : {std::pair{"hz", -1}, {"hz", 9000}, {"ms", 0}, {"ms", 5000}}) {
        auto wrong = sounds;
        wrong[0]["tones"][0][key] = value;
        CHECK(read_sounds(wrong.dump()).problem() == broken);
    }
    auto wrong = sounds;
    wrong[0]["least_volume"] = 60;  // above what it begins with
    CHECK(read_sounds(wrong.dump()).problem() == broken);
    sounds.push_back(one("b", "distress"));
    CHECK(read_sounds(sounds.dump()).problem() == "the table of sounds (sounds.json) has distress in two classes");
    auto many = nlohmann::json::array();
    for (char const* code : {"a", "b", "c", "d", "e", "f"}) many.push_back(one(code, code));
    CHECK(read_sounds(many.dump()).problem().find("more than five classes") != std::string::npos);
}

TEST_CASE("The shipped sounds are five classes and distress is the first and cannot be turned off")
{
    auto const sounds = load_sounds();
    REQUIRE(sounds);
    REQUIRE(sounds->size() == most_sound_classes);
    CHECK(sounds->front().code == "distress");
    CHECK(sounds->front().least_volume > 0);
    CHECK(sounds->front().again_ms() > 0);
    CHECK(sounds->front().again_ms() <= 1500);
}

TEST_CASE("Any two of the shipped sounds differ in their pitch or their rhythm and trouble is the lowest")
{
    auto const sounds = load_sounds();
    REQUIRE(sounds);
    auto const top = [](SoundClass const& sound) {
        return std::max_element(sound.tones.begin(), sound.tones.end(), [](Tone a, Tone b) { return a.hz < b.hz; })->hz;
    };
    for (auto const& a : *sounds)
        for (auto const& b : *sounds) {
            if (&a == &b) continue;
            INFO(a.code << " " << b.code);
            CHECK(a.tones != b.tones);
            if (a.code == "trouble") CHECK(top(a) < top(b));
        }
}

TEST_CASE("A sound is as long as its tones and as loud as it is set and never clips or clicks")
{
    auto const sounds = load_sounds();
    REQUIRE(sounds);
    for (auto const& sound : *sounds) {
        INFO(sound.code);
        auto const full = render_sound(sound, 100);
        CHECK(full.size() == static_cast<std::size_t>(sound.length_ms()) * sound_rate / 1000);
        CHECK(loudest(full) > 10'000);
        CHECK(loudest(full) < 32'000);
        CHECK(loudest(render_sound(sound, 50)) < loudest(full) / 3);
        CHECK(loudest(render_sound(sound, 0)) == 0);
        CHECK(std::abs(int{full.front()}) < 50);
        CHECK(std::abs(int{full.back()}) < 50);
        int step = 0;
        for (std::size_t i = 1; i < full.size(); ++i) step = std::max(step, std::abs(full[i] - full[i - 1]));
        CHECK(step < 5'000);
    }
}

TEST_CASE("A tone has the pitch that it says")
{
    SoundClass sound;
    sound.tones = {{1000, 500}};
    auto const samples = render_sound(sound, 100);
    int crossings = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
    CHECK(std::abs(crossings - 500) <= 2);
}
