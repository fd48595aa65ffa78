#pragma once
/// Things by id, always walked in id order, so that every run walks them alike. A sorted vector: quick to copy, to
/// compare and to walk. find() is a binary search; a reference lives until the next put() or erase().

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace cresset {

template <typename Key, typename Value>
class Table {
public:
    using Row = std::pair<Key, Value>;
    using key_type = Key;
    using mapped_type = Value;

    Value const* find(Key const& key) const
    {
        auto const row = seek(rows_, key);
        return row != rows_.end() && row->first == key ? &row->second : nullptr;
    }
    Value* find(Key const& key)
    {
        auto const row = seek(rows_, key);
        return row != rows_.end() && row->first == key ? &row->second : nullptr;
    }
    bool contains(Key const& key) const { return find(key) != nullptr; }

    /// Adds the row or replaces it; answers where it now stands.
    Value& put(Key const& key, Value value)
    {
        if (rows_.empty() || rows_.back().first < key) return rows_.emplace_back(key, std::move(value)).second;
        auto const row = seek(rows_, key);
        if (row != rows_.end() && row->first == key) return row->second = std::move(value);
        return rows_.insert(row, Row{key, std::move(value)})->second;
    }
    /// The row of that key, made with its default value if it is not there.
    Value& at_or_new(Key const& key)
    {
        if (Value* found = find(key)) return *found;
        return put(key, Value{});
    }
    bool erase(Key const& key)
    {
        auto const row = seek(rows_, key);
        if (row == rows_.end() || row->first != key) return false;
        rows_.erase(row);
        return true;
    }
    void reserve(std::size_t n) { rows_.reserve(n); }
    void clear() { rows_.clear(); }

    auto begin() const { return rows_.begin(); }
    auto end() const { return rows_.end(); }
    /// For those who change values in walking; keys must stay.
    auto begin() { return rows_.begin(); }
    auto end() { return rows_.end(); }
    std::size_t size() const { return rows_.size(); }
    bool empty() const { return rows_.empty(); }

    friend bool operator==(Table const&, Table const&) = default;

private:
    template <typename Rows>
    static auto seek(Rows& rows, Key const& key)
    {
        return std::lower_bound(rows.begin(), rows.end(), key,
                                [](Row const& row, Key const& wanted) { return row.first < wanted; });
    }

    std::vector<Row> rows_;
};

}  // namespace cresset
