#pragma once
/// All colours of the program, by name, from resources/themes/NAME.json. There is no colour in the code.

#include "core/base/result.h"
#include "widgets/marks.h"

#include <QColor>
#include <QString>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::widgets {

class Theme {
public:
    /// "night" or "day". Refuses a file that is missing, is not JSON or has a colour that is none.
    static Result<Theme> load(std::string_view name);
    static Result<Theme> parse(std::string_view json);

    std::string const& name() const { return name_; }
    bool dark() const { return dark_; }
    bool has(std::string_view name) const { return colours_.find(name) != colours_.end(); }
    /// A name that the theme does not have is a broken promise: has() asks.
    QColor colour(std::string_view name) const;
    QRgb rgb(std::string_view name) const { return colour(name).rgba(); }
    std::vector<std::string> names() const;

    QColor status(MarkStatus status) const;
    /// 1..4; others as 4.
    QColor priority(int priority) const;

private:
    std::string name_;
    bool dark_ = false;
    std::map<std::string, QColor, std::less<>> colours_;
};

/// "available", "dispatched", ...: as in the names of colours ("status.available").
std::string_view nameOf(MarkStatus status);
/// A, D, E, S, B, R, X, !
QChar letterOf(MarkStatus status);

}  // namespace cresset::widgets
