#include "core/store/transaction.h"

namespace cresset {

void Transaction::roll_back() noexcept
{
    if (!database_.in_transaction()) return;
    try {
        database_.exec("ROLLBACK");
    } catch (StoreError const&) {
        // Closing the connection rolls back what is left; there is nothing more to do here.
    }
}

ReadMoment::ReadMoment(Database& database) : database_{database}, mine_{!database.in_transaction()}
{
    if (!mine_) return;
    database_.exec("BEGIN");
    database_.number("SELECT count(*) FROM sqlite_schema");  // BEGIN alone reads nothing, so pins nothing
}

ReadMoment::~ReadMoment()
{
    if (!mine_) return;
    try {
        database_.exec("COMMIT");
    } catch (StoreError const&) {
        // Reading only: nothing can be lost.
    }
}

}  // namespace cresset
