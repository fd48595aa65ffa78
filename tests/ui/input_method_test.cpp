#include "tests/ui/views.h"

#include <QAbstractSpinBox>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

// The Chinese input method: at home in every text field, and never between the hands and the command line.

namespace cresset::app::test {

namespace {

bool takes_input(QWidget const& widget)
{
    return widget.inputMethodQuery(Qt::ImEnabled).toBool();
}

/// Letters on their way to be words, as the input method shows them.
void compose(QWidget& field, QString const& letters)
{
    QInputMethodEvent composing{letters, {}};
    QApplication::sendEvent(&field, &composing);
}
void commit(QWidget& field, QString const& words)
{
    QInputMethodEvent done;
    done.setCommitString(words);
    QApplication::sendEvent(&field, &done);
}

QString text_of(QWidget& field)
{
    if (auto* line = qobject_cast<QLineEdit*>(&field)) return line->text();
    return dynamic_cast<QPlainTextEdit&>(field).toPlainText();
}

}  // namespace

TEST_CASE("Words of the input method come into every text field of every view")
{
    int fields = 0;
    for (View const& view : views()) {
        auto const desk = sit_down({QStringLiteral("zh_CN"), QStringLiteral("night"), {1366, 768}}, view);
        for (auto* widget : desk->window().findChildren<QWidget*>()) {
            bool const is_line = qobject_cast<QLineEdit*>(widget) != nullptr;
            bool const is_text = qobject_cast<QPlainTextEdit*>(widget) != nullptr;
            if (qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr) continue;  // figures alone
            if ((!is_line && !is_text) || !widget->isVisible() || !widget->isEnabled()) continue;
            INFO(view.name << ": " << widget->objectName().toStdString() << " "
                           << widget->accessibleName().toStdString());
            widget->setFocus();
            CHECK(takes_input(*widget));
            compose(*widget, QStringLiteral("zhong"));
            CHECK_FALSE(text_of(*widget).contains(QStringLiteral("zhong")));
            commit(*widget, QStringLiteral("中山路"));
            CHECK(text_of(*widget).contains(QStringLiteral("中山路")));
            ++fields;
        }
    }
    CHECK(fields >= 10);
}

TEST_CASE("Outside text fields the input method is off so that a letter begins a command at once")
{
    for (View const& view : views()) {
        auto const desk = sit_down({QStringLiteral("zh_CN"), QStringLiteral("night"), {1366, 768}}, view);
        for (auto* widget : desk->window().findChildren<QWidget*>()) {
            bool const is_field = widget->inherits("QLineEdit") || widget->inherits("QTextEdit") ||
                                  widget->inherits("QPlainTextEdit") || widget->inherits("QAbstractSpinBox") ||
                                  widget->inherits("QComboBox");
            if (is_field || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) continue;
            INFO(view.name << ": " << widget->metaObject()->className() << " " << widget->objectName().toStdString());
            CHECK_FALSE(widget->testAttribute(Qt::WA_InputMethodEnabled));
        }
    }
}

TEST_CASE("A Chinese verb that the input method writes is a command and what is still composed is none")
{
    Dispatcher desk;
    auto& line = desk.command_line();
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(3))));
    auto const rows = desk.rows();
    line.setFocus();
    compose(line, QStringLiteral("paijing"));
    CHECK_FALSE(desk.hub().preview());
    commit(line, QStringLiteral("派警 "));
    desk.keys(QStringLiteral("P03"));
    REQUIRE(desk.hub().preview());
    CHECK(std::holds_alternative<SendUnits>(*desk.hub().preview()));
    CHECK(desk.rows() == rows);  // nothing is done before Enter
    desk.key(Qt::Key_Return);
    CHECK(desk.world().units.find(*find_unit(desk.world(), "P03"))->status == Status::dispatched);
}

}  // namespace cresset::app::test
