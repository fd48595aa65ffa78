#include "widgets/tones.h"

#include "core/base/resource_path.h"
#include "core/facts/json_text.h"
#include "widgets/read_file.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace cresset::widgets {

namespace {

constexpr double loudest = 0.5 * 32'767;  // room for no clipping, whatever the device adds
constexpr double swell_ms = 8;

/// A tone with a little of its octave and fifth: heard through a cheap loudspeaker better than a bare sine.
double wave(double turn)
{
    using std::numbers::pi;
    return 0.72 * std::sin(2 * pi * turn) + 0.2 * std::sin(4 * pi * turn) + 0.08 * std::sin(6 * pi * turn);
}

bool sound_fits(SoundClass const& sound)
{
    auto const tone_fits = [](Tone const& tone) {
        return tone.ms > 0 && tone.ms <= 2000 && tone.hz >= 0 && tone.hz <= 8000;
    };
    return !sound.code.empty() && !sound.tones.empty() && sound.tones.size() <= 20 && sound.volume >= 0 &&
           sound.volume <= 100 && sound.least_volume >= 0 && sound.least_volume <= sound.volume && sound.gap_ms >= 0 &&
           sound.repeat_ms >= 0 && std::all_of(sound.tones.begin(), sound.tones.end(), tone_fits);
}

}  // namespace

std::int32_t SoundClass::length_ms() const
{
    std::int32_t length = 0;
    for (Tone const& tone : tones) length += tone.ms;
    return length;
}

Result<std::vector<SoundClass>> read_sounds(std::string_view text)
{
    auto const json = nlohmann::json::parse(text, nullptr, false);
    std::vector<SoundClass> sounds;
    if (json.is_discarded() || !read_json(json, sounds) || !std::all_of(sounds.begin(), sounds.end(), sound_fits))
        return Problem{"the table of sounds (sounds.json) does not fit its form"};
    if (sounds.size() > most_sound_classes)
        return Problem{"the table of sounds (sounds.json) has more than five classes: nobody tells more apart by ear"};
    std::set<std::string> causes;
    for (SoundClass const& sound : sounds)
        for (std::string const& cause : sound.of)
            if (!causes.insert(cause).second)
                return Problem{fmt::format("the table of sounds (sounds.json) has {} in two classes", cause)};
    return sounds;
}

Result<std::vector<SoundClass>> load_sounds()
{
    auto const text = readFile(resource_path("sounds.json"));
    if (!text) return Problem{text.problem()};
    return read_sounds(*text);
}

std::vector<std::int16_t> render_sound(SoundClass const& sound, int volume)
{
    std::vector<std::int16_t> samples;
    // Loudness goes with the square: half way is about half as loud.
    double const part = std::clamp(volume, 0, 100) / 100.0;
    double const height = loudest * part * part;
    for (Tone const& tone : sound.tones) {
        auto const count = static_cast<std::size_t>(tone.ms) * (sound_rate / 1000);
        double const edge = std::min(swell_ms * sound_rate / 1000, static_cast<double>(count) / 2);
        for (std::size_t i = 0; i < count; ++i) {
            double const from_end = static_cast<double>(std::min(i, count - 1 - i));
            double const turn = static_cast<double>(i) * tone.hz / sound_rate;
            double const value = tone.hz == 0 ? 0 : height * std::min(1.0, from_end / edge) * wave(turn);
            samples.push_back(static_cast<std::int16_t>(std::lround(value)));
        }
    }
    return samples;
}

}  // namespace cresset::widgets
