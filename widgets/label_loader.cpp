#include "widgets/label_loader.h"

#include "widgets/background_work.h"

namespace cresset::widgets {

LabelLoader::LabelLoader(QObject* parent) : QObject{parent}
{
    pool_.setMaxThreadCount(1);
}

LabelLoader::~LabelLoader()
{
    pool_.clear();
    pool_.waitForDone();
}

void LabelLoader::want(LabelRequest request)
{
    if (running_)
        next_ = std::move(request);
    else
        start(std::move(request));
}

void LabelLoader::start(LabelRequest request)
{
    running_ = true;
    pool_.start([this, request = std::move(request), before = latest_.set] {
        giveWayToWindow();
        LabelPicture picture = paintLabels(placeLabels(request, before.get()));
        QMetaObject::invokeMethod(
            this, [this, picture = std::move(picture)] { finished(picture); }, Qt::QueuedConnection);
    });
}

void LabelLoader::finished(LabelPicture picture)
{
    running_ = false;
    latest_ = std::move(picture);
    if (next_) {
        LabelRequest request = *std::move(next_);
        next_.reset();
        start(std::move(request));
    }
    Q_EMIT arrived();
}

}  // namespace cresset::widgets
