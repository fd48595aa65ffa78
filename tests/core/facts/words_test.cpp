#include "core/facts/refusal.h"
#include "core/facts/status.h"

#include <catch2/catch.hpp>
#include <set>

using namespace cresset;

TEST_CASE("What is no status is refused")
{
    for (char const* text : {"", " ", "?", "ad", "availabl", "available x", "en  route", "7", "待命", "closed"}) {
        INFO(text);
        CHECK(!parse_status(text));
    }
}

TEST_CASE("A status is known by its letter and its words in any case")
{
    CHECK(parse_status("A") == Status::available);
    CHECK(parse_status("d") == Status::dispatched);
    CHECK(parse_status(" e ") == Status::en_route);
    CHECK(parse_status("S") == Status::on_scene);
    CHECK(parse_status("b") == Status::busy);
    CHECK(parse_status("r") == Status::on_break);
    CHECK(parse_status("X") == Status::out_of_service);
    CHECK(parse_status("En Route") == Status::en_route);
    CHECK(parse_status("en_route") == Status::en_route);
    CHECK(parse_status("on-scene") == Status::on_scene);
    CHECK(parse_status("on break") == Status::on_break);
    CHECK(parse_status("OUT OF SERVICE") == Status::out_of_service);
    for (Status const status : all_statuses) {
        CHECK(parse_status(english(status)) == status);
        CHECK(parse_status(word_of(status)) == status);
    }
}

TEST_CASE("Every reason has a sentence of its own with its holes in order and without a full stop")
{
    std::set<std::string_view> seen;
    for (int i = 0; i <= static_cast<int>(last_reason); ++i) {
        auto const sentence = english(static_cast<Reason>(i));  // stops the program if one stands at a wrong place
        INFO(sentence);
        CHECK(sentence.size() > 10);
        CHECK(sentence.back() != '.');
        CHECK(seen.insert(sentence).second);
        auto const first = sentence.find("{0}");
        if (sentence.find('{') != std::string_view::npos) REQUIRE(first != std::string_view::npos);
        if (sentence.find("{2}") != std::string_view::npos) CHECK(sentence.find("{1}") != std::string_view::npos);
        CHECK(sentence.find("{3}") == std::string_view::npos);
    }
}

TEST_CASE("Words are filled into the holes of a sentence and nowhere else")
{
    CHECK(fill("", {"x"}).empty());
    CHECK(fill("{0", {"x"}) == "{0");
    CHECK(fill("{0}", {}) == "{0}");
    CHECK(fill("{x}{}", {"a"}) == "{x}{}");
    CHECK(fill("{1} before {0}", {"a", "b"}) == "b before a");
    CHECK(fill("{0}{0}", {"{1}", "never"}) == "{1}{1}");
    CHECK(fill("从 {0} 到 {1}", {"待命", "到场"}) == "从 待命 到 到场");
    CHECK(explain({Reason::illegal_transition, {"P12", "break", "on scene"}}) ==
          "P12 cannot go from break to on scene");
}
