#include "maps/tile_attributes.h"

#include "maps/protozero_checks.h"  // before protozero

#include <protozero/pbf_writer.hpp>

namespace cresset::maps {

namespace {

// Fields of the message `Value` of MVT 2.1.
constexpr protozero::pbf_tag_type text_field = 1, double_field = 3, int_field = 4, uint_field = 5, sint_field = 6;

std::string encoded(AttributeValue const& value)
{
    std::string bytes;
    protozero::pbf_writer out{bytes};
    if (auto const* text = std::get_if<std::string_view>(&value))
        out.add_string(text_field, text->data(), text->size());
    else if (auto const* real = std::get_if<double>(&value))
        out.add_double(double_field, *real);
    else if (auto const whole = std::get<std::int64_t>(value); whole < 0)
        out.add_sint64(sint_field, whole);
    else
        out.add_uint64(uint_field, static_cast<std::uint64_t>(whole));
    return bytes;
}

bool is_empty(AttributeValue const& value)
{
    auto const* text = std::get_if<std::string_view>(&value);
    return text && text->empty();
}

}  // namespace

std::uint32_t AttributePool::number(Numbers& numbers, std::vector<std::string>& texts, std::string text)
{
    auto const [found, is_new] = numbers.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
    if (is_new) texts.push_back(std::move(text));
    return found->second;
}

AttributePool::Pair AttributePool::pair(std::string_view key, AttributeValue const& value)
{
    return {number(key_numbers_, keys_, std::string{key}), number(value_numbers_, values_, encoded(value))};
}

std::uint32_t AttributePool::add(std::vector<Pair> pairs)
{
    std::string name(reinterpret_cast<char const*>(pairs.data()), pairs.size() * sizeof(Pair));
    auto const [found, is_new] = set_numbers_.try_emplace(std::move(name), static_cast<std::uint32_t>(sets_.size()));
    if (is_new) sets_.push_back(std::move(pairs));
    return found->second;
}

std::uint32_t AttributePool::add(Attributes const& attributes)
{
    std::vector<Pair> pairs;
    for (auto const& [key, value] : attributes)
        if (!is_empty(value)) pairs.push_back(pair(key, value));
    return add(std::move(pairs));
}

std::uint32_t AttributePool::with(std::uint32_t set, std::string_view key, AttributeValue const& value)
{
    auto pairs = sets_[set];
    pairs.push_back(pair(key, value));
    return add(std::move(pairs));
}

}  // namespace cresset::maps
