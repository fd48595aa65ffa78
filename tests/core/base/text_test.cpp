#include "core/base/text.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>
#include <cstdint>

using namespace cresset;

namespace {

/// UTF-8 as its definition says it: decode, then look at the number that came out.
bool plainly_utf8(std::string const& text)
{
    for (std::size_t i = 0; i < text.size();) {
        auto const first = static_cast<unsigned char>(text[i]);
        std::size_t const length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first >= 0x80 && first < 0xC0) return false;
        if (first >= 0xF8 || i + length > text.size()) return false;
        std::uint32_t code = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            auto const next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0U) != 0x80) return false;
            code = code << 6U | (next & 0x3FU);
        }
        std::uint32_t const least[] = {0, 0, 0x80, 0x800, 0x10000};
        if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
        i += length;
    }
    return true;
}

}  // namespace

TEST_CASE("Ill-formed UTF-8 is seen and mended byte by byte")
{
    for (char const* text :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xE4\xB8", "\xE4\xB8z"}) {
        CHECK(!is_utf8(text));
        CHECK(is_utf8(to_valid_utf8(text)));
    }
    CHECK(to_valid_utf8("a\xFFz") == "a\xEF\xBF\xBDz");
    CHECK(to_valid_utf8("\xE4\xB8") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(is_utf8(""));
    CHECK(is_utf8("中山路12号 \xF0\x9F\x9A\x93"));
    CHECK(to_valid_utf8("中山路12号") == "中山路12号");
}

TEST_CASE("Random bytes are UTF-8 exactly where the definition says so")
{
    Dice dice{3};
    int sound = 0;
    for (int i = 0; i < 100'000; ++i) {
        std::string text;
        auto const size = dice.below(5);
        static constexpr unsigned char edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                                  0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE4, 0xED,
                                                  0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
        for (std::uint64_t k = 0; k < size; ++k) text += static_cast<char>(edges[dice.below(std::size(edges))]);
        REQUIRE(is_utf8(text) == plainly_utf8(text));
        REQUIRE(is_utf8(to_valid_utf8(text)));
        if (is_utf8(text)) {
            ++sound;
            REQUIRE(to_valid_utf8(text) == text);
        }
    }
    CHECK(sound > 10'000);
    CHECK(sound < 90'000);
}

TEST_CASE("Numbers are strict")
{
    for (char const* text : {"", " 1", "1 ", "+1", "1x", "0x10", "1,000", "--1", "1.0", "9999999999"}) {
        INFO(text);
        CHECK(!parse_whole<std::int32_t>(text));
    }
    CHECK(parse_whole<std::int32_t>("-2147483648") == INT32_MIN);
    CHECK(!parse_whole<std::int32_t>("2147483648"));
    CHECK(!parse_whole<std::uint16_t>("-1"));
    CHECK(!parse_whole<std::uint16_t>("65536"));
    CHECK(parse_whole<std::uint16_t>("007") == 7);
    for (char const* text : {"", "inf", "-inf", "nan", "1e999", "1,5", "+1.5", ".", "e5", "1.5 "}) {
        INFO(text);
        CHECK(!parse_real(text));
    }
    CHECK(parse_real("41.5") == 41.5);
    CHECK(parse_real("-8") == -8.0);
    CHECK(parse_real("1e-3") == 0.001);
}

TEST_CASE("Text is cut at blanks of both scripts and at separators")
{
    CHECK(trim("").empty());
    CHECK(trim(" \t\r\n　").empty());
    CHECK(trim("　 a b　\n") == "a b");
    CHECK(words("").empty());
    CHECK(words("　 \t").empty());
    CHECK(words(" d　p12\t1023 ") == std::vector<std::string_view>{"d", "p12", "1023"});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
    CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(split(",", ',') == std::vector<std::string_view>{"", ""});
    CHECK(lower("P12 ÄB 中") == "p12 Äb 中");
}

TEST_CASE("Hex goes both ways and refuses what is none")
{
    for (char const* text : {"0", "0g", "-1", " 1", "0x", "zz"}) {
        INFO(text);
        CHECK(!from_hex(text));
    }
    CHECK(from_hex("") == "");
    CHECK(from_hex("00FFa0") == std::string("\x00\xFF\xA0", 3));
    Dice dice{5};
    for (int i = 0; i < 1000; ++i) {
        std::string bytes(dice.below(40), '\0');
        for (char& byte : bytes) byte = static_cast<char>(dice.below(256));
        REQUIRE(from_hex(to_hex(bytes)) == bytes);
    }
}
