#pragma once
/// The layouts that every desk has: one for taking calls, one for sending units, one for who watches over both. Each
/// fits one screen, large or small: columns take a share of the width, and what does not fit below each other becomes
/// tabs.

#include <QDockWidget>
#include <QMainWindow>
#include <QString>
#include <array>
#include <map>
#include <optional>

namespace cresset::app {

using Docks = std::map<QString, QDockWidget*>;

enum class UsualLayout : std::uint8_t { dispatch, calls, supervisor };
inline constexpr std::array usual_layouts{UsualLayout::dispatch, UsualLayout::calls, UsualLayout::supervisor};

/// Its name in the language in use.
QString nameOf(UsualLayout layout);
/// By its name in either language.
std::optional<UsualLayout> usualLayout(QString const& name);
/// In English and in Chinese.
std::array<QString, 2> namesOf(UsualLayout layout);

/// Puts every panel into its place, none floating.
void arrange(QMainWindow& window, Docks const& docks, UsualLayout layout);

}  // namespace cresset::app
