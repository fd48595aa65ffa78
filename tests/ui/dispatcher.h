#pragma once
/// Somebody at the desk: a real window on the training city with a journal of its own, and hands that type, press keys
/// and use the mouse. The clock of the exercise stands still, so nothing happens but what the hands do.

#include "app/window/console.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

namespace cresset::app::test {

/// Built once, kept in the build folder.
std::filesystem::path city();

/// What a journal says of one act of this desk: its events as "kind body", with erasable texts in place of their ids,
/// without the line as it was typed.
using ActText = std::vector<std::string>;
std::vector<ActText> acts_of(std::filesystem::path const& journal);
std::uint64_t rows_of(std::filesystem::path const& journal);

class Dispatcher {
public:
    struct Options {
        QString language = QStringLiteral("en");
        bool read_only = false;
        bool live = false;
        std::optional<std::filesystem::path> journal;  // of somebody else; else one of its own
        JournalOptions journal_options;
        Settings settings;
    };
    Dispatcher() : Dispatcher{Options{}} {}
    explicit Dispatcher(Options options);
    ~Dispatcher();

    Console& console() { return *console_; }
    MainWindow& window() { return console_->window(); }
    widgets::DeskHub& hub() { return window().hub(); }
    World const& world() { return hub().world(); }
    std::filesystem::path const& journal() const { return journal_; }
    /// Ends the program; what it did is in the file.
    void leave();
    /// Everything that was done is on the disk.
    void settle();
    std::uint64_t rows();

    /// Types a line into the command line and presses Enter.
    void line(std::string const& text);
    /// To whatever has the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void keys(QString const& text);
    QLineEdit& command_line();
    /// What the answer line says, and whether it is a refusal.
    QString answer();
    bool refused();

    template <typename Widget>
    Widget& the(char const* name = nullptr)
    {
        auto* found =
            name == nullptr ? window().findChild<Widget*>() : window().findChild<Widget*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    widgets::RowView& rows_in(char const* dock);
    /// The row of that list whose spoken text begins or goes on so; fails if there is none.
    QModelIndex row(widgets::RowView& view, QString const& text);
    void click(QWidget& widget, QPoint at, Qt::MouseButton button = Qt::LeftButton);
    void click_button(QString const& text);
    /// Right click: the menu that opens.
    QMenu& menu_at(QWidget& widget, QPoint at);
    /// Clicks that entry of the menu that is open, or of its submenu.
    void choose(QMenu& menu, QString const& text);
    void choose_in_bar(QString const& menu, QString const& text);
    /// A free place on the map and its pixel: nothing is drawn there that can be hit. The n-th of them.
    QPoint free_pixel(int n);
    Place place_at(QPoint pixel);

private:
    QTemporaryDir folder_;
    std::filesystem::path journal_;
    std::unique_ptr<Console> console_;
};

/// Handles events until it is so; false if it is not within five seconds.
bool until(std::function<bool()> const& so);

}  // namespace cresset::app::test
