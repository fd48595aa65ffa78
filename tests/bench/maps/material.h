#pragma once
/// What the benches of whole cities and shifts work on: packs and a journal, made once by the programs of this build
/// and kept in BINARY_DIR/bench-material until a newer build makes them anew.

#include "core/base/dice.h"
#include "core/roads/roads.h"
#include "maps/pack.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cresset::bench {

std::filesystem::path material_folder();

/// A file of ../shared/data/osm by its short name; nothing, and a note on stderr, where it is absent.
std::optional<std::filesystem::path> osm_file(std::string const& name);

std::filesystem::path training_city();
/// The pack of such a file; nothing where it is absent.
std::optional<std::filesystem::path> city_of(std::string const& name);
/// "training" or the name of a file.
std::optional<maps::CityPack> open_city(std::string const& name);

/// In the middle of a street of the main part that emergency cars may use.
Place somewhere_on(Roads const& roads, Dice& dice);

/// The first shift with more crews and more calls: 216 units for a day.
std::filesystem::path day_drill();
/// The words of a command that runs that drill.
std::vector<std::string> shift_command(std::filesystem::path const& journal, std::string const& length);

/// The journal of such a shift, a little more than 100,000 entries. To be read only: who goes on with it takes a copy.
std::filesystem::path long_journal();
std::filesystem::path copy_of_long_journal(std::filesystem::path const& folder);

}  // namespace cresset::bench
