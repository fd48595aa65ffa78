#include "widgets/style_sheet.h"

#include "core/base/resource_path.h"

#include <QRegularExpression>
#include <algorithm>

namespace cresset::widgets {

namespace {

/// Every size of letters in it, larger by so much.
QString withTextSize(QString const& sheet, int hundredths)
{
    static QRegularExpression const size{QStringLiteral("font-size: ([0-9]+)px")};
    QString scaled;
    qsizetype done = 0;
    for (auto all = size.globalMatch(sheet); all.hasNext();) {
        auto const one = all.next();
        scaled += sheet.mid(done, one.capturedStart() - done);
        scaled += QStringLiteral("font-size: %1px").arg((one.captured(1).toInt() * hundredths + 50) / 100);
        done = one.capturedEnd();
    }
    return scaled + sheet.mid(done);
}

/// The file of a drawing in the colours of a theme: a style sheet cannot colour what it draws.
QString drawingOf(std::string const& name, Theme const& theme)
{
    return QString::fromStdString(resource_path("icons/" + name + (theme.dark() ? "-night.svg" : "-day.svg")));
}

}  // namespace

QPalette paletteOf(Theme const& theme)
{
    QPalette palette;
    auto const set = [&](QPalette::ColorRole role, char const* name) { palette.setColor(role, theme.colour(name)); };
    set(QPalette::Window, "window");
    set(QPalette::WindowText, "text");
    set(QPalette::Base, "panel");
    set(QPalette::AlternateBase, "raised");
    set(QPalette::Text, "text");
    set(QPalette::Button, "raised");
    set(QPalette::ButtonText, "text");
    set(QPalette::Highlight, "selection");
    set(QPalette::HighlightedText, "text");
    set(QPalette::ToolTipBase, "raised");
    set(QPalette::ToolTipText, "text");
    set(QPalette::PlaceholderText, "dim");
    set(QPalette::Link, "accent");
    for (auto const role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.colour("dim"));
    return palette;
}

QString styleSheetOf(Theme const& theme, int text_size)
{
    static constexpr char const* rules = R"(
        QWidget { font-size: 13px; }
        QMainWindow, QMainWindow::separator { background: @window; }
        QMainWindow::separator { width: 4px; height: 4px; }
        QMainWindow::separator:hover { background: @accent; }
        QDockWidget { color: @dim; titlebar-close-icon: none; }
        QDockWidget[floating="true"] { border: 2px solid @accent; color: @text; }
        QDockWidget[floating="true"]::title { background: @raised; }
        QDockWidget::title { background: @window; padding: 5px 8px; text-align: left; }
        QListView, QPlainTextEdit, QTextBrowser { background: @panel; border: none; outline: none; color: @text; }
        QListView#suggestions { background: @raised; border: 1px solid @dim; padding: 2px; }
        QListView#suggestions::item { color: @text; padding: 2px 6px; border: 1px solid transparent; }
        QListView#suggestions::item:selected { background: @selection; border: 1px solid @accent; }
        QListView::item { padding: 2px 8px; }
        QLineEdit, QComboBox, QPlainTextEdit#field { background: @raised; color: @text; border: 1px solid @line; padding: 4px 6px; selection-background-color: @selection; }
        QLineEdit:focus, QComboBox:focus, QPlainTextEdit#field:focus { border: 1px solid @accent; }
        QComboBox::drop-down { border: none; width: 20px; }
        QComboBox::down-arrow { image: url("{arrow}"); width: 12px; height: 12px; }
        QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @line; selection-background-color: @selection; }
        QPushButton { background: @raised; color: @text; border: 1px solid @line; padding: 4px 8px; }
        QPushButton:hover { background: @hover; }
        QPushButton:focus { border: 1px solid @accent; }
        QPushButton:pressed { background: @selection; }
        QPushButton:checked { background: @selection; border: 1px solid @accent; }
        QWidget#panel QToolButton { background: @raised; color: @dim; border: 1px solid @line; padding: 3px 6px; }
        QWidget#panel QToolButton:checked { background: @selection; color: @text; border: 1px solid @accent; }
        QPushButton:disabled { color: @dim; }
        QPushButton[primary="true"] { background: @accent; color: @on_accent; border: 1px solid @accent; font-weight: bold; }
        QPushButton[primary="true"]:hover, QPushButton[primary="true"]:focus { border: 1px solid @text; }
        QPushButton[primary="true"]:disabled { background: @raised; color: @dim; border: 1px solid @line; }
        QPushButton:flat { background: transparent; border: none; color: @dim; }
        QPushButton:flat[alarm="some"] { color: @warning; }
        QPushButton:flat:focus { border: 1px solid @accent; color: @text; }
        QPushButton:flat:hover { color: @text; background: @hover; }
        QPushButton[alarm="some"] { color: @warning; font-weight: bold; }
        QPushButton[alarm="distress"], QPushButton:flat[alarm="distress"], QPushButton:flat[alarm="distress"]:hover { background: @status.distress; color: @status.distress_text; font-weight: bold; }
        QPushButton#alarmEdge { background: @status.distress; color: @status.distress_text; border: none; padding: 3px 8px; font-weight: bold; }
        QLabel { color: @text; background: transparent; }
        QLabel#alarmLoad { color: @dim; }
        QLabel#alarmLoad[flood="true"] { color: @warning; font-weight: bold; }
        QLabel#dim { color: @dim; }
        QLabel#cordonState { font-size: 16px; font-weight: bold; }
        QLabel#cordonState[kind="good"] { color: @good; }
        QLabel#cordonState[kind="open"] { color: @warning; }
        QLabel#cordonState[kind="bad"] { color: @error; }
        QLabel#warning, QLabel#nearChanged, QLabel#fenceFault, QLabel#cardHazards { color: @warning; font-weight: bold; }
        QLabel#cardTitle { font-size: 16px; font-weight: bold; }
        QLabel#cardWhere { font-size: 14px; }
        QLabel#exerciseMark { color: @exercise; background: @exercise_stripe; border: 1px solid @exercise; padding: 2px 12px; font-weight: bold; letter-spacing: 2px; }
        QLabel#hoverCard { color: @text; background: @raised; border: 1px solid @line; padding: 6px 8px; }
        QLabel#cursorPlace { color: @text; background: @panel; padding: 2px 6px; font-size: 12px; }
        QLabel#mapNote { color: @text; background: @raised; border: 1px solid @accent; padding: 3px 12px; }
        QWidget#mapTools QToolButton { background: @panel; color: @text; border: 1px solid @line; font-size: 15px; }
        QWidget#mapTools QToolButton:hover { background: @hover; }
        QWidget#mapTools QToolButton:checked, QWidget#mapTools QToolButton:focus { border: 1px solid @accent; }
        QRadioButton, QCheckBox { color: @text; padding: 2px 4px; border: 1px solid transparent; }
        QRadioButton:focus, QCheckBox:focus { border: 1px solid @accent; }
        QRadioButton:disabled, QCheckBox:disabled { color: @dim; }
        QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid @dim; border-radius: 7px; background: @raised; }
        QRadioButton::indicator:checked { background: @accent; border: 1px solid @accent; }
        QCheckBox::indicator, QTreeView::indicator { width: 12px; height: 12px; border: 1px solid @dim; background: @raised; }
        QCheckBox::indicator:checked, QTreeView::indicator:checked { background: @accent; border: 1px solid @accent; image: url("{tick}"); }
        QSlider { border: 1px solid transparent; }
        QSlider:focus { border: 1px solid @accent; }
        QProgressBar { background: @raised; color: @text; border: 1px solid @line; text-align: center; min-height: 18px; }
        QProgressBar::chunk { background: @selection; }
        QLabel#pageTitle { font-size: 20px; font-weight: bold; }
        QLabel#settingsSection { color: @dim; font-weight: bold; padding: 8px 0px 0px 0px; }
        QLabel#settingName { font-weight: bold; }
        QLabel#pageAnswer { color: @error; }
        QFrame#tourCard { background: @raised; border: 1px solid @accent; }
        QWidget#workBar { background: @panel; border-top: 1px solid @line; }
        QScrollArea { background: @panel; border: none; }
        QTreeWidget, QTextBrowser, QTableWidget { background: @panel; border: 1px solid @panel; outline: none; color: @text; }
        QTextBrowser:focus, QTreeWidget:focus, QTableWidget:focus { border: 1px solid @accent; }
        QTreeWidget::item { padding: 2px 0; }
        QTreeWidget::item:selected { background: @selection; color: @text; }
        QWidget#panel { background: @panel; }
        QWidget#commandBar { background: @panel; border-top: 1px solid @line; }
        QLineEdit#commandLine { background: @raised; border: 1px solid @line; font-size: 14px; padding: 5px 8px; }
        QLineEdit#commandLine:focus { border: 1px solid @accent; }
        QLabel#answer[kind="good"] { color: @good; }
        QLabel#answer[kind="bad"] { color: @error; }
        QLabel#answer[kind="alarm"] { color: @status.distress_text; background: @status.distress; padding: 0 6px; font-weight: bold; }
        QLabel#answer[kind="ghost"] { color: @dim; }
        QMenu { background: @raised; color: @text; border: 1px solid @line; }
        QMenu::item { padding: 5px 24px 5px 16px; }
        QMenu::item:selected { background: @selection; }
        QMenu::item:disabled { color: @dim; }
        QMenu::separator { height: 1px; background: @line; margin: 4px 0; }
        QMenuBar { background: @window; color: @dim; }
        QMenuBar::item { padding: 3px 8px; background: transparent; }
        QMenuBar::item:selected { background: @hover; color: @text; }
        QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
        QScrollBar:vertical { background: transparent; width: 10px; }
        QScrollBar::handle:vertical { background: @line; min-height: 24px; }
        QScrollBar::handle:vertical:hover { background: @dim; }
        QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; height: 0; width: 0; }
        QScrollBar:horizontal { background: transparent; height: 10px; }
        QScrollBar::handle:horizontal { background: @line; min-width: 24px; }
        QTabBar::tab { background: @window; color: @dim; padding: 3px 8px; border: 1px solid @window; }
        QTabBar::tab:selected { background: @panel; color: @text; border: 1px solid @panel; }
        QTabBar::tab:selected:focus { border: 1px solid @accent; }
        QSplitter::handle { background: @window; }
    )";
    QString sheet = QString::fromLatin1(rules);
    for (char const* drawing : {"arrow", "tick"})
        sheet.replace(QStringLiteral("{%1}").arg(QString::fromLatin1(drawing)), drawingOf(drawing, theme));
    auto names = theme.names();
    // Longer names first, so that "@exercise" does not eat the beginning of "@exercise_stripe".
    std::sort(names.begin(), names.end(),
              [](std::string const& a, std::string const& b) { return a.size() > b.size(); });
    for (std::string const& name : names)
        sheet.replace(QLatin1Char('@') + QString::fromStdString(name), theme.colour(name).name());
    return withTextSize(sheet, text_size);
}

}  // namespace cresset::widgets
