#include "widgets/hazard_words.h"

#include "widgets/desk_hub.h"
#include "widgets/word_parts.h"
#include "widgets/words.h"

#include <algorithm>

namespace cresset::widgets {

namespace {

constexpr qsizetype hazard_letters = 80;  // a long story would push all else off the panel

/// When it was noted, if the log still knows.
std::optional<Instant> notedAt(HazardId id, DeskHub const& hub)
{
    for (auto entry = hub.log().rbegin(); entry != hub.log().rend(); ++entry)
        if (auto const* noted = std::get_if<HazardNoted>(&entry->event); noted != nullptr && noted->id == id)
            return entry->at;
    return {};
}

/// "⚠ aggressive dog · 40 m · noted 2:10 ago · until 21:00:00"
QString hazardText(HazardId id, Hazard const& hazard, Place place, DeskHub const& hub)
{
    QString text = hub.text(hazard.text).simplified();
    if (text.size() > hazard_letters) text = text.left(hazard_letters) + QStringLiteral("…");
    QStringList parts{QStringLiteral("⚠ ") + text, distanceText(distance_mm(place, hazard.place))};
    if (auto const noted = notedAt(id, hub)) parts.append(tr("noted %1 ago").arg(ageText(hub.now() - *noted)));
    if (hazard.expires_at) parts.append(tr("until %1").arg(hub.clock(*hazard.expires_at)));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

QStringList hazardTexts(Place place, DeskHub const& hub)
{
    World const& world = hub.world();
    std::vector<std::pair<std::int64_t, HazardId>> near;
    for (auto const& [id, hazard] : world.hazards) {
        bool const over = hazard.expires_at && *hazard.expires_at <= hub.now();
        if (!over && reaches(hazard, place, world.codes.limits))
            near.emplace_back(distance_mm(place, hazard.place), id);
    }
    std::ranges::sort(near);
    QStringList texts;
    for (auto const& [distance, id] : near) texts.append(hazardText(id, *world.hazards.find(id), place, hub));
    return texts;
}

}  // namespace cresset::widgets
