#include "widgets/label_text.h"

#include <QChar>
#include <QList>
#include <algorithm>

namespace cresset::widgets {
namespace {

constexpr int longest = 60;

bool isIdeograph(char32_t c)
{
    return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0xff00 && c <= 0xffef) || (c >= 0x20000 && c <= 0x3ffff);
}

QString cleaned(std::string_view name)
{
    QString const raw = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    QString text;
    for (QChar const c : raw)
        if (c.isPrint() || c.isSurrogate() || c.isSpace()) text.append(c.isSpace() ? QLatin1Char{' '} : c);
    text = text.simplified();
    return text.size() > longest ? text.left(longest - 1) + QChar{0x2026} : text;
}

QString firstOf(QString const& a, QString const& b, QString const& c)
{
    return !a.isEmpty() ? a : !b.isEmpty() ? b : c;
}

}  // namespace

LabelText labelText(maps::TileLayer const& layer, maps::TileFeature const& feature, NameChoice choice)
{
    auto const named = [&](char const* key) { return cleaned(layer.text(feature, key)); };
    QString const name = named("name"), chinese = named("name:zh");
    QString const latin = firstOf(named("name:en"), named("name:latin"), hasIdeographs(name) ? QString{} : name);
    QString const local = firstOf(chinese, hasIdeographs(name) ? name : QString{}, QString{});
    if (choice == NameChoice::latin) return {firstOf(latin, name, chinese), {}};
    if (choice == NameChoice::chinese) return {firstOf(local, name, latin), {}};
    LabelText text{firstOf(local, name, latin), latin};
    if (text.first == text.second) text.second.clear();
    return text;
}

namespace {

constexpr std::uint32_t none = 0xffffffff;
constexpr std::array<std::string_view, 4> name_keys{"name", "name:zh", "name:en", "name:latin"};

}  // namespace

LabelTexts::LabelTexts(maps::TileLayer const& layer, NameChoice choice) : layer_{layer}, choice_{choice}
{
    for (std::size_t i = 0; i < name_keys.size(); ++i) {
        auto const found = std::ranges::find(layer.keys, name_keys[i]);
        keys_[i] = found == layer.keys.end() ? none : static_cast<std::uint32_t>(found - layer.keys.begin());
    }
}

LabelText const& LabelTexts::of(maps::TileFeature const& feature)
{
    Names names;
    names.fill(none);
    for (auto i = feature.first_tag; i < feature.end_tag; i += 2)
        for (std::size_t key = 0; key < keys_.size(); ++key)
            if (layer_.tags[i] == keys_[key]) names[key] = layer_.tags[i + 1];
    auto const known = known_.find(names);
    return known != known_.end() ? known->second : known_[names] = labelText(layer_, feature, choice_);
}

bool hasIdeographs(QString const& text)
{
    return std::ranges::any_of(text.toUcs4(), [](uint c) { return isIdeograph(c); });
}

bool standsUpright(QString const& text)
{
    auto const characters = text.toUcs4();
    auto const count = std::ranges::count_if(characters, [](uint c) { return isIdeograph(c); });
    return count > 0 && count * 3 >= characters.size() * 2;
}

bool needsShaping(QString const& text)
{
    return std::ranges::any_of(text.toUcs4(), [](uint c) {
        return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0590 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) ||
               (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
    });
}

}  // namespace cresset::widgets
