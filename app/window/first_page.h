#pragma once
/// What somebody meets who starts the program for the first time: the language, the look, the city, and the way in.
/// Everything can be reached by keys, nothing is lost by closing it, and it can be opened again from the help menu.

#include "app/room.h"
#include "app/window/long_work.h"
#include "app/window/settings.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>

namespace cresset::app {

class FirstPage : public QDialog {
    Q_OBJECT
public:
    explicit FirstPage(Settings const& settings, QWidget* parent = nullptr);

    /// What went wrong, and what to do.
    void say(QString const& problem);
    /// Where cities are kept that are made here, and their shifts; usually beside the training city.
    void setFolder(std::filesystem::path const& folder) { folder_ = folder; }
    bool isWorking() const { return work_.isRunning(); }

Q_SIGNALS:
    void languageChosen(bool chinese);
    void themeChosen(QString const& name);
    /// The city is there and can be read: this room was asked for.
    void roomWanted(cresset::app::RoomOrder const& order);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void reject() override;

private:
    enum class City : std::uint8_t { training, imported, pack };

    void build();
    void connectAll();
    void retranslate();
    City city() const;
    void chooseFile();
    /// Makes the city if it must be made, then asks for its room.
    void go(bool exercise);
    void make(std::filesystem::path const& pack, LongWork::Task task);
    void enter(std::filesystem::path const& pack);
    void showWork(QString const& what, int per_mille);
    void workEnded(QString const& problem, bool stopped);
    void setBusy(bool busy);

    QLabel title_, about_, language_label_, look_label_, city_label_, answer_;
    QComboBox language_, look_;
    QRadioButton training_, imported_, pack_;
    QLineEdit file_;
    QPushButton choose_, exercise_, shift_, cancel_;
    QProgressBar progress_;
    LongWork work_;
    std::filesystem::path folder_;
    std::filesystem::path made_;  // the pack that is being made
    bool wants_exercise_ = true;
    bool closing_ = false;
};

}  // namespace cresset::app
