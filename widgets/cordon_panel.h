#pragma once
/// One cordon in words: sealed or not and why not, each point with who closes it and by what margin, where the suspect
/// gets out, and who is left. While it is only planned, the mode, the ring and who goes can be changed; Enter sets it.

#include "core/facts/mode.h"
#include "widgets/row_view.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QWidget>
#include <cstdint>
#include <optional>
#include <vector>

namespace cresset::widgets {

struct CordonView {
    struct Post {
        UnitId unit;
        QString street, call_sign;
        std::int64_t eta_ms = 0, suspect_ms = 0;
        bool closed = false;
    };
    struct Leak {
        QString street;
        std::int64_t first_ms = 0;
        Place place;
    };
    QString title;  ///< "#1023 robbery"
    QString seen;   ///< "seen 19:02:41, 1:40 ago"
    bool planned = true;
    bool busy = false;      ///< it is being found
    bool moved_on = false;  ///< the suspect was seen again since it was set
    QString problem;        ///< why there is none
    Mode mode = Mode::foot;
    std::uint32_t radius_m = 2000;
    std::uint32_t open_points = 12;  ///< at most, while it cannot seal
    bool sealed = false, ends_at_map = false;
    std::uint32_t exits = 0, exits_closed = 0;
    int closed_percent = 0;  ///< of the points of one that is set
    std::vector<Post> posts;
    std::vector<Leak> leaks;
    QString chasers;   ///< call signs
    QString thumb;     ///< grids and officers of the rule of thumb
    QString left_out;  ///< call signs
};

class CordonRows : public RowModel {
    Q_OBJECT
public:
    using RowModel::RowModel;
    void set(CordonView view);
    CordonView const& view() const { return view_; }
    int rowCount(QModelIndex const& parent = {}) const override;
    RowLook look(int row) const override;
    /// The point, or the leak, of a row.
    std::optional<std::size_t> postAt(int row) const;
    std::optional<std::size_t> leakAt(int row) const;

private:
    CordonView view_;
};

class CordonPanel : public QWidget {
    Q_OBJECT
public:
    explicit CordonPanel(QWidget* parent = nullptr);
    void setTheme(Theme const& theme) { rows_view_.setTheme(theme); }
    void setView(CordonView const& view);
    void clear();
    void choosePost(std::size_t post);

Q_SIGNALS:
    void setWanted();
    void liftWanted();
    void planWanted();
    void modeChosen(cresset::Mode mode);
    void radiusChosen(std::uint32_t metres);
    void openPointsChosen(std::uint32_t most);
    void leaveOut(cresset::UnitId unit);
    void takeAllAgain();
    void postToggled(std::size_t post);
    void lookWanted(std::size_t row, bool leak);
    /// It was closed by hand.
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void showState();
    void leaveOutCurrent();

    QLabel title_, seen_, state_, below_, rest_;
    QPushButton foot_, ebike_, car_;
    QButtonGroup modes_;
    QSpinBox radius_, open_points_;
    CordonRows rows_;
    RowView rows_view_;
    QPushButton set_, leave_out_, all_, lift_, plan_;
};

}  // namespace cresset::widgets
