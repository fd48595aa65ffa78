#pragma once
/// The commands of cressetctl, a family a file. Each prints its answer to standard output and returns nothing, or the
/// problem, one English sentence that says what to do.

#include "app/ctl/arguments.h"

#include <vector>

namespace cresset::app {

/// import, city, info, find, near
std::vector<CommandRule> city_commands();
/// eta, recommend
std::vector<CommandRule> road_commands();
CommandRule cordon_command();
CommandRule isochrone_command();
CommandRule coverage_command();
CommandRule run_command();
CommandRule feed_command();
/// backup, verify, digest, replay, dump
std::vector<CommandRule> journal_commands();
CommandRule export_command();
CommandRule stats_command();
CommandRule fences_command();

}  // namespace cresset::app
