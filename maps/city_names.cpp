#include "maps/city_names.h"

#include <array>
#include <string_view>

namespace cresset::maps::city {

namespace {

struct Syllable {
    std::string_view zh, en;
};

// Each list has every syllable once and no character with two readings, so that names differ in both scripts.
constexpr std::array firsts{
    Syllable{"青", "Qing"},   Syllable{"云", "Yun"},   Syllable{"金", "Jin"},  Syllable{"玉", "Yu"},
    Syllable{"龙", "Long"},   Syllable{"凤", "Feng"},  Syllable{"松", "Song"}, Syllable{"竹", "Zhu"},
    Syllable{"梅", "Mei"},    Syllable{"兰", "Lan"},   Syllable{"桂", "Gui"},  Syllable{"荷", "He"},
    Syllable{"柳", "Liu"},    Syllable{"桐", "Tong"},  Syllable{"银", "Yin"},  Syllable{"瑞", "Rui"},
    Syllable{"祥", "Xiang"},  Syllable{"安", "An"},    Syllable{"泰", "Tai"},  Syllable{"康", "Kang"},
    Syllable{"福", "Fu"},     Syllable{"德", "De"},    Syllable{"仁", "Ren"},  Syllable{"义", "Yi"},
    Syllable{"信", "Xin"},    Syllable{"明", "Ming"},  Syllable{"文", "Wen"},  Syllable{"书", "Shu"},
    Syllable{"望", "Wang"},   Syllable{"临", "Lin"},   Syllable{"映", "Ying"}, Syllable{"晨", "Chen"},
    Syllable{"春", "Chun"},   Syllable{"秋", "Qiu"},   Syllable{"霞", "Xia"},  Syllable{"月", "Yue"},
    Syllable{"星", "Xing"},   Syllable{"天", "Tian"},  Syllable{"海", "Hai"},  Syllable{"湖", "Hu"},
    Syllable{"沙", "Sha"},    Syllable{"石", "Shi"},   Syllable{"白", "Bai"},  Syllable{"红", "Hong"},
    Syllable{"紫", "Zi"},     Syllable{"翠", "Cui"},   Syllable{"碧", "Bi"},   Syllable{"丹", "Dan"},
    Syllable{"双", "Shuang"}, Syllable{"三", "San"},   Syllable{"万", "Wan"},  Syllable{"广", "Guang"},
    Syllable{"永", "Yong"},   Syllable{"建", "Jian"},  Syllable{"平", "Ping"}, Syllable{"顺", "Shun"},
    Syllable{"达", "Da"},     Syllable{"昌", "Chang"}, Syllable{"茂", "Mao"},  Syllable{"润", "Run"},
    Syllable{"凌", "Ling"},   Syllable{"飞", "Fei"},   Syllable{"鹭", "Lu"},   Syllable{"雁", "Yan"},
    Syllable{"鲤", "Li"},     Syllable{"鸥", "Ou"},    Syllable{"帆", "Fan"},  Syllable{"港", "Gang"},
    Syllable{"潮", "Chao"},   Syllable{"汐", "Xi"},    Syllable{"旭", "Xu"},   Syllable{"苏", "Su"},
    Syllable{"芳", "Fang"},   Syllable{"彩", "Cai"},   Syllable{"远", "Yuan"},
};

constexpr std::array seconds{
    Syllable{"河", "he"},   Syllable{"溪", "xi"},     Syllable{"桥", "qiao"},  Syllable{"塘", "tang"},
    Syllable{"浦", "pu"},   Syllable{"泾", "jing"},   Syllable{"湾", "wan"},   Syllable{"洲", "zhou"},
    Syllable{"滩", "tan"},  Syllable{"渡", "du"},     Syllable{"埠", "bu"},    Syllable{"山", "shan"},
    Syllable{"岭", "ling"}, Syllable{"峰", "feng"},   Syllable{"林", "lin"},   Syllable{"园", "yuan"},
    Syllable{"庭", "ting"}, Syllable{"台", "tai"},    Syllable{"楼", "lou"},   Syllable{"阁", "ge"},
    Syllable{"塔", "ta"},   Syllable{"门", "men"},    Syllable{"城", "cheng"}, Syllable{"营", "ying"},
    Syllable{"村", "cun"},  Syllable{"庄", "zhuang"}, Syllable{"家", "jia"},   Syllable{"田", "tian"},
    Syllable{"泉", "quan"}, Syllable{"池", "chi"},    Syllable{"荡", "dang"},  Syllable{"花", "hua"},
    Syllable{"叶", "ye"},   Syllable{"枝", "zhi"},    Syllable{"光", "guang"}, Syllable{"辉", "hui"},
    Syllable{"阳", "yang"}, Syllable{"波", "bo"},     Syllable{"澜", "lan"},   Syllable{"涛", "tao"},
    Syllable{"麓", "lu"},   Syllable{"康", "kang"},   Syllable{"昌", "chang"}, Syllable{"隆", "long"},
    Syllable{"达", "da"},   Syllable{"贤", "xian"},   Syllable{"德", "de"},    Syllable{"民", "min"},
    Syllable{"福", "fu"},   Syllable{"墩", "dun"},    Syllable{"屏", "ping"},  Syllable{"堰", "yan"},
};

}  // namespace

Name Names::thrown()
{
    Syllable const a = firsts[dice_.below(firsts.size())], b = seconds[dice_.below(seconds.size())];
    return {std::string{a.zh} + std::string{b.zh}, std::string{a.en} + std::string{b.en}};
}

Name Names::stem()
{
    return with("", "");
}

Name Names::with(std::string const& zh, std::string const& en)
{
    for (int attempt = 0;; ++attempt) {
        Name const stem = thrown();
        bool const is_fresh = stems_.insert(stem.en).second;
        if (!is_fresh && attempt < 4) continue;  // a stem of its own if that is easy
        Name const name{stem.zh + zh, stem.en + en};
        if (given_.insert(name.en).second) return name;
    }
}

}  // namespace cresset::maps::city
