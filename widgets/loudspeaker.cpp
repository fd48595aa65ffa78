#include "widgets/alarm_sounds.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>

namespace cresset::widgets {

namespace {

QAudioFormat formOf(int channels)
{
    QAudioFormat form;
    form.setSampleRate(sound_rate);
    form.setChannelCount(channels);
    form.setSampleFormat(QAudioFormat::Int16);
    return form;
}

/// Plays through whatever device is the default now; one that is plugged in later is taken.
class Loudspeaker : public QObject, public SoundOutput {
public:
    Loudspeaker()
    {
        open();
        connect(&devices_, &QMediaDevices::audioOutputsChanged, this, [this] { open(); });
    }
    ~Loudspeaker() override { Loudspeaker::stop(); }

    void play(SoundClass const& sound, int volume) override
    {
        stop();
        if (sink_ == nullptr) return;
        auto const samples = render_sound(sound, volume);
        QByteArray bytes;
        for (std::int16_t const sample : samples)
            for (int channel = 0; channel < sink_->format().channelCount(); ++channel)
                bytes.append(reinterpret_cast<char const*>(&sample), sizeof sample);
        buffer_.setData(bytes);
        buffer_.open(QIODevice::ReadOnly);
        sink_->start(&buffer_);
    }
    void stop() override
    {
        if (sink_ != nullptr) sink_->stop();
        buffer_.close();
    }
    /// A device may be listed and yet not open: that is known once something was played.
    bool audible() const override
    {
        return sink_ != nullptr && (sink_->error() == QAudio::NoError || sink_->error() == QAudio::UnderrunError);
    }

private:
    void open()
    {
        stop();
        sink_.reset();
        QAudioDevice const device = QMediaDevices::defaultAudioOutput();
        if (device.isNull()) return;
        for (int const channels : {1, 2})
            if (sink_ == nullptr && device.isFormatSupported(formOf(channels)))
                sink_ = std::make_unique<QAudioSink>(device, formOf(channels));
    }

    QMediaDevices devices_;
    std::unique_ptr<QAudioSink> sink_;
    QBuffer buffer_;
};

}  // namespace

std::unique_ptr<SoundOutput> loudspeaker()
{
    return std::make_unique<Loudspeaker>();
}

}  // namespace cresset::widgets
