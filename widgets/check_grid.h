#pragma once
/// Several ticks beside each other, as many in a row as there is room for.

#include <QCheckBox>
#include <QGridLayout>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <utility>
#include <vector>

namespace cresset::widgets {

class CheckGrid : public QWidget {
    Q_OBJECT
public:
    explicit CheckGrid(QWidget* parent = nullptr);
    /// Keys with their words; what is ticked stays so.
    void setChoices(std::vector<std::pair<QString, QString>> const& choices);
    QStringList ticked() const;
    void setTicked(QStringList const& keys);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int widest() const;
    void arrange();

    QGridLayout grid_;
    std::vector<std::pair<QString, QCheckBox*>> boxes_;
    int columns_ = 0;
};

}  // namespace cresset::widgets
