#pragma once
/// One function object of several lambdas, for std::visit: every case of a variant stands in one place.

namespace cresset {

template <typename... Cases>
struct Match : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Match(Cases...) -> Match<Cases...>;

}  // namespace cresset
