#pragma once
/// In which datum a file is nobody can see from it: whoever adds it says so.

#include "core/base/datum.h"

#include <QPoint>
#include <QString>
#include <functional>

class QWidget;

namespace cresset::app {

/// A menu there, under that title; nothing is taken if it is left.
void askDatum(QWidget& parent, QPoint global, QString const& title, std::function<void(Datum)> const& take);

}  // namespace cresset::app
