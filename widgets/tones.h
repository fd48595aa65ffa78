#pragma once
/// The sounds of the desk as data (resources/sounds.json): at most five classes, so that each is known by ear; the
/// loudest matter first. Trouble of the desk itself sounds low and falling, alarms high, so that neither is taken for
/// the other.

#include "core/base/result.h"
#include "core/facts/fields.h"
#include "core/facts/names.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::widgets {

struct Tone {
    std::int32_t hz = 0;  // 0: silence
    std::int32_t ms = 0;
    friend bool operator==(Tone const&, Tone const&) = default;
    static constexpr auto fields() { return std::tuple{field("hz", &Tone::hz), field("ms", &Tone::ms)}; }
};

struct SoundClass {
    std::string code;               // "distress"
    std::int32_t gap_ms = 0;        // of a sound that goes on until it is silenced: between two rounds; 0: it does not
    std::int32_t least_volume = 0;  // what it cannot be turned below
    Names name;
    std::vector<std::string> of;  // words of AlertKind, "call_1" .. "call_4", "trouble"
    std::int32_t repeat_ms = 0;   // heard again after that long while its cause stands; 0: once
    std::vector<Tone> tones;
    std::int32_t volume = 70;  // percent, before somebody sets it
    friend bool operator==(SoundClass const&, SoundClass const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("class", &SoundClass::code),
                          field("gap_ms", &SoundClass::gap_ms),
                          field("least_volume", &SoundClass::least_volume),
                          field("name", &SoundClass::name),
                          field("of", &SoundClass::of),
                          field("repeat_ms", &SoundClass::repeat_ms),
                          field("tones", &SoundClass::tones),
                          field("volume", &SoundClass::volume)};
    }
    /// How long one round sounds.
    std::int32_t length_ms() const;
    /// After how long it is heard again; 0: never by itself.
    std::int32_t again_ms() const { return gap_ms > 0 ? length_ms() + gap_ms : repeat_ms; }
};

inline constexpr std::size_t most_sound_classes = 5;
inline constexpr int sound_rate = 48'000;  // samples a second

/// A problem if the table does not fit, has more than five classes, or a cause stands in two of them.
Result<std::vector<SoundClass>> read_sounds(std::string_view json);

/// The table of the program (resources/sounds.json).
Result<std::vector<SoundClass>> load_sounds();

/// One round as samples, mono. Every tone swells and fades within 8 ms, so that nothing clicks. `volume` in percent.
std::vector<std::int16_t> render_sound(SoundClass const& sound, int volume);

}  // namespace cresset::widgets
