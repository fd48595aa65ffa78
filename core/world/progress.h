#pragma once
/// How far an incident is, from the work of its units.

#include "core/facts/incident.h"

namespace cresset {

/// Sets a stamp if it is not set yet: a stamp is the first time that something was so.
void set_stamp(Incident& incident, Stamp which, Instant at);

/// An incident is as far as the unit that is furthest. One that is under control or closed stays so.
void refresh_state(Incident& incident);

/// Sets the stamps that are missing although the work of a unit says when it was.
void complete_stamps(Incident& incident);

bool anyone_working(Incident const& incident);

}  // namespace cresset
