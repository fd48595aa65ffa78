#include "tests/ui/views.h"

#include <QDialog>
#include <QDir>

// Each view in each language and theme, at the sizes of a laptop and of a large screen: no word of a button or label is
// cut off. The pictures stay in the build folder (pictures/) for somebody to look at; tests/ui/gallery makes all of
// them, in every look and size.

namespace cresset::app::test {

namespace {

void look(QDir const& folder, Sitting const& sitting, View const& view)
{
    auto const desk = sit_down(sitting, view);
    QString const name =
        QStringLiteral("%1-%2-%3-%4%5.png")
            .arg(QString::fromLatin1(view.name), sitting.language, sitting.theme)
            .arg(sitting.size.width())
            .arg(sitting.text_size == 100 ? QString{} : QStringLiteral("-text%1").arg(sitting.text_size));
    QStringList const cut = cut_off(desk->window());
    INFO(name.toStdString() << ": " << cut.join(QStringLiteral(" | ")).toStdString());
    CHECK(cut.isEmpty());
    CHECK(desk->window().grab().save(folder.filePath(name)));
    for (auto* dialog : desk->window().findChildren<QDialog*>())
        if (dialog->isVisible()) CHECK(dialog->grab().save(folder.filePath(QStringLiteral("dialog-") + name)));
}

QStringList const languages{QStringLiteral("en"), QStringLiteral("zh_CN")};
QString const night = QStringLiteral("night"), day = QStringLiteral("day");

}  // namespace

TEST_CASE("No word of a button or label is cut off in any view")
{
    QDir const folder{QStringLiteral(BINARY_DIR "/pictures")};
    folder.mkpath(QStringLiteral("."));
    for (QString const& language : languages)
        for (View const& view : views()) {
            look(folder, {language, night, {1366, 768}}, view);
            look(folder, {language, day, {1920, 1080}}, view);
        }
}

TEST_CASE("No word is cut off where the letters are half or twice as large again")
{
    QDir const folder{QStringLiteral(BINARY_DIR "/pictures")};
    folder.mkpath(QStringLiteral("."));
    for (QString const& language : languages)
        for (View const& view : views()) {
            QString const name = QString::fromLatin1(view.name);
            if (name != QStringLiteral("desk") && name != QStringLiteral("alarms") &&
                name != QStringLiteral("settings") && name != QStringLiteral("first"))
                continue;
            look(folder, {language, night, {1366, 768}, 150}, view);
            look(folder, {language, day, {1920, 1080}, 200}, view);
        }
}

TEST_CASE("Gallery of every view in every language and look and size", "[.gallery]")
{
    QDir const folder{qEnvironmentVariable("CRESSET_GALLERY", QStringLiteral(BINARY_DIR "/gallery"))};
    REQUIRE(folder.mkpath(QStringLiteral(".")));
    // Those alone, with commas between; none: all of them.
    QStringList const only = qEnvironmentVariable("CRESSET_VIEWS").split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QSize const size : {QSize{1366, 768}, QSize{1920, 1080}, QSize{3840, 2160}})
        for (QString const& language : languages)
            for (QString const& theme : {night, day})
                for (View const& view : views())
                    if (only.isEmpty() || only.contains(QString::fromLatin1(view.name)))
                        look(folder, {language, theme, size}, view);
}

}  // namespace cresset::app::test
