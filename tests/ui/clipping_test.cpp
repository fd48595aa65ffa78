#include "tests/ui/dispatcher.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>

// Each view in each language and theme, at the sizes of a laptop and of a large screen: no word of a button or label is
// cut off. The pictures stay in the build folder (pictures/) for somebody to look at.

namespace cresset::app::test {

namespace {

struct View {
    char const* name;
    std::function<void(Dispatcher&)> open;
};

std::vector<View> views()
{
    return {{"desk", [](Dispatcher& desk) { desk.line("d P02"); }},
            {"intake", [](Dispatcher& desk) { desk.key(Qt::Key_F2); }},
            {"help", [](Dispatcher& desk) { desk.key(Qt::Key_F1); }},
            {"found", [](Dispatcher& desk) { desk.line("find school"); }},
            {"near", [](Dispatcher& desk) { desk.line("near"); }},
            {"words",
             [](Dispatcher& desk) { desk.key(Qt::Key_Space, Qt::ControlModifier), desk.keys(QStringLiteral("d P")); }}};
}

/// Shown words that are wider than what they stand in.
QStringList cut_off(QWidget& window)
{
    QStringList cut;
    auto const look = [&](QWidget const& widget, QString const& text) {
        if (!widget.isVisible() || text.isEmpty()) return;
        if (widget.fontMetrics().horizontalAdvance(text) > widget.width()) cut.append(text);
    };
    for (auto const* button : window.findChildren<QAbstractButton*>())
        look(*button, button->text().remove(QLatin1Char('&')));
    for (auto const* label : window.findChildren<QLabel*>())
        if (!label->wordWrap()) look(*label, label->text());
    return cut;
}

}  // namespace

TEST_CASE("No word of a button or label is cut off in any view")
{
    QDir const folder{QStringLiteral(BINARY_DIR "/pictures")};
    folder.mkpath(QStringLiteral("."));
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")})
        for (QSize const size : {QSize{1366, 768}, QSize{1920, 1080}})
            for (View const& view : views()) {
                Dispatcher::Options options;
                options.language = language;
                Dispatcher desk{options};
                if (size.width() == 1920) Q_EMIT desk.window().themeWanted(QStringLiteral("day"));
                desk.window().resize(size);
                desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))) + " ; robbed at the corner");
                view.open(desk);
                CHECK(until([&] { return desk.window().map().canvas().complete(); }));
                QString const name =
                    QStringLiteral("%1-%2-%3.png").arg(QString::fromLatin1(view.name), language).arg(size.width());
                INFO(name.toStdString());
                QStringList const cut = cut_off(desk.window());
                INFO(cut.join(QStringLiteral(" | ")).toStdString());
                CHECK(cut.isEmpty());
                CHECK(desk.window().grab().save(folder.filePath(name)));
            }
}

}  // namespace cresset::app::test
