#pragma once
/// Every view of the window that somebody should look at, and how hands come to it from a desk with a call.

#include "tests/ui/dispatcher.h"

namespace cresset::app::test {

struct View {
    char const* name;
    std::function<void(Dispatcher&)> open;
};
std::vector<View> views();

/// A desk in that language and look, with a robbery in hand and the view open, once the map is whole.
struct Sitting {
    QString language = QStringLiteral("en");
    QString theme = QStringLiteral("night");
    QSize size{1366, 768};
    int text_size = 100;
};
std::unique_ptr<Dispatcher> sit_down(Sitting const& sitting, View const& view);

/// Shown words of buttons and labels that are wider than what they stand in.
QStringList cut_off(QWidget& window);

}  // namespace cresset::app::test
