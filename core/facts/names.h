#pragma once
/// A name in the languages of the room. Where one is missing the other serves.

#include "core/facts/fields.h"

#include <string>

namespace cresset {

struct Names {
    std::string en;
    std::string zh;
    friend bool operator==(Names const&, Names const&) = default;
    static constexpr auto fields() { return std::tuple{field("en", &Names::en), field("zh", &Names::zh)}; }
    std::string const& in(bool chinese) const { return chinese ? (zh.empty() ? en : zh) : (en.empty() ? zh : en); }
};

}  // namespace cresset
