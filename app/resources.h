#pragma once
/// The data files that a shift needs, read from resources/: code tables, verbs, drills.

#include "core/base/result.h"
#include "core/facts/dispatch_rules.h"
#include "core/facts/field_rules.h"
#include "core/session/verbs.h"

#include <filesystem>
#include <string>

namespace cresset::app {

/// The whole file; a problem names it and what is wrong.
Result<std::string> read_text_file(std::filesystem::path const& file);
Result<Codes> load_codes();
Result<Verbs> load_verbs();
/// Run cards, margins and reasons, looked up in those codes.
Result<DispatchRules> load_dispatch_rules(Codes const& codes);
Result<FieldRules> load_field_rules();
/// A drill by its path, or by its name in resources/drills ("first-shift").
Result<std::string> load_drill(std::string const& name_or_path);
/// Where the training city is kept: $XDG_DATA_HOME/cresset or ~/.local/share/cresset; beside the build if it was made
/// there.
std::filesystem::path training_city_file();

}  // namespace cresset::app
