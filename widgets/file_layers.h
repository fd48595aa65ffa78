#pragma once
/// The map files that somebody added as layers: which they are, how far each is read, and what it shows. Reading
/// happens off the GUI thread; a file that cannot be read stays in the list and says why, until it is removed.

#include "core/base/datum.h"
#include "widgets/file_layer.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <vector>

namespace cresset::widgets {

/// A file as the layer panel shows it.
struct FileRow {
    enum class State : std::uint8_t { reading, shown, refused };

    QString key;   ///< "file:3": of its LayerState
    QString path;  ///< absolute
    Datum datum = Datum::wgs84;
    int colour = 1;  ///< of the theme: "file.1" ...
    State state = State::reading;
    int per_mille = 0;
    std::string problem;  ///< in English, of a refused one
    std::size_t features = 0;
    std::size_t left_out = 0;  ///< features that have no place on the map

    QString name() const;
    std::string colourName() const;
    bool operator==(FileRow const&) const = default;
};

class FileLayers : public QObject {
    Q_OBJECT
public:
    static constexpr int colours = 8;

    explicit FileLayers(QObject* parent = nullptr);
    /// Stops what is being read.
    ~FileLayers() override;

    /// Begins to read it; its key. A file that is there already in that datum is read again and keeps its row.
    QString add(QString const& path, Datum datum);
    void remove(QString const& key);
    /// Reads it anew.
    void read(QString const& key, Datum datum);

    std::vector<FileRow> rows() const;
    FileRow const* row(QString const& key) const;
    FileLayer* layer(QString const& key) const;
    bool reading() const;

    /// JSON, for the settings, and back: begins to read all of them. Rows that are none are left out.
    QString text() const;
    void restore(QString const& text);

Q_SIGNALS:
    /// Rows came, went or changed; also while one is being read.
    void changed();
    /// One was read, or refused.
    void finished(QString const& key);
    /// A layer has something new to draw.
    void arrived();

private:
    struct Entry {
        FileRow row;
        std::unique_ptr<FileLayer> layer;
        std::shared_ptr<std::atomic<bool>> stop;
    };
    struct Outcome {
        FileContent content;
        std::string problem;
    };
    Entry* entry(QString const& key);
    Entry& append(int number, QString const& path, Datum datum, int colour);
    int freeColour() const;
    int freeNumber() const;
    void begin(Entry& entry);
    void advanced(QString const& key, std::shared_ptr<std::atomic<bool>> const& job, int per_mille);
    void done(QString const& key, std::shared_ptr<std::atomic<bool>> const& job, Outcome outcome);

    std::vector<Entry> entries_;
    QThreadPool pool_;
};

}  // namespace cresset::widgets
