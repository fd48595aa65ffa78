#include "widgets/desk_hub.h"
#include "widgets/word_parts.h"
#include "widgets/words.h"

namespace cresset::widgets {

QString reasonText(RankReason reason, IncidentId id, DeskHub const& hub)
{
    auto const* incident = hub.world().incidents.find(id);
    auto const* type = incident == nullptr ? nullptr : hub.world().codes.type(incident->type);
    auto const number = static_cast<std::size_t>(reason.number);
    switch (reason.code) {
        case ReasonCode::first_by_road: return tr("first by road");
        case ReasonCode::later_than_first: return tr("%1 later").arg(etaText(reason.number));
        case ReasonCode::nearest_in_line: return tr("nearest in a straight line (%1)").arg(distanceText(reason.number));
        case ReasonCode::long_way_round: return tr("long way round");
        case ReasonCode::off_the_road: return tr("%1 off the road").arg(distanceText(reason.number));
        case ReasonCode::equally_fast: return tr("as quick as the one before");
        case ReasonCode::wrong_status:
            if (reason.number == off_duty_number) return tr("not on duty");
            if (reason.number == distress_number) return tr("in distress");
            return number < all_statuses.size() ? statusText(static_cast<Status>(number), hub) : QString{};
        case ReasonCode::other_department: return tr("another department");
        case ReasonCode::lacks_capability:
            return type != nullptr && number < type->needs.size()
                       ? tr("without %1").arg(capabilityText(type->needs[number]))
                       : QString{};
        case ReasonCode::stale_fix: return tr("position %1 old").arg(etaText(reason.number));
        case ReasonCode::no_fix: return tr("no position");
        case ReasonCode::assigned_elsewhere: return tr("at work on #%1").arg(reason.number);
        case ReasonCode::excluded: return tr("excluded");
        case ReasonCode::no_road_near: return tr("no road near it");
        case ReasonCode::no_way: return tr("no way there");
        case ReasonCode::slower_than_listed: return tr("slower than those listed");
        case ReasonCode::not_on_card: return tr("not on the run card");
    }
    return {};
}

namespace {

/// Whose turn: "first".
QString turnText(std::size_t turn)
{
    if (turn == 1) return tr("first");
    if (turn == 2) return tr("second");
    if (turn == 3) return tr("third");
    return tr("no. %1").arg(turn);
}

QString statusSince(Unit const& unit, DeskHub const& hub)
{
    return tr("%1 since %2").arg(statusText(unit.status, hub), hub.clock(unit.status_since).left(5));
}

QString busyText(RankReason reason, Unit const& unit, IncidentId incident, DeskHub const& hub)
{
    bool const status =
        reason.code == ReasonCode::wrong_status && reason.number < static_cast<std::int64_t>(all_statuses.size());
    if (status) return statusSince(unit, hub);
    if (reason.code != ReasonCode::assigned_elsewhere) return reasonText(reason, incident, hub);
    return unit.status == Status::on_scene
               ? tr("at #%1 since %2").arg(reason.number).arg(hub.clock(unit.status_since).left(5))
               : tr("on the way to #%1").arg(reason.number);
}

/// What would have to change for it to be its turn.
QString changeText(RankReason reason, Unit const& unit, QString const& turn)
{
    switch (reason.code) {
        case ReasonCode::wrong_status:
            return reason.number < static_cast<std::int64_t>(all_statuses.size()) ? tr("%1 if available").arg(turn)
                                                                                  : QString{};
        case ReasonCode::assigned_elsewhere:
            return unit.status == Status::on_scene ? tr("%1 once free").arg(turn) : tr("%1 if sent here").arg(turn);
        case ReasonCode::stale_fix: return tr("%1 if still there").arg(turn);
        case ReasonCode::lacks_capability:
        case ReasonCode::not_on_card: return tr("else %1").arg(turn);
        default: return {};
    }
}

}  // namespace

QString passedText(PassedOverUnit const& passed, Recommendation const& shown, IncidentId incident, DeskHub const& hub)
{
    auto const* unit = hub.world().units.find(passed.unit);
    if (unit == nullptr) return {};
    QString text = busyText(passed.reason, *unit, incident, hub);
    if (!passed.eta_ms) {
        bool const place = hub.world().fix(passed.unit) != nullptr;
        if (place && passed.reason.code != ReasonCode::no_way && passed.reason.code != ReasonCode::no_road_near)
            text += QStringLiteral(" · ") + tr("no way there");
        return text;
    }
    auto const turn = turn_of(shown, *passed.eta_ms);
    QString const change = turn <= std::max<std::size_t>(shown.ranked.size(), 1)
                               ? changeText(passed.reason, *unit, turnText(turn))
                               : QString{};
    return change.isEmpty() ? text : text + QStringLiteral(" · ") + change;
}

QString overrideText(Override const& row, DeskHub const& hub)
{
    if (row.instead_of.empty()) return callSigns(row.units, hub);
    return tr("%1, not %2").arg(callSigns(row.units, hub), callSigns(row.instead_of, hub));
}

QString reasonGivenText(Override const& row, DeskHub const& hub)
{
    if (row.text) return hub.text(row.text);
    if (row.reason.empty()) return tr("no reason given");
    auto const* rules = hub.rules();
    auto const* code = rules == nullptr ? nullptr : rules->reason(row.reason);
    return code != nullptr ? hub.name(code->name) : QString::fromStdString(row.reason);
}

QString whyText(Override const& row, DeskHub const& hub)
{
    return tr("sent: %1 — why?").arg(overrideText(row, hub));
}

QString roleText(std::string const& code, DeskHub const& hub)
{
    auto const* role = hub.rules() == nullptr ? nullptr : hub.rules()->cards.role(code);
    return role != nullptr ? hub.name(role->name) : QString::fromStdString(code);
}

}  // namespace cresset::widgets
