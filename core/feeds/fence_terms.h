#pragma once
/// For whom a fence is, when it is watched and what follows, as properties of a feature (fence_file.h says which).

#include "core/feeds/fence_file.h"
#include "core/feeds/outside_json.h"

#include <optional>
#include <string>
#include <vector>

namespace cresset::feeds {

/// Why a feature is no fence; thrown and caught while a file is read, never beyond.
struct NoFence {
    std::string why;
};

/// Null where the object has no such member.
nlohmann::json const& member(nlohmann::json const& object, char const* name);
/// A number within (0, most]; nothing where there is none.
std::optional<double> number_in(nlohmann::json const& properties, char const* name, double most);
/// A list of words, or words with commas between; empty where there is none.
std::vector<std::string> words_in(nlohmann::json const& properties, char const* name);

/// A text, or a number that was written without marks; empty where there is none.
std::string text_in(nlohmann::json const& properties, char const* name);

FenceTerms terms_of(nlohmann::json const& properties);
/// Adds what is not as usual.
void add_terms(FenceTerms const& terms, nlohmann::json& properties);

}  // namespace cresset::feeds
