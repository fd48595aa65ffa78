#include "maps/pinyin.h"

#include "maps/fold.h"
#include "maps/search_text.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <iostream>
#include <optional>

using namespace cresset;
using namespace cresset::maps;

namespace {

constexpr char const* dictionary = "/usr/share/rime-data/pinyin_simp.dict.yaml";

Pinyin const* phrases()
{
    static std::optional<Pinyin> const read = [] {
        auto opened = Pinyin::open(dictionary);
        if (!opened) std::cout << "skipped: " << opened.problem() << '\n';
        return opened ? std::optional{std::move(*opened)} : std::nullopt;
    }();
    return read ? &*read : nullptr;
}

std::string likeliest(Pinyin const& pinyin, std::string_view name)
{
    auto const all = combine(pinyin.read(to_characters(name)), 1);
    return fmt::format("{}", fmt::join(all[0], " "));
}

bool has_token(SearchText const& text, std::string_view token)
{
    return (" " + text.tokens + " ").find(fmt::format(" {} ", token)) != std::string::npos;
}

Likeness likeness(std::string_view query, std::vector<std::string> const& names)
{
    Pinyin const none;
    Pinyin const* known = phrases();
    return Query::read(query)->likeness(search_text(known != nullptr ? *known : none, names).keys);
}

}  // namespace

TEST_CASE("a dictionary that is missing or holds no phrases is refused")
{
    CHECK_FALSE(Pinyin::open("/nowhere/pinyin.yaml"));
    CHECK_FALSE(Pinyin::open(SOURCE_DIR "/LICENSE"));
    CHECK(Pinyin::open("/nowhere/pinyin.yaml").problem() == "/nowhere/pinyin.yaml: cannot be opened");
}

TEST_CASE("names are read by their phrases and not by the commonest reading of each character")
{
    if (phrases() == nullptr) return;
    CHECK(likeliest(*phrases(), "长安") == "chang an");
    CHECK(likeliest(*phrases(), "厦门") == "xia men");
    CHECK(likeliest(*phrases(), "银行") == "yin hang");
    CHECK(likeliest(*phrases(), "乐清") == "yue qing");
    CHECK(likeliest(*phrases(), "莘庄") == "xin zhuang");
    CHECK(likeliest(*phrases(), "重庆") == "chong qing");
    CHECK(likeliest(*phrases(), "中国银行长安街支行") == "zhong guo yin hang chang an jie zhi hang");
}

TEST_CASE("every reading of a polyphone is there beside the likeliest")
{
    if (phrases() == nullptr) return;
    auto const text = search_text(*phrases(), {"长安路"});
    for (auto const* token : {"changanlu", "zhanganlu", "anlu", "lu", "cal", "zal", "al"})
        CHECK(has_token(text, token));
    CHECK(text.tokens.starts_with("长 安 路 "));
    CHECK_FALSE(has_token(text, "l"));
}

TEST_CASE("without a dictionary ICU reads")
{
    Pinyin const none;
    CHECK_FALSE(none.has_phrases());
    CHECK(likeliest(none, "中山路") == "zhong shan lu");
    CHECK(likeliest(none, "樱") == "ying");
}

TEST_CASE("readings are combined with the fewest changes first and never beyond the limit")
{
    std::vector<Readings> const two{{"a", "b"}, {"c", "d"}};
    auto const all = combine(two, 10);
    REQUIRE(all.size() == 4);
    CHECK(all[0] == std::vector<std::string>{"a", "c"});
    CHECK(all[1] == std::vector<std::string>{"b", "c"});
    CHECK(all[2] == std::vector<std::string>{"a", "d"});
    CHECK(all[3] == std::vector<std::string>{"b", "d"});
    CHECK(combine(std::vector<Readings>(20, Readings{"a", "b", "c"}), 6).size() == 6);
}

TEST_CASE("folding makes one form of what people take for the same")
{
    CHECK(fold("PRAÇA da Liberdade") == "praca da liberdade");
    CHECK(fold("迪化街一段") == fold("迪化街一段"));
    CHECK(fold("臺北車站") == "台北车站");
    CHECK(fold("ＡＢＣ１２") == "abc12");
    CHECK(fold("Champs-Élysées") == "champs-elysees");
}

TEST_CASE("a folded text falls apart into runs of Chinese and words")
{
    auto const found = pieces("g2高速/中山路 12号 children's");
    REQUIRE(found.size() == 6);
    CHECK(found[0] == Piece{"g2", false, false});
    CHECK(found[1] == Piece{"高速", true, true});
    CHECK(found[2] == Piece{"中山路", true, false});
    CHECK(found[3] == Piece{"12", false, false});
    CHECK(found[4] == Piece{"号", true, true});
    CHECK(found[5] == Piece{"childrens", false, false});
    CHECK(pieces(" ,;/ ").empty());
    CHECK(pieces("").empty());
    CHECK(pieces("\xFF\xFE").empty());
}

TEST_CASE("a text without letters or digits is no question")
{
    CHECK_FALSE(Query::read(""));
    CHECK_FALSE(Query::read(" \"*() "));
    CHECK_FALSE(Query::read("\xC0\xAF"));
}

TEST_CASE("crossings are seen in Chinese however they are joined")
{
    std::vector<std::string> const both{"中山路", "解放路"};
    CHECK(crossing_parts("中山路与解放路") == both);
    CHECK(crossing_parts("中山路和解放路") == both);
    CHECK(crossing_parts("中山路解放路口") == both);
    CHECK(crossing_parts("中山路解放路交叉口") == both);
    CHECK(crossing_parts("中山路解放路") == both);
    CHECK(crossing_parts("和平路") == std::vector<std::string>{"和平路"});
    CHECK(crossing_parts("中山路") == std::vector<std::string>{"中山路"});
    CHECK(crossing_parts("路口") == std::vector<std::string>{"路口"});
}

TEST_CASE("a name typed whole is exact in every form and a part of it is less")
{
    std::vector<std::string> const names{"中山路", "Zhongshan Road"};
    for (auto const* exact :
         {"中山路", "中山 路", "zhongshanlu", "zhong shan lu", "ZSL", "zhongshan road", "Road Zhongshan"})
        CHECK(likeness(exact, names) == Likeness::exact);
    for (auto const* prefix : {"中山", "zhongsh", "zs", "zhongshan r"})
        CHECK(likeness(prefix, names) == Likeness::prefix);
    for (auto const* rest : {"山路", "road", "shanlu"}) CHECK(likeness(rest, names) == Likeness::rest);
}

TEST_CASE("house numbers and crossings are exact in either order")
{
    std::vector<std::string> const house{"中山路 12号"};
    for (auto const* exact : {"中山路12号", "中山路 12", "zhong shan lu 12", "zsl12", "zsl 12", "zhongshanlu12号"})
        CHECK(likeness(exact, house) == Likeness::exact);
    CHECK(likeness("中山路1", house) == Likeness::prefix);
    CHECK(likeness("12 Main Street", {"Main Street 12"}) == Likeness::exact);
    std::vector<std::string> const crossing{"中山路/解放路"};
    for (auto const* exact :
         {"中山路/解放路", "解放路/中山路", "中山路与解放路", "解放路中山路口", "zsl/jfl", "jiefanglu & zhongshanlu"})
        CHECK(likeness(exact, crossing) == Likeness::exact);
    CHECK(likeness("Oak Street and Main Street", {"Main Street/Oak Street"}) == Likeness::exact);
}
