#include "core/facts/sweep.h"

#include "core/base/check.h"
#include "core/facts/archive.h"

namespace cresset {

std::string pack_sweep(std::vector<UnitFix> const& fixes)
{
    Bounds bounds;
    for (auto const& one : fixes) bounds.add(one.fix.place);
    Place const base = fixes.empty() ? Place{} : bounds.middle();
    Instant const base_at = fixes.empty() ? Instant{} : fixes.front().fix.at;
    ArchiveWriter out;
    out.number(fixes.size());
    out.signed_number(ms(base_at));
    out(base);
    std::uint64_t unit = 0;
    for (auto const& [id, fix] : fixes) {
        CRESSET_CHECK(&id == &fixes.front().unit || id.packed() > unit);
        out.number(id.packed() - unit);
        unit = id.packed();
        out.signed_number(std::int64_t{fix.place.lat_e7} - base.lat_e7);
        out.signed_number(std::int64_t{fix.place.lon_e7} - base.lon_e7);
        out.signed_number((fix.at - base_at).count());
        out.number(std::uint64_t{fix.speed_cm_s} * 361 + (fix.course_deg >= 360 ? 360 : fix.course_deg));
        out.number(fix.accuracy_m);
    }
    return "S\x01" + out.take();
}

std::vector<UnitFix> unpack_sweep(std::string_view bytes)
{
    std::vector<UnitFix> fixes;
    if (!walk_sweep(bytes, [&](UnitId unit, Fix const& fix) { fixes.push_back({unit, fix}); })) fixes.clear();
    return fixes;
}

}  // namespace cresset
