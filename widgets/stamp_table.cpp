#include "widgets/stamp_table.h"

#include "widgets/words.h"

#include <map>

namespace cresset::widgets {

namespace {

constexpr qsizetype most_units = 8, most_times = 4;  // named in a row; more are counted

/// What the units did, each at its own time; none: it is a time of the incident itself.
using OfUnit = std::optional<Instant> (*)(Assignment const&);

/// Call signs by the time at which they got so far.
std::map<Instant, QStringList> unitTimes(Incident const& incident, OfUnit of, World const& world)
{
    std::map<Instant, QStringList> times;
    for (Assignment const& work : incident.assignments)
        if (auto const at = of(work)) times[*at].append(QString::fromStdString(call_sign(world, work.unit)));
    return times;
}

}  // namespace

StampTable::StampTable(DeskHub const& hub, QWidget* parent) : QWidget{parent}, hub_{hub}, grid_{this}
{
    setObjectName(QStringLiteral("stampTable"));
    grid_.setContentsMargins(0, 0, 0, 0);
    grid_.setHorizontalSpacing(12);
    grid_.setVerticalSpacing(0);
    grid_.setColumnStretch(3, 1);
}

std::vector<StampTable::Row> StampTable::rowsOf(Incident const& incident) const
{
    struct Named {
        Stamp stamp;
        QString name;
        OfUnit of = nullptr;
    };
    std::vector<Row> rows;
    std::optional<Instant> first;
    auto const add = [&](QString const& name, Instant at, QString const& who) {
        if (!first) first = at;
        QString const since = at == *first ? QString{} : QLatin1Char('+') + ageText(at - *first);
        rows.push_back({name, hub_.clock(at), since, who});
    };
    for (auto const& [stamp, name, of] :
         {Named{Stamp::ring, tr("ring")}, Named{Stamp::answered, tr("answered")},
          Named{Stamp::notified, tr("sent"), [](Assignment const& work) { return std::optional{work.sent_at}; }},
          Named{Stamp::en_route, tr("en route"), [](Assignment const& work) { return work.en_route_at; }},
          Named{Stamp::on_scene, tr("on scene"), [](Assignment const& work) { return work.on_scene_at; }},
          Named{Stamp::controlled, tr("under control")}, Named{Stamp::closed, tr("closed")}}) {
        auto const times = of != nullptr ? unitTimes(incident, of, hub_.world()) : std::map<Instant, QStringList>{};
        if (times.empty()) {
            if (auto const at = incident.stamp(stamp)) add(name, *at, {});
            continue;
        }
        QStringList who;
        qsizetype more = 0;
        for (auto const& [at, units] : times) {
            if (who.size() == most_times) more += units.size();
            if (who.size() == most_times) continue;
            QStringList some = units.mid(0, most_units);
            if (units.size() > most_units) some << QStringLiteral("+%1").arg(units.size() - most_units);
            who.append((who.isEmpty() ? QString{} : hub_.clock(at) + QLatin1Char(' ')) + some.join(QLatin1Char(' ')));
        }
        if (more > 0) who << QStringLiteral("+%1").arg(more);
        add(name, times.begin()->first, who.join(QStringLiteral(", ")));
    }
    return rows;
}

void StampTable::addLine()
{
    std::array<QLabel*, 4> line{};
    for (std::size_t column = 0; column < line.size(); ++column) {
        auto* label = new QLabel{this};
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (column != 1) label->setObjectName(QStringLiteral("dim"));
        grid_.addWidget(label, static_cast<int>(lines_.size()), static_cast<int>(column), Qt::AlignVCenter);
        line[column] = label;
    }
    line[2]->setAlignment(Qt::AlignRight);
    line[3]->setWordWrap(true);
    grid_.setAlignment(line[3], {});  // as wide as there is room
    lines_.push_back(line);
}

void StampTable::setIncident(Incident const& incident)
{
    auto const rows = rowsOf(incident);
    while (lines_.size() < rows.size()) addLine();
    QStringList told;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        Row const row = i < rows.size() ? rows[i] : Row{};
        std::array const texts{row.what, row.time, row.since, row.who};
        for (std::size_t column = 0; column < texts.size(); ++column) {
            lines_[i][column]->setText(texts[column]);
            lines_[i][column]->setVisible(i < rows.size());
        }
        if (i < rows.size()) told.append(QStringList{row.what, row.time, row.who}.join(QLatin1Char(' ')).trimmed());
    }
    setAccessibleName(told.join(QStringLiteral(", ")));
}

}  // namespace cresset::widgets
