#pragma once
/// Wrong input is a value with a reason: what was wrong, and where there is something to do, what to do about it.

#include "core/base/check.h"

#include <string>
#include <utility>
#include <variant>

namespace cresset {

/// In plain English, one sentence, without a full stop ("line 12: the longitude is missing").
struct Problem {
    std::string text;
    friend bool operator==(Problem const&, Problem const&) = default;
};

/// A value or the problem that stood in its way.
template <typename Value>
class [[nodiscard]] Result {
public:
    Result(Value value) : content_{std::in_place_index<0>, std::move(value)} {}
    Result(Problem problem) : content_{std::in_place_index<1>, std::move(problem)} {}

    explicit operator bool() const { return content_.index() == 0; }
    Value const& operator*() const& { return check(), std::get<0>(content_); }
    Value& operator*() & { return check(), std::get<0>(content_); }
    Value&& operator*() && { return check(), std::get<0>(std::move(content_)); }
    Value const* operator->() const { return check(), &std::get<0>(content_); }
    Value* operator->() { return check(), &std::get<0>(content_); }
    std::string const& problem() const
    {
        CRESSET_CHECK(content_.index() == 1);
        return std::get<1>(content_).text;
    }

private:
    void check() const { CRESSET_CHECK(content_.index() == 0); }
    std::variant<Value, Problem> content_;
};

}  // namespace cresset
