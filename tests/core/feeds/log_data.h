#pragma once
/// The receiver logs of ../shared/data/nmea-ais, where they are at hand.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>

namespace cresset::feeds {

inline std::optional<std::string> shared_text(std::string const& name)
{
    std::ifstream file{std::filesystem::path{SHARED_DATA} / name, std::ios::binary};
    if (!file) {
        std::cout << "skipped: " << name << " is not there\n";
        return {};
    }
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace cresset::feeds
