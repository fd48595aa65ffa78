#pragma once
/// What of the situation is heard: one sound at a time, that of the class that matters most; again while its cause
/// stands; quiet when somebody silences what sounds now (what comes later sounds again). So a flood of alarms never
/// drowns distress and never lets a sound stick.

#include "core/session/alarm_load.h"
#include "widgets/desk_hub.h"
#include "widgets/tones.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace cresset::widgets {

/// Where sounds go.
class SoundOutput {
public:
    virtual ~SoundOutput() = default;
    /// One round of it, at once, in place of what sounds.
    virtual void play(SoundClass const& sound, int volume) = 0;
    virtual void stop() = 0;
    /// False if nobody would hear it: no device.
    virtual bool audible() const = 0;
};

/// The loudspeaker of this computer.
std::unique_ptr<SoundOutput> loudspeaker();

class AlarmSounds : public QObject {
    Q_OBJECT
public:
    AlarmSounds(DeskHub& hub, std::vector<SoundClass> classes, QObject* parent = nullptr);
    ~AlarmSounds() override;

    void setOutput(std::unique_ptr<SoundOutput> output);
    std::vector<SoundClass> const& classes() const { return classes_; }
    int volume(std::string const& code) const;
    /// In percent; not below the least of its class.
    void setVolume(std::string const& code, int volume);
    /// For somebody who wants to know what it sounds like.
    void hear(std::string const& code);

    /// What sounds now is quiet, and its alarms stay where they are.
    void silence();
    bool isSilenced() const { return silenced_; }
    /// A class is turned off: shown as long as it is so.
    bool isMuted() const;
    /// False for a window that takes no part: a picture, a test without a loudspeaker.
    bool isOn() const { return output_ != nullptr; }
    bool isAudible() const { return output_ != nullptr && output_->audible(); }
    /// The journal cannot be written, or the like.
    void setTrouble(bool trouble);
    /// The class that sounds, for a test and for the badge; none while all is quiet.
    std::optional<std::string> sounding() const;

Q_SIGNALS:
    /// Silenced, muted, or neither any more.
    void changed();

private:
    struct Cause {
        std::size_t rank = 0;  // of its class
        std::string key;       // "alert 1:7", "call 1:3"
        friend auto operator<=>(Cause const&, Cause const&) = default;
    };
    void look();
    std::vector<Cause> causes() const;
    std::optional<std::size_t> rankOf(std::string const& cause) const;
    void play(std::size_t rank);
    void quiet();

    DeskHub& hub_;
    std::vector<SoundClass> classes_;
    std::vector<int> volumes_;
    std::unique_ptr<SoundOutput> output_;
    std::set<std::string> known_;  // causes that have been heard
    std::set<std::string> hushed_;
    std::optional<std::size_t> rank_;  // of what sounds
    bool silenced_ = false;
    bool trouble_ = false;
    QTimer again_;
};

}  // namespace cresset::widgets
