#include "core/facts/status.h"

#include "core/base/text.h"

#include <algorithm>
#include <string>

namespace cresset {

namespace {
constexpr std::array<std::string_view, 7> names{"available", "dispatched", "en route",      "on scene",
                                                "busy",      "break",      "out of service"};
constexpr std::string_view letters = "adesbrx";
}  // namespace

std::optional<Status> parse_status(std::string_view text)
{
    std::string word = lower(trim(text));
    std::replace(word.begin(), word.end(), '_', ' ');
    std::replace(word.begin(), word.end(), '-', ' ');
    for (std::size_t i = 0; i < names.size(); ++i)
        if (word == names[i] || (word.size() == 1 && word[0] == letters[i])) return static_cast<Status>(i);
    if (word == "on break") return Status::on_break;
    return {};
}

std::string_view english(Status status)
{
    return names[static_cast<std::size_t>(status)];
}

}  // namespace cresset
