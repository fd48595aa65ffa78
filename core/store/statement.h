#pragma once
/// One prepared statement, borrowed from its database's cache; leaving the scope resets it and gives it back.
///     auto select = db.statement("SELECT id, name FROM unit WHERE id > ?1");
///     for (select.bind(1, 7); select.step();) use(select.integer(0), select.text(1));
/// Belongs to the thread that uses its database. Failures are thrown as StoreError.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

namespace cresset {

/// Bytes as they are (a BLOB), where std::string_view alone means text.
struct Blob {
    std::string_view bytes;
};
struct Null {};

struct CachedStatement;

class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Values for ?1, ?2, ... Text and bytes are not copied: they must outlive the last step. Bindings stay over
    /// reset().
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, Blob blob);
    Statement& bind(int index, Null);
    /// All values in order: bind_all(1, "a", Blob{b}).
    template <typename... Values>
    Statement& bind_all(Values const&... values)
    {
        int index = 0;
        (bind_one(++index, values), ...);
        return *this;
    }

    /// True while there is a row.
    bool step();
    /// Steps to the end and resets: for what gives no rows.
    void run();
    void reset();

    /// Columns of the present row, counted from 0. Text and bytes are good until the next step.
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    std::string_view blob(int column) const;
    bool is_null(int column) const;
    bool is_integer(int column) const;
    int columns() const;
    std::string_view name(int column) const;

private:
    friend class Database;
    explicit Statement(std::shared_ptr<CachedStatement> cached);
    template <typename Value>
    void bind_one(int index, Value const& value)
    {
        if constexpr (std::is_floating_point_v<Value>)
            bind(index, static_cast<double>(value));
        else if constexpr (std::is_integral_v<Value>)
            bind(index, static_cast<std::int64_t>(value));
        else if constexpr (std::is_convertible_v<Value const&, std::string_view>)
            bind(index, std::string_view{value});
        else
            bind(index, value);
    }
    void check(int code) const;

    std::shared_ptr<CachedStatement> cached_;
};

}  // namespace cresset
