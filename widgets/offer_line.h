#pragma once
/// A quiet line that says what could be done now, with the button and the key that do it. It goes when it no longer
/// holds; nothing happens by itself.

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace cresset::widgets {

class OfferLine : public QWidget {
    Q_OBJECT
public:
    explicit OfferLine(QWidget* parent = nullptr);
    /// An empty text takes the line away.
    void offer(QString const& text, QString const& button);

Q_SIGNALS:
    void taken();

private:
    QLabel text_;
    QPushButton take_;
};

}  // namespace cresset::widgets
