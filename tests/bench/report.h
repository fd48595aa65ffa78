#pragma once
/// Figures of speed, one JSON line each, and the list of benches that make them. A figure stands beside a peer or a
/// plain method measured in the same run (then `bar` is for the ratio to it), or beside a probe of the machine (then
/// `bar` is for the value): a number alone says nothing on a machine that one does not know.
///
///     void bench_journal(Report& report) { ... report.say({.figure = "journal.commit", ...}); }
///     BENCH("journal", bench_journal)

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::bench {

struct Beside {
    std::string name;  // "fdatasync", "raw checksummed log"
    double value = 0;
};

struct Figure {
    std::string figure;  // "journal.commit"
    std::string name;    // of the case: "group 1"
    double value = 0;
    std::string unit;  // "1/s"
    std::optional<Beside> peer;
    std::optional<double> ratio;  // to the peer; value / peer if it is not given
    std::optional<Beside> probe;
    std::optional<double> bar;  // none: only to look at
    std::string sense = ">=";   // or "<="
};

class Report {
public:
    /// Figures whose name begins otherwise are not printed; empty: all are.
    explicit Report(std::string prefix) : prefix_{std::move(prefix)} {}

    /// Ask before a long measurement.
    bool wants(std::string_view figure) const { return figure.starts_with(prefix_) || prefix_.starts_with(figure); }
    void say(Figure const& figure);
    /// True if every figure held its bar.
    bool all_hold() const { return all_hold_; }

private:
    std::string prefix_;
    bool all_hold_ = true;
};

struct Bench {
    std::string_view name;  // the figures' common beginning
    void (*run)(Report&);
};
std::vector<Bench>& benches();

struct Registration {
    Registration(std::string_view name, void (*run)(Report&)) { benches().push_back({name, run}); }
};
#define BENCH(name, function) static ::cresset::bench::Registration const registration_of_##function{name, function};

/// Seconds of the wall and of all threads' work, from some point on.
double wall_s();
double work_s();
double median(std::vector<double> values);

}  // namespace cresset::bench
