#include "widgets/file_layers.h"

#include "widgets/background_work.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace cresset::widgets {
namespace {

constexpr int at_once = 2;

QString keyOf(int number)
{
    return QStringLiteral("file:%1").arg(number);
}

int numberOf(QString const& key)
{
    return key.mid(5).toInt();
}

}  // namespace

QString FileRow::name() const
{
    return QFileInfo{path}.fileName();
}

std::string FileRow::colourName() const
{
    return "file." + std::to_string(colour);
}

FileLayers::FileLayers(QObject* parent) : QObject{parent}
{
    pool_.setMaxThreadCount(at_once);
}

FileLayers::~FileLayers()
{
    for (Entry& one : entries_) *one.stop = true;
    pool_.waitForDone();
}

FileLayers::Entry* FileLayers::entry(QString const& key)
{
    auto const found = std::ranges::find(entries_, key, [](Entry const& one) { return one.row.key; });
    return found == entries_.end() ? nullptr : &*found;
}

FileRow const* FileLayers::row(QString const& key) const
{
    auto const* found = const_cast<FileLayers*>(this)->entry(key);
    return found == nullptr ? nullptr : &found->row;
}

FileLayer* FileLayers::layer(QString const& key) const
{
    auto const* found = const_cast<FileLayers*>(this)->entry(key);
    return found == nullptr ? nullptr : found->layer.get();
}

std::vector<FileRow> FileLayers::rows() const
{
    std::vector<FileRow> rows;
    for (Entry const& one : entries_) rows.push_back(one.row);
    return rows;
}

bool FileLayers::reading() const
{
    return std::ranges::any_of(entries_, [](Entry const& one) { return one.row.state == FileRow::State::reading; });
}

/// The one that fewest files have; of those the first.
int FileLayers::freeColour() const
{
    int best = 1;
    std::ptrdiff_t fewest = PTRDIFF_MAX;
    for (int colour = 1; colour <= colours; ++colour) {
        auto const having = std::ranges::count(entries_, colour, [](Entry const& one) { return one.row.colour; });
        if (having < fewest) best = colour, fewest = having;
    }
    return best;
}

int FileLayers::freeNumber() const
{
    int number = 1;
    while (row(keyOf(number)) != nullptr) ++number;
    return number;
}

FileLayers::Entry& FileLayers::append(int number, QString const& path, Datum datum, int colour)
{
    Entry added;
    added.row.key = keyOf(number);
    added.row.path = path;
    added.row.datum = datum;
    added.row.colour = colour;
    added.layer = std::make_unique<FileLayer>(static_cast<std::uint32_t>(number), added.row.colourName());
    added.stop = std::make_shared<std::atomic<bool>>(false);
    connect(&added.layer->tiles(), &OverlayTiles::arrived, this, &FileLayers::arrived);
    return entries_.emplace_back(std::move(added));
}

QString FileLayers::add(QString const& path, Datum datum)
{
    QString const absolute = QFileInfo{path}.absoluteFilePath();
    auto const same = std::ranges::find_if(
        entries_, [&](Entry const& one) { return one.row.path == absolute && one.row.datum == datum; });
    Entry& one = same != entries_.end() ? *same : append(freeNumber(), absolute, datum, freeColour());
    QString const key = one.row.key;
    begin(one);
    return key;
}

void FileLayers::remove(QString const& key)
{
    auto* one = entry(key);
    if (one == nullptr) return;
    *one->stop = true;
    entries_.erase(entries_.begin() + (one - entries_.data()));
    Q_EMIT changed();
}

void FileLayers::read(QString const& key, Datum datum)
{
    auto* one = entry(key);
    if (one == nullptr) return;
    one->row.datum = datum;
    begin(*one);
}

/// What was shown until now stays until it is read anew.
void FileLayers::begin(Entry& one)
{
    *one.stop = true;
    one.stop = std::make_shared<std::atomic<bool>>(false);
    one.row.state = FileRow::State::reading;
    one.row.per_mille = 0;
    one.row.problem.clear();
    maps::LayerOrder const order{one.row.path.toStdString(), one.row.datum};
    pool_.start([this, order, key = one.row.key, job = one.stop] {
        giveWayToWindow();
        int told = 0;
        auto const progress = [&](std::string_view, int per_mille) {
            if (per_mille / 10 != told / 10)
                QMetaObject::invokeMethod(
                    this, [this, key, job, per_mille] { advanced(key, job, per_mille); }, Qt::QueuedConnection);
            told = per_mille;
            return !*job;
        };
        Outcome outcome;
        auto opened = maps::open_layer(order, progress);
        if (!opened)
            outcome.problem = opened.problem();
        else if (opened->shapes)
            outcome.content.shapes = std::make_shared<DrawnShapes const>(*std::move(opened->shapes));
        else
            outcome.content.raster = std::move(opened->raster);
        QMetaObject::invokeMethod(
            this, [this, key, job, outcome] { done(key, job, outcome); }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void FileLayers::advanced(QString const& key, std::shared_ptr<std::atomic<bool>> const& job, int per_mille)
{
    auto* one = entry(key);
    if (one == nullptr || one->stop != job || one->row.state != FileRow::State::reading) return;
    one->row.per_mille = per_mille;
    Q_EMIT changed();
}

void FileLayers::done(QString const& key, std::shared_ptr<std::atomic<bool>> const& job, Outcome outcome)
{
    auto* one = entry(key);
    if (one == nullptr || one->stop != job) return;  // removed meanwhile, or asked for in another way
    one->row.problem = outcome.problem;
    one->row.state = outcome.problem.empty() ? FileRow::State::shown : FileRow::State::refused;
    auto const& shapes = outcome.content.shapes;
    one->row.features = shapes ? shapes->count() : 0;
    one->row.left_out = shapes ? static_cast<std::size_t>(shapes->shapes().left_out) : 0;
    one->layer->setContent(std::move(outcome.content));
    Q_EMIT changed();
    Q_EMIT finished(key);
    Q_EMIT arrived();
}

QString FileLayers::text() const
{
    QJsonArray rows;
    for (Entry const& one : entries_)
        rows.append(QJsonObject{{QStringLiteral("number"), numberOf(one.row.key)},
                                {QStringLiteral("path"), one.row.path},
                                {QStringLiteral("datum"), QString::fromLatin1(word_of(one.row.datum).data())},
                                {QStringLiteral("colour"), one.row.colour}});
    return QString::fromUtf8(QJsonDocument{rows}.toJson(QJsonDocument::Compact));
}

void FileLayers::restore(QString const& text)
{
    for (auto const& value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        auto const row = value.toObject();
        int const number = row[QStringLiteral("number")].toInt(), colour = row[QStringLiteral("colour")].toInt();
        QString const path = row[QStringLiteral("path")].toString();
        auto const datum = datum_of(row[QStringLiteral("datum")].toString().toStdString());
        bool const fine = number > 0 && !path.isEmpty() && datum && colour >= 1 && colour <= colours;
        if (fine && this->row(keyOf(number)) == nullptr) begin(append(number, path, *datum, colour));
    }
}

}  // namespace cresset::widgets
