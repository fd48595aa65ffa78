#include "app/window/settings_window.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

namespace cresset::app {

namespace {

constexpr QSize usual_size{560, 640};
constexpr int editor_width = 180;

QLabel* plainLabel(QString const& text, char const* name)
{
    auto* label = new QLabel{text};
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(QString::fromLatin1(name));
    return label;
}

QString words(char const* english)
{
    return settingWords(QString::fromUtf8(english));
}

/// The value of the row as its editor shows it.
void showValue(QWidget* editor, SettingRow const& row)
{
    QVariant const value = row.get ? row.get() : QVariant{};
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        for (std::size_t i = 0; i < row.choices.size(); ++i)
            if (row.choices[i].value == value) box->setCurrentIndex(static_cast<int>(i));
    } else if (auto* number = qobject_cast<QSpinBox*>(editor)) {
        number->setValue(value.toInt());
    } else if (auto* line = qobject_cast<QLineEdit*>(editor); line != nullptr && !line->hasFocus()) {
        line->setText(value.toString());
    }
}

}  // namespace

SettingsWindow::SettingsWindow(std::vector<SettingRow> rows, QWidget* parent) : QDialog{parent}, rows_{std::move(rows)}
{
    setObjectName(QStringLiteral("settings"));
    setModal(false);
    auto* layout = new QVBoxLayout{this};
    layout->addWidget(&search_);
    layout->addWidget(&nothing_);
    layout->addWidget(&scroll_, 1);
    search_.setObjectName(QStringLiteral("settingsSearch"));
    search_.setClearButtonEnabled(true);
    nothing_.setObjectName(QStringLiteral("dim"));
    nothing_.setWordWrap(true);
    scroll_.setWidgetResizable(true);
    scroll_.setFrameShape(QFrame::NoFrame);
    scroll_.setFocusPolicy(Qt::NoFocus);
    scroll_.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&search_, &QLineEdit::textChanged, this, &SettingsWindow::filter);
    connect(&search_, &QLineEdit::returnPressed, this, &SettingsWindow::goToFirst);
    build();
    resize(usual_size);
}

void SettingsWindow::begin()
{
    refresh();
    show();
    fitWidth();
    raise();
    activateWindow();
    search_.setFocus();
    search_.selectAll();
}

/// Its widgets go when whatever asked for it is over, not within.
void SettingsWindow::setRows(std::vector<SettingRow> rows)
{
    rows_ = std::move(rows);
    QMetaObject::invokeMethod(this, &SettingsWindow::build, Qt::QueuedConnection);
}

void SettingsWindow::setSounds(std::function<std::vector<SoundSetting>()> sounds)
{
    sounds_ = std::move(sounds);
    build();
}

void SettingsWindow::build()
{
    QString const had = focusWidget() != nullptr ? focusWidget()->objectName() : QString{};
    shown_.clear();
    setWindowTitle(tr("Settings"));
    search_.setPlaceholderText(tr("Search the settings"));
    search_.setAccessibleName(tr("Search the settings"));
    nothing_.setText(tr("No setting has such words. Clear the search to see all."));
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("panel"));
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(12, 4, 12, 12);
    column->setSpacing(8);
    QString section;
    for (SettingRow const& row : rows_) {
        QLabel* heading = nullptr;
        if (QString const here = words(row.section); here != section) {
            section = here;
            heading = plainLabel(section, "settingsSection");
            column->addWidget(heading);
        }
        addRow(*column, row, heading);
    }
    addSounds(*column);
    column->addStretch(1);
    scroll_.setWidget(page);
    refresh();
    filter();
    fitWidth();
    if (auto* same = had.isEmpty() ? nullptr : page->findChild<QWidget*>(had)) same->setFocus();
}

/// No row may be cut at its end: it is not scrolled sideways.
void SettingsWindow::fitWidth()
{
    if (!isVisible()) return;  // before, its letters have no size yet
    auto* page = scroll_.widget();
    scroll_.setMinimumWidth(page->minimumSizeHint().width() + scroll_.verticalScrollBar()->sizeHint().width());
}

void SettingsWindow::addRow(QVBoxLayout& column, SettingRow const& row, QLabel* heading)
{
    Shown shown{
        row,    new QWidget, editorOf(row), plainLabel(words(row.name), "settingName"), new QPushButton{tr("Back")},
        heading};
    auto* lines = new QVBoxLayout{shown.box};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(2);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(shown.name, 1);
    line->addWidget(shown.usual);
    line->addWidget(shown.editor);
    lines->addLayout(line);
    auto* about = plainLabel(words(row.about), "dim");
    about->setWordWrap(true);
    lines->addWidget(about);
    shown.editor->setObjectName(QStringLiteral("setting_") + QString::fromLatin1(row.key));
    shown.editor->setAccessibleName(words(row.name));
    shown.editor->setAccessibleDescription(words(row.about));
    shown.editor->setMinimumHeight(fontMetrics().height() + 12);
    shown.editor->setFixedWidth(std::max(editor_width, shown.editor->sizeHint().width()));
    shown.usual->setObjectName(QStringLiteral("usual_") + QString::fromLatin1(row.key));
    shown.usual->setAutoDefault(false);
    shown.usual->setAccessibleName(tr("%1: back to the usual").arg(words(row.name)));
    shown.usual->setToolTip(tr("Back to the usual"));
    connect(shown.usual, &QPushButton::clicked, this, [this, row] { change(row, row.usual); });
    column.addWidget(shown.box);
    shown_.push_back(shown);
}

QWidget* SettingsWindow::editorOf(SettingRow const& row)
{
    switch (row.kind) {
        case SettingRow::Kind::choice: {
            auto* box = new QComboBox;
            box->installEventFilter(this);
            for (auto const& choice : row.choices) box->addItem(settingWords(choice.word));
            connect(box, &QComboBox::activated, this,
                    [this, row](int at) { change(row, row.choices[static_cast<std::size_t>(at)].value); });
            return box;
        }
        case SettingRow::Kind::number: {
            auto* number = new QSpinBox;
            number->installEventFilter(this);
            number->setRange(row.least, row.most);
            number->setSingleStep(row.step);
            number->setSuffix(words(row.unit));
            number->setKeyboardTracking(false);
            connect(number, &QSpinBox::valueChanged, this, [this, row](int value) { change(row, value); });
            return number;
        }
        case SettingRow::Kind::text: {
            auto* line = new QLineEdit;
            connect(line, &QLineEdit::editingFinished, this,
                    [this, row, line] { change(row, line->text().trimmed()); });
            return line;
        }
        case SettingRow::Kind::act: break;
    }
    auto* button = new QPushButton{words(row.unit)};
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [row] { row.set({}); });
    return button;
}

void SettingsWindow::addSounds(QVBoxLayout& column)
{
    sounds_box_ = nullptr;
    auto const sounds = sounds_ ? sounds_() : std::vector<SoundSetting>{};
    if (sounds.empty()) return;
    sounds_box_ = new QWidget;
    auto* lines = new QVBoxLayout{sounds_box_};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(plainLabel(tr("Sounds"), "settingsSection"));
    sound_words_ = tr("Sounds").toLower();
    for (SoundSetting const& sound : sounds) {
        addSound(*lines, sound);
        sound_words_ += QLatin1Char(' ') + sound.name.toLower();
    }
    column.addWidget(sounds_box_);
}

void SettingsWindow::addSound(QVBoxLayout& column, SoundSetting const& sound)
{
    auto* line = new QHBoxLayout;
    auto* volume = new QSlider{Qt::Horizontal};
    volume->setRange(sound.least, 100);
    volume->setValue(sound.volume());
    volume->setObjectName(QStringLiteral("volume_") + sound.key);
    volume->setAccessibleName(tr("%1: how loud").arg(sound.name));
    auto* hear = new QPushButton{tr("Hear it")};
    hear->setObjectName(QStringLiteral("hear_") + sound.key);
    hear->setAccessibleName(tr("%1: hear it").arg(sound.name));
    hear->setAutoDefault(false);
    line->addWidget(plainLabel(sound.name, "settingName"), 1);
    line->addWidget(volume);
    line->addWidget(hear);
    connect(volume, &QSlider::valueChanged, this, sound.setVolume);
    connect(hear, &QPushButton::clicked, this, sound.hear);
    column.addLayout(line);
}

/// A change may dress or name this window anew: its widgets go when this is over, not within.
void SettingsWindow::change(SettingRow const& row, QVariant const& value)
{
    if (changing_ || row.get() == value) return;
    row.set(value);
    refresh();
}

void SettingsWindow::refresh()
{
    QScopedValueRollback const quiet{changing_, true};
    for (Shown const& shown : shown_) {
        showValue(shown.editor, shown.row);
        bool const changed = shown.row.kind != SettingRow::Kind::act && shown.row.get() != shown.row.usual;
        shown.usual->setVisible(changed);
        QString const name = words(shown.row.name);
        shown.name->setText(changed ? QStringLiteral("● ") + name : name);
        shown.editor->setAccessibleName(changed ? tr("%1, changed").arg(name) : name);
    }
}

void SettingsWindow::filter()
{
    QString const typed = search_.text().trimmed();
    bool any = false;
    QLabel* heading = nullptr;
    for (Shown const& shown : shown_) {
        if (shown.heading != nullptr) heading = shown.heading, heading->hide();
        bool const found = isFound(shown.row, typed);
        shown.box->setVisible(found);
        if (found && heading != nullptr) heading->show();
        any = any || found;
    }
    bool const sounds = sounds_box_ != nullptr && sound_words_.contains(typed.toLower());
    if (sounds_box_ != nullptr) sounds_box_->setVisible(sounds);
    nothing_.setVisible(!any && !sounds);
}

void SettingsWindow::goToFirst()
{
    for (Shown const& shown : shown_)
        if (shown.box->isVisibleTo(this)) {
            scroll_.ensureWidgetVisible(shown.box);
            return shown.editor->setFocus(Qt::ShortcutFocusReason);
        }
}

/// The wheel scrolls the page: what it passes over is not changed by it.
bool SettingsWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) return event->ignore(), true;
    return QDialog::eventFilter(watched, event);
}

void SettingsWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &SettingsWindow::build, Qt::QueuedConnection);
    QDialog::changeEvent(event);
}

}  // namespace cresset::app
