#pragma once
/// Keeps the values that were used last, up to a total cost; safe to use from several threads.

#include <QMutex>
#include <QMutexLocker>
#include <list>
#include <map>
#include <optional>
#include <utility>

namespace cresset::widgets {

template <typename Key, typename Value>
class LruCache {
public:
    explicit LruCache(qint64 most_cost) : most_cost_{most_cost} {}

    std::optional<Value> get(Key const& key)
    {
        QMutexLocker const lock{&mutex_};
        auto const found = places_.find(key);
        if (found == places_.end()) return {};
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->value;
    }

    bool contains(Key const& key) const
    {
        QMutexLocker const lock{&mutex_};
        return places_.contains(key);
    }

    /// Replaces what was there. A value that costs more than the whole cache is kept until the next one comes.
    void put(Key const& key, Value value, qint64 cost)
    {
        QMutexLocker const lock{&mutex_};
        remove(key);
        entries_.push_front({key, std::move(value), cost});
        places_[key] = entries_.begin();
        cost_ += cost;
        while (cost_ > most_cost_ && entries_.size() > 1) remove(Key{entries_.back().key});
    }

    void clear()
    {
        QMutexLocker const lock{&mutex_};
        entries_.clear();
        places_.clear();
        cost_ = 0;
    }

    qint64 cost() const
    {
        QMutexLocker const lock{&mutex_};
        return cost_;
    }

    std::size_t count() const
    {
        QMutexLocker const lock{&mutex_};
        return entries_.size();
    }

private:
    struct Entry {
        Key key;
        Value value;
        qint64 cost;
    };

    void remove(Key const& key)
    {
        auto const found = places_.find(key);
        if (found == places_.end()) return;
        cost_ -= found->second->cost;
        entries_.erase(found->second);
        places_.erase(found);
    }

    mutable QMutex mutex_;
    std::list<Entry> entries_;
    std::map<Key, typename std::list<Entry>::iterator> places_;
    qint64 most_cost_;
    qint64 cost_ = 0;
};

}  // namespace cresset::widgets
