#pragma once
/// All or nothing: begins at once as a writer; what was not committed when the scope is left is rolled back.

#include "core/store/database.h"

namespace cresset {

class Transaction {
public:
    explicit Transaction(Database& database) : database_{database} { database_.exec("BEGIN IMMEDIATE"); }
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;
    ~Transaction() { roll_back(); }

    void commit() { database_.exec("COMMIT"); }
    void roll_back() noexcept;

private:
    Database& database_;
};

/// Keeps one moment of the database in view for reading, whatever others write meanwhile.
class ReadMoment {
public:
    explicit ReadMoment(Database& database);
    ReadMoment(ReadMoment const&) = delete;
    ReadMoment& operator=(ReadMoment const&) = delete;
    ~ReadMoment();

private:
    Database& database_;
    bool mine_;
};

}  // namespace cresset
