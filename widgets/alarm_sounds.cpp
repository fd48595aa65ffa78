#include "widgets/alarm_sounds.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset::widgets {

AlarmSounds::AlarmSounds(DeskHub& hub, std::vector<SoundClass> classes, QObject* parent)
    : QObject{parent}, hub_{hub}, classes_{std::move(classes)}
{
    for (SoundClass const& sound : classes_) volumes_.push_back(sound.volume);
    for (Cause const& cause : causes()) known_.insert(cause.key);  // what stood before somebody sat down
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, [this] {
        rank_.reset();
        look();
    });
    connect(&hub_, &DeskHub::changed, this, &AlarmSounds::look);
    connect(&hub_, &DeskHub::selectionChanged, this, &AlarmSounds::look);
}

AlarmSounds::~AlarmSounds()
{
    quiet();
}

void AlarmSounds::setOutput(std::unique_ptr<SoundOutput> output)
{
    quiet();
    output_ = std::move(output);
    look();
    Q_EMIT changed();
}

int AlarmSounds::volume(std::string const& code) const
{
    for (std::size_t i = 0; i < classes_.size(); ++i)
        if (classes_[i].code == code) return volumes_[i];
    return 0;
}

void AlarmSounds::setVolume(std::string const& code, int volume)
{
    for (std::size_t i = 0; i < classes_.size(); ++i)
        if (classes_[i].code == code) volumes_[i] = std::clamp(volume, int{classes_[i].least_volume}, 100);
    look();
    Q_EMIT changed();
}

void AlarmSounds::hear(std::string const& code)
{
    if (output_ == nullptr) return;
    for (SoundClass const& sound : classes_)
        if (sound.code == code) output_->play(sound, this->volume(code));
}

bool AlarmSounds::isMuted() const
{
    return std::find(volumes_.begin(), volumes_.end(), 0) != volumes_.end();
}

void AlarmSounds::setTrouble(bool trouble)
{
    if (trouble_ == trouble) return;
    trouble_ = trouble;
    look();
}

std::optional<std::string> AlarmSounds::sounding() const
{
    return rank_ ? std::optional{classes_[*rank_].code} : std::nullopt;
}

std::optional<std::size_t> AlarmSounds::rankOf(std::string const& cause) const
{
    for (std::size_t i = 0; i < classes_.size(); ++i)
        if (std::find(classes_[i].of.begin(), classes_[i].of.end(), cause) != classes_[i].of.end()) return i;
    return {};
}

/// Alarms that stand and that nobody has acknowledged; calls that wait and that nobody has looked at; trouble of the
/// desk itself.
std::vector<AlarmSounds::Cause> AlarmSounds::causes() const
{
    std::vector<Cause> causes;
    auto const add = [&](std::string const& cause, std::string key) {
        if (auto const rank = rankOf(cause)) causes.push_back({*rank, std::move(key)});
    };
    World const& world = hub_.world();
    for (AlertId const id : standing_alarms(world, hub_.now()))
        if (Alert const& alert = *world.alerts.find(id); !alert.acknowledged_at)
            add(std::string{word_of(alert.kind)}, fmt::format("alert {}", id.packed()));
    for (auto const& [id, incident] : world.incidents) {
        bool const waits = incident.state == IncidentState::waiting && incident.assignments.empty();
        if (!waits || incident.duplicate_of || incident.stamp(Stamp::recommended) || hub_.incident() == id) continue;
        add(fmt::format("call_{}", std::clamp(incident.priority, 1, 4)), fmt::format("call {}", id.packed()));
    }
    if (trouble_) add("trouble", "trouble");
    return causes;
}

void AlarmSounds::look()
{
    auto const standing = causes();
    auto const stands = [&](std::string const& key) {
        return std::any_of(standing.begin(), standing.end(), [&](Cause const& cause) { return cause.key == key; });
    };
    std::erase_if(known_, [&](std::string const& key) { return !stands(key); });
    std::erase_if(hushed_, [&](std::string const& key) { return !stands(key); });
    std::optional<std::size_t> best;
    for (Cause const& cause : standing) {
        bool const is_new = known_.insert(cause.key).second;
        bool const sounds = is_new || classes_[cause.rank].again_ms() > 0;
        if (sounds && !hushed_.contains(cause.key) && volumes_[cause.rank] > 0)
            best = std::min(best.value_or(cause.rank), cause.rank);
    }
    if (bool const silenced = !hushed_.empty(); silenced != silenced_) {
        silenced_ = silenced;
        Q_EMIT changed();
    }
    bool const goes_on = rank_ && classes_[*rank_].again_ms() > 0;
    if (best && (!rank_ || *best < *rank_)) return play(*best);
    if (goes_on && (!best || *best > *rank_)) quiet();  // its cause is over; a lesser one sounds when its turn comes
    if (best && !rank_) play(*best);
}

void AlarmSounds::play(std::size_t rank)
{
    rank_ = rank;
    SoundClass const& sound = classes_[rank];
    if (output_ != nullptr) output_->play(sound, volumes_[rank]);
    again_.start(std::max(sound.length_ms(), sound.again_ms()));
}

void AlarmSounds::quiet()
{
    if (rank_ && output_ != nullptr) output_->stop();
    rank_.reset();
    again_.stop();
}

void AlarmSounds::silence()
{
    for (Cause const& cause : causes()) hushed_.insert(cause.key);
    quiet();
    look();
}

}  // namespace cresset::widgets
