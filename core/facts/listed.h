#pragma once
/// An event that puts a row into a table of the world: new, or in place of the one with its id.

#include "core/facts/fields.h"

namespace cresset {

template <typename Key, typename Row>
struct Listed {
    Key id{};
    Row row;
    friend bool operator==(Listed const&, Listed const&) = default;
    static constexpr auto fields() { return std::tuple{field("id", &Listed::id), field("row", &Listed::row)}; }
};

}  // namespace cresset
