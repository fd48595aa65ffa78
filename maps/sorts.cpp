#include "maps/sorts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cresset::maps {

namespace {

/// Keys that make a named thing worth finding, those that say more first.
constexpr std::array<char const*, 22> keys{
    "railway", "aeroway",  "amenity",          "emergency", "healthcare", "tourism",  "shop",     "leisure",
    "office",  "historic", "public_transport", "craft",     "natural",    "waterway", "man_made", "military",
    "sport",   "place",    "highway",          "landuse",   "boundary",   "building"};
/// Of these keys only some values are things of their own.
struct Allowed {
    std::string_view key, value;
};
constexpr std::array allowed{
    Allowed{"railway", "station"},        Allowed{"railway", "halt"},
    Allowed{"railway", "tram_stop"},      Allowed{"railway", "subway_entrance"},
    Allowed{"highway", "bus_stop"},       Allowed{"place", "square"},
    Allowed{"place", "island"},           Allowed{"place", "islet"},
    Allowed{"place", "locality"},         Allowed{"boundary", "protected_area"},
    Allowed{"boundary", "national_park"},
};
constexpr std::array limited{"railway", "highway", "place", "boundary"};

struct Called {
    std::string_view value, zh;
    std::int32_t weight;
};
constexpr std::array called{
    Called{"hospital", "医院", 40},
    Called{"clinic", "诊所", 20},
    Called{"doctors", "诊所", 15},
    Called{"pharmacy", "药店", 15},
    Called{"school", "学校", 30},
    Called{"kindergarten", "幼儿园", 20},
    Called{"university", "大学", 35},
    Called{"college", "学院", 30},
    Called{"bank", "银行", 15},
    Called{"atm", "取款机", 5},
    Called{"fuel", "加油站", 20},
    Called{"parking", "停车场", 10},
    Called{"restaurant", "餐馆", 10},
    Called{"cafe", "咖啡馆", 10},
    Called{"fast_food", "快餐", 10},
    Called{"bar", "酒吧", 10},
    Called{"pub", "酒吧", 10},
    Called{"nightclub", "夜总会", 12},
    Called{"hotel", "酒店", 25},
    Called{"hostel", "旅馆", 15},
    Called{"supermarket", "超市", 20},
    Called{"convenience", "便利店", 8},
    Called{"mall", "商场", 35},
    Called{"department_store", "百货", 30},
    Called{"marketplace", "市场", 30},
    Called{"post_office", "邮局", 15},
    Called{"library", "图书馆", 25},
    Called{"museum", "博物馆", 30},
    Called{"cinema", "电影院", 25},
    Called{"theatre", "剧院", 25},
    Called{"park", "公园", 30},
    Called{"playground", "游乐场", 8},
    Called{"stadium", "体育场", 35},
    Called{"sports_centre", "体育馆", 25},
    Called{"swimming_pool", "游泳池", 10},
    Called{"station", "车站", 45},
    Called{"halt", "车站", 35},
    Called{"tram_stop", "电车站", 15},
    Called{"subway_entrance", "地铁口", 20},
    Called{"bus_station", "汽车站", 30},
    Called{"bus_stop", "公交站", 8},
    Called{"townhall", "政府", 30},
    Called{"courthouse", "法院", 25},
    Called{"place_of_worship", "寺庙 教堂", 15},
    Called{"toilets", "厕所", 3},
    Called{"embassy", "使馆", 20},
    Called{"prison", "监狱", 25},
    Called{"community_centre", "社区中心", 15},
    Called{"nursing_home", "养老院", 20},
    Called{"social_facility", "福利院", 15},
    Called{"ferry_terminal", "码头", 25},
    Called{"bridge", "桥", 30},
    Called{"river", "河", 35},
    Called{"canal", "运河", 25},
    Called{"water", "湖", 20},
    Called{"peak", "山", 20},
    Called{"aerodrome", "机场", 45},
    Called{"square", "广场", 35},
    Called{"island", "岛", 30},
    Called{"attraction", "景点", 25},
    Called{"residential", "小区", 20},
    Called{"industrial", "工业区", 15},
    Called{"kiosk", "小卖部", 5},
};

/// Shown, and not searched by: too many would answer, or what they are called is part of their names.
struct Shown {
    std::string_view tag, zh;
};
constexpr std::array shown{
    Shown{"place of worship", "宗教场所"},
    Shown{"city", "城市"},
    Shown{"town", "镇"},
    Shown{"suburb", "城区"},
    Shown{"quarter", "街区"},
    Shown{"neighbourhood", "街区"},
    Shown{"village", "村"},
    Shown{"hamlet", "村落"},
    Shown{"locality", "地点"},
    Shown{"islet", "小岛"},
    Shown{"area", "行政区"},
    Shown{"police", "公安"},
    Shown{"fire", "消防"},
    Shown{"medical", "急救"},
    Shown{"traffic", "交通"},
    Shown{"stop position", "停靠点"},
    Shown{"platform", "站台"},
    Shown{"internet cafe", "网吧"},
    Shown{"company", "公司"},
    Shown{"government", "机关"},
    Shown{"office", "办公"},
    Shown{"shop", "商店"},
    Shown{"clothes", "服装店"},
    Shown{"bakery", "面包店"},
    Shown{"hairdresser", "理发店"},
    Shown{"beauty", "美容店"},
    Shown{"books", "书店"},
    Shown{"estate agent", "房产中介"},
    Shown{"insurance", "保险"},
    Shown{"viewpoint", "观景点"},
    Shown{"artwork", "雕塑"},
    Shown{"monument", "纪念碑"},
    Shown{"memorial", "纪念碑"},
    Shown{"castle", "城堡"},
    Shown{"information", "信息点"},
    Shown{"pitch", "球场"},
    Shown{"garden", "花园"},
    Shown{"fitness centre", "健身房"},
    Shown{"marina", "游艇码头"},
    Shown{"beach", "海滩"},
    Shown{"bay", "海湾"},
    Shown{"cape", "岬角"},
    Shown{"stream", "溪"},
    Shown{"commercial", "商业区"},
    Shown{"retail", "商业区"},
    Shown{"forest", "林地"},
    Shown{"cemetery", "墓地"},
    Shown{"charging station", "充电站"},
    Shown{"car rental", "租车"},
    Shown{"bicycle rental", "自行车租赁"},
    Shown{"taxi", "出租车站"},
    Shown{"fire station", "消防站"},
    Shown{"building", "建筑"},
};

bool is_allowed(std::string_view key, std::string_view value)
{
    if (value == "surveillance") return false;  // cameras are things of the room, not sights
    if (std::find(limited.begin(), limited.end(), key) == limited.end()) return value != "no";
    return std::any_of(allowed.begin(), allowed.end(),
                       [&](Allowed const& row) { return row.key == key && row.value == value; });
}

FoundSort made(std::string_view key, std::string_view value)
{
    FoundSort sort;
    sort.tag = value == "yes" ? key : value;
    std::replace(sort.tag.begin(), sort.tag.end(), '_', ' ');
    sort.words.push_back(sort.tag);
    auto const row = std::find_if(called.begin(), called.end(), [&](Called const& one) { return one.value == value; });
    if (row == called.end()) return sort;
    sort.words.emplace_back(row->zh);
    sort.weight = row->weight;
    return sort;
}

/// "post office" is "post_office" in the data.
bool same(std::string_view tag, std::string_view value)
{
    return std::equal(tag.begin(), tag.end(), value.begin(), value.end(),
                      [](char a, char b) { return a == b || (a == ' ' && b == '_'); });
}

}  // namespace

std::string_view chinese_of(std::string_view tag)
{
    auto const only_shown = std::find_if(shown.begin(), shown.end(), [&](Shown const& one) { return one.tag == tag; });
    if (only_shown != shown.end()) return only_shown->zh;
    auto const row =
        std::find_if(called.begin(), called.end(), [&](Called const& one) { return same(tag, one.value); });
    return row == called.end() ? std::string_view{} : row->zh;
}

FoundSort sort_of(SourceMap const& map, Tags const& tags)
{
    for (char const* key : keys)
        if (auto const value = map.tag(tags, key); value && is_allowed(key, *value)) return made(key, *value);
    return {};
}

}  // namespace cresset::maps
