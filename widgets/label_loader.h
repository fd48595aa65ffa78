#pragma once
/// Places and draws a view's labels in a worker, one view at a time; of those asked for meanwhile only the last counts.

#include "widgets/label_painter.h"

#include <QObject>
#include <QThreadPool>
#include <memory>
#include <optional>

namespace cresset::widgets {

class LabelLoader : public QObject {
    Q_OBJECT

public:
    explicit LabelLoader(QObject* parent = nullptr);
    ~LabelLoader() override;

    void want(LabelRequest request);
    /// The last labels made; they may be of another view than the last one asked for.
    LabelPicture const& latest() const { return latest_; }
    void forget() { latest_ = {}; }
    bool idle() const { return !running_; }

Q_SIGNALS:
    void arrived();

private:
    void start(LabelRequest request);
    void finished(LabelPicture picture);

    LabelPicture latest_;
    std::optional<LabelRequest> next_;
    bool running_ = false;
    QThreadPool pool_;
};

}  // namespace cresset::widgets
