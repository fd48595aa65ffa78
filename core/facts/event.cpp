#include "core/facts/event.h"

#include "core/facts/json_text.h"

#include <algorithm>
#include <array>

namespace cresset {

namespace {

template <typename T>
concept IsFact = HasFields<T>;

using Reader = Result<Event> (*)(nlohmann::json const&);

template <typename Fact>
Result<Event> read_as(nlohmann::json const& json)
{
    Fact fact;
    if (!read_json(json, fact)) return Problem{fmt::format("the body of a {} entry does not fit", Fact::kind)};
    return Event{std::move(fact)};
}

template <std::size_t... i>
Reader find_reader(std::string_view kind, std::index_sequence<i...>)
{
    Reader found = nullptr;
    ((std::variant_alternative_t<i, Event>::kind == kind ? void(found = &read_as<std::variant_alternative_t<i, Event>>)
                                                         : void()),
     ...);
    return found;
}

void visit_texts(TextRef& ref, void (*visit)(TextRef&, void*), void* context)
{
    visit(ref, context);
}
void visit_texts(std::optional<TextRef>& ref, void (*visit)(TextRef&, void*), void* context)
{
    if (ref) visit(*ref, context);
}
template <typename T>
void visit_texts(T& value, void (*visit)(TextRef&, void*), void* context)
{
    if constexpr (IsFact<T> && !std::same_as<T, Images>)
        for_each_field<T>([&](auto const& one) { visit_texts(value.*one.member, visit, context); });
}

/// Looks at every value of a fact.
struct Soundness {
    static bool of(std::string const& text) { return is_utf8(text); }
    static bool of(Instant at) { return in_calendar(at); }
    template <typename T>
    static bool of(std::optional<T> const& value)
    {
        return !value || of(*value);
    }
    template <typename T>
    static bool of(std::vector<T> const& items)
    {
        if constexpr (std::is_arithmetic_v<T>) return true;
        return std::all_of(items.begin(), items.end(), [](T const& item) { return of(item); });
    }
    template <typename T, std::size_t n>
    static bool of(std::array<T, n> const& items)
    {
        return std::all_of(items.begin(), items.end(), [](T const& item) { return of(item); });
    }
    template <typename T>
    static bool of(T const& value)
    {
        bool sound = true;
        if constexpr (HasFields<T>) for_each_field<T>([&](auto const& one) { sound = sound && of(value.*one.member); });
        return sound;
    }
};

}  // namespace

std::string_view kind_of(Event const& event)
{
    return std::visit([](auto const& fact) { return fact.kind; }, event);
}

std::string body_of(Event const& event)
{
    std::string body;
    std::visit([&](auto const& fact) { write_json(body, fact); }, event);
    return body;
}

Result<Event> read_event(std::string_view kind, std::string_view body)
{
    Reader const read = find_reader(kind, std::make_index_sequence<std::variant_size_v<Event>>{});
    if (read == nullptr) return Problem{fmt::format("an entry of the unknown kind \"{}\"", kind)};
    auto const json = nlohmann::json::parse(body, nullptr, false);
    if (json.is_discarded()) return Problem{fmt::format("the body of a {} entry is not JSON", kind)};
    return read(json);
}

bool can_be_written(Event const& event)
{
    return std::visit([](auto const& fact) { return Soundness::of(fact); }, event);
}

void for_each_text(Event& event, void (*visit)(TextRef&, void*), void* context)
{
    std::visit([&](auto& fact) { visit_texts(fact, visit, context); }, event);
}

}  // namespace cresset
