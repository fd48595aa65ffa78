#include "core/session/macros.h"

#include "tests/core/session/command_room.h"

using namespace cresset;
using cresset::testing::CommandRoom;
using cresset::testing::shipped_verbs;

namespace {

std::string problem_of(Macros& macros, std::string_view name, std::string_view body)
{
    auto const before = macros.all();
    auto const problem = macros.keep(name, body, shipped_verbs());
    REQUIRE(problem);
    REQUIRE(macros.all() == before);
    return problem->text;
}

std::vector<std::string> filled(Macros const& macros, std::string_view name, std::vector<std::string_view> words)
{
    auto const lines = fill_macro(*macros.find(name), words);
    REQUIRE(lines);
    return *lines;
}

}  // namespace

TEST_CASE("A macro with a bad name or a line without a verb is refused with what is wrong and nothing is kept")
{
    Macros macros;
    for (char const* name : {"", "12", "a b", "a.b", "x;y", "$1", "@here", "#5", "?", "a&b"})
        CHECK(problem_of(macros, name, "undo").find("cannot name a macro") != std::string::npos);
    CHECK(problem_of(macros, "d", "undo") == "d is a verb: give the macro another name");
    CHECK(problem_of(macros, "派警", "undo").find("is a verb") != std::string::npos);
    CHECK(problem_of(macros, "raid", " && ") == "a macro has 1 to 20 lines: write && between them");
    CHECK(problem_of(macros, "raid", "d $1 && fly-away") ==
          "\"fly-away\" begins with no verb: a macro is made of lines as one types them");
    CHECK(problem_of(macros, "raid", "macro x = undo").find("begins with no verb") != std::string::npos);
    std::string long_body;
    for (int i = 0; i < 21; ++i) long_body += "log x && ";
    CHECK(problem_of(macros, "raid", long_body).find("1 to 20 lines") != std::string::npos);
}

TEST_CASE("Holes are filled in every line and a word too few or too many is refused")
{
    Macros macros;
    REQUIRE_FALSE(macros.keep("raid", "d $1 $2 && note $2 entry team $1 sent; armed", shipped_verbs()));
    CHECK(filled(macros, "raid", {"p12", "1023"}) ==
          std::vector<std::string>{"d p12 1023", "note 1023 entry team p12 sent; armed"});
    std::vector<std::string_view> const one{"p12"}, three{"p12", "1023", "x"};
    auto const refused = "raid takes 2 words: d $1 $2 && note $2 entry team $1 sent; armed";
    CHECK(fill_macro(*macros.find("raid"), one).problem() == refused);
    CHECK(fill_macro(*macros.find("raid"), three).problem() == refused);
    REQUIRE_FALSE(macros.keep("回", "av $*", shipped_verbs()));
    CHECK(filled(macros, "回", {"p1", "p2", "p3"}) == std::vector<std::string>{"av p1 p2 p3"});
    CHECK(filled(macros, "回", {}) == std::vector<std::string>{"av "});
    REQUIRE_FALSE(macros.keep("pay", "log costs $0 and $x", shipped_verbs()));
    CHECK(filled(macros, "pay", {}) == std::vector<std::string>{"log costs $0 and $x"});
}

TEST_CASE("Macros come back from their text and damaged text leaves the others and breaks nothing")
{
    Macros macros;
    REQUIRE_FALSE(macros.keep("b2", "undo && redo", shipped_verbs()));
    REQUIRE_FALSE(macros.keep("a1", "log x", shipped_verbs()));
    REQUIRE_FALSE(macros.keep("a1", "log y", shipped_verbs()));
    CHECK(macros.all().size() == 2);
    CHECK(macros.find("a1")->body() == "log y");
    CHECK(Macros::read(macros.text(), shipped_verbs()).all() == macros.all());
    CHECK(Macros::read("", shipped_verbs()).all().empty());
    CHECK(Macros::read("[{\"name\":\"x\"}]", shipped_verbs()).all().empty());
    auto const half = R"([{"lines":["undo"],"name":"d"},{"lines":["undo"],"name":"back"}])";
    auto const read = Macros::read(half, shipped_verbs());
    REQUIRE(read.all().size() == 1);
    CHECK(read.all().front().name == "back");
    CHECK(macros.forget("a1"));
    CHECK_FALSE(macros.forget("a1"));
}

TEST_CASE("The line that names a macro is understood as its lines and a macro never hides a verb or a unit")
{
    CommandRoom room;
    REQUIRE_FALSE(room.macros.keep("raid", "d $1 $2 && s $1", shipped_verbs()));
    CHECK(room.read("raid p03 1001") == "run raid 'd p03 1001' 's p03'");
    CHECK(room.read("raid p03") == "? raid takes 2 words: d $1 $2 && s $1");
    CHECK(room.read("macro raid") == "show macro 'raid'");
    CHECK(room.read("macro back = u && u") == "keep macro 'back' 'u && u'");
    CHECK(room.read("宏 back = note 1001 gun; two") == "keep macro 'back' 'note 1001 gun; two'");
    CHECK(room.read("macro raid =") == "forget macro 'raid'");
    CHECK(room.read("macro nothing =") == "? no macro is kept as \"nothing\": macro NAME = LINE && LINE keeps one");
    CHECK(room.read("macro") == "show macro ''");
    auto const offered = complete_command("ra", room.context());
    CHECK(std::find(offered.begin(), offered.end(), "raid") != offered.end());
}
