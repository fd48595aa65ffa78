#include "app/window/first_page.h"

#include "app/resources.h"
#include "maps/import.h"
#include "maps/training_city.h"
#include "widgets/advice.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace cresset::app {

namespace fs = std::filesystem;

namespace {

constexpr int page_width = 620;

/// "reading" and the other keys of maps::Progress, as people say it.
QString stepText(QString const& key)
{
    if (key == QStringLiteral("reading")) return FirstPage::tr("Reading the data");
    if (key == QStringLiteral("roads")) return FirstPage::tr("Building the roads");
    if (key == QStringLiteral("areas")) return FirstPage::tr("Building areas");
    if (key == QStringLiteral("names")) return FirstPage::tr("Listing names");
    if (key == QStringLiteral("buildings")) return FirstPage::tr("Building houses");
    if (key == QStringLiteral("features") || key == QStringLiteral("tiles")) return FirstPage::tr("Drawing tiles");
    if (key == QStringLiteral("checking")) return FirstPage::tr("Checking the city");
    return FirstPage::tr("Working");
}

std::optional<Problem> makeTraining(fs::path const& pack, LongWork::Tell const& tell)
{
    maps::ImportOptions options;
    options.source = "seed 1";
    auto const report = maps::write_city(maps::make_training_city(1), pack, options, tell);
    return report ? std::nullopt : std::optional{Problem{report.problem()}};
}

std::optional<Problem> importFile(fs::path const& source, fs::path const& pack, LongWork::Tell const& tell)
{
    maps::ImportOrder order;
    order.input = source;
    order.output = pack;
    auto const report = maps::import_city(order, tell);
    return report ? std::nullopt : std::optional{Problem{report.problem()}};
}

/// The name of the pack that is made of that file.
std::string packName(fs::path const& source)
{
    std::string const name = source.filename().string();
    return name.substr(0, name.find('.')) + ".mbtiles";
}

}  // namespace

FirstPage::FirstPage(Settings const& settings, QWidget* parent)
    : QDialog{parent}, folder_{training_city_file().parent_path()}
{
    setObjectName(QStringLiteral("firstPage"));
    setModal(false);
    build();
    retranslate();
    language_.setCurrentIndex(settings.chinese() ? 1 : 0);
    look_.setCurrentIndex(settings.theme == QStringLiteral("day") ? 1 : 0);
    training_.setChecked(true);
    connectAll();
    setBusy(false);
}

void FirstPage::build()
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    title_.setObjectName(QStringLiteral("pageTitle"));
    for (QLabel* label : {&about_, &answer_}) label->setWordWrap(true), label->setTextFormat(Qt::PlainText);
    layout->addWidget(&title_);
    layout->addWidget(&about_);
    auto* choices = new QGridLayout;
    choices->setVerticalSpacing(8);
    choices->setHorizontalSpacing(16);
    choices->setColumnStretch(1, 1);
    choices->addWidget(&language_label_, 0, 0);
    choices->addWidget(&language_, 0, 1);
    choices->addWidget(&look_label_, 1, 0);
    choices->addWidget(&look_, 1, 1);
    choices->addWidget(&city_label_, 2, 0, Qt::AlignTop);
    auto* cities = new QVBoxLayout;
    for (QRadioButton* button : {&training_, &imported_, &pack_}) cities->addWidget(button);
    auto* row = new QHBoxLayout;
    row->addWidget(&file_, 1);
    row->addWidget(&choose_);
    cities->addLayout(row);
    choices->addLayout(cities, 2, 1);
    layout->addLayout(choices);
    layout->addWidget(&progress_);
    layout->addWidget(&answer_);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(&cancel_);
    buttons->addStretch(1);
    buttons->addWidget(&shift_);
    buttons->addWidget(&exercise_);
    layout->addLayout(buttons);
    answer_.setObjectName(QStringLiteral("pageAnswer"));
    file_.setObjectName(QStringLiteral("cityFile"));
    progress_.setTextVisible(true);
    exercise_.setDefault(true);
    exercise_.setProperty("primary", true);
    for (QPushButton* button : {&choose_, &shift_, &cancel_}) button->setAutoDefault(false);
    setMinimumWidth(page_width);
}

void FirstPage::connectAll()
{
    connect(&language_, &QComboBox::activated, this, [this](int row) { Q_EMIT languageChosen(row == 1); });
    connect(&look_, &QComboBox::activated, this,
            [this](int row) { Q_EMIT themeChosen(row == 1 ? QStringLiteral("day") : QStringLiteral("night")); });
    for (QRadioButton* button : {&training_, &imported_, &pack_})
        connect(button, &QRadioButton::toggled, this, [this] { answer_.clear(), setBusy(isWorking()); });
    connect(&choose_, &QPushButton::clicked, this, &FirstPage::chooseFile);
    connect(&exercise_, &QPushButton::clicked, this, [this] { go(true); });
    connect(&shift_, &QPushButton::clicked, this, [this] { go(false); });
    connect(&cancel_, &QPushButton::clicked, this, [this] { work_.cancel(); });
    connect(&work_, &LongWork::progressed, this, &FirstPage::showWork);
    connect(&work_, &LongWork::finished, this, &FirstPage::workEnded);
}

void FirstPage::retranslate()
{
    setWindowTitle(tr("Welcome to Cresset"));
    title_.setText(tr("Welcome to Cresset"));
    about_.setText(
        tr("Choose how you like it; everything can be changed later in the settings (Ctrl+,). The exercise is a shift "
           "in an invented city: nothing you do there reaches anybody."));
    language_label_.setText(tr("Language"));
    look_label_.setText(tr("Look"));
    city_label_.setText(tr("City"));
    int const spoken = language_.currentIndex(), look = look_.currentIndex();
    language_.clear();
    language_.addItems({QStringLiteral("English"), QStringLiteral("中文")});
    look_.clear();
    look_.addItems({tr("Night"), tr("Day")});
    language_.setCurrentIndex(std::max(0, spoken));
    look_.setCurrentIndex(std::max(0, look));
    training_.setText(tr("The training city (invented)"));
    imported_.setText(tr("A city of your own, from OpenStreetMap data (.osm.pbf, .osm)"));
    pack_.setText(tr("A city pack that is there already (.mbtiles)"));
    choose_.setText(tr("Choose…"));
    exercise_.setText(tr("Open the exercise"));
    shift_.setText(tr("Start a new shift"));
    cancel_.setText(tr("Stop"));
    file_.setPlaceholderText(tr("The file"));
    file_.setAccessibleName(tr("The file of the city"));
    language_.setAccessibleName(tr("Language"));
    look_.setAccessibleName(tr("Look"));
    progress_.setAccessibleName(tr("How far the city is"));
    answer_.clear();  // it was said in the other language
}

FirstPage::City FirstPage::city() const
{
    return imported_.isChecked() ? City::imported : pack_.isChecked() ? City::pack : City::training;
}

void FirstPage::chooseFile()
{
    QString const kinds = city() == City::imported ? tr("OpenStreetMap data (*.osm.pbf *.osm *.osm.gz *.osm.bz2)")
                                                   : tr("City packs (*.mbtiles)");
    QString const file = QFileDialog::getOpenFileName(this, tr("Choose the file of the city"), {}, kinds);
    if (!file.isEmpty()) file_.setText(file);
}

void FirstPage::say(QString const& problem)
{
    answer_.setText(problem);
    answer_.setProperty("kind", QStringLiteral("bad"));
}

void FirstPage::go(bool exercise)
{
    if (isWorking()) return;
    answer_.clear();
    wants_exercise_ = exercise;
    fs::path const file = file_.text().trimmed().toStdString();
    if (city() != City::training && file.empty()) {
        file_.setFocus();
        return say(tr("Which file? Choose it, or type its path."));
    }
    std::error_code error;
    if (city() == City::pack) return enter(file);
    fs::path const pack =
        folder_ / (city() == City::training ? training_city_file().filename().string() : packName(file));
    fs::create_directories(folder_, error);
    if (city() == City::imported)
        return make(pack, [file, pack](LongWork::Tell const& tell) { return importFile(file, pack, tell); });
    if (fs::exists(pack, error)) return enter(pack);
    make(pack, [pack](LongWork::Tell const& tell) { return makeTraining(pack, tell); });
}

void FirstPage::make(fs::path const& pack, LongWork::Task task)
{
    made_ = pack;
    if (!work_.start(std::move(task))) return;
    setBusy(true);
    showWork({}, 0);
    cancel_.setFocus();
}

void FirstPage::showWork(QString const& what, int per_mille)
{
    progress_.setRange(0, 1000);
    progress_.setValue(std::clamp(per_mille, 0, 1000));
    progress_.setFormat(stepText(what) + QStringLiteral("  %p %"));
}

void FirstPage::workEnded(QString const& problem, bool stopped)
{
    setBusy(false);
    if (closing_) return QDialog::reject();
    exercise_.setFocus();
    if (stopped) return say(tr("Stopped: nothing was written. Choose a city to go on."));
    if (!problem.isEmpty()) return say(widgets::problemWithAdvice(problem.toStdString()));
    enter(made_);
}

void FirstPage::enter(fs::path const& pack)
{
    auto const opened = maps::CityPack::open(pack);
    if (!opened) return say(widgets::problemWithAdvice(opened.problem()));
    RoomOrder order;
    order.city = pack;
    if (wants_exercise_ && !opened->info().has_roads)
        return say(
            tr("An exercise needs roads, and this map has none: start a new shift on it, or choose a city pack."));
    fs::path journal = pack;
    if (wants_exercise_) {
        std::error_code error;
        order.journal = journal.replace_extension(".cresset");
        if (!fs::exists(*order.journal, error)) order.drill = "first-shift";
    } else {
        QString const now = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
        order.journal = folder_ / (pack.stem().string() + "-" + now.toStdString() + ".cresset");
    }
    Q_EMIT roomWanted(order);
}

void FirstPage::setBusy(bool busy)
{
    for (QWidget* widget :
         {static_cast<QWidget*>(&exercise_), static_cast<QWidget*>(&shift_), static_cast<QWidget*>(&training_),
          static_cast<QWidget*>(&imported_), static_cast<QWidget*>(&pack_)})
        widget->setEnabled(!busy);
    bool const needs_file = city() != City::training;
    file_.setEnabled(!busy && needs_file);
    choose_.setEnabled(!busy && needs_file);
    progress_.setVisible(busy);
    cancel_.setVisible(busy);
}

/// What runs is stopped first: nothing half is left behind.
void FirstPage::reject()
{
    if (!isWorking()) return QDialog::reject();
    closing_ = true;
    work_.cancel();
}

void FirstPage::closeEvent(QCloseEvent* event)
{
    if (isWorking()) {
        event->ignore();
        return reject();
    }
    QDialog::closeEvent(event);
}

void FirstPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace cresset::app
