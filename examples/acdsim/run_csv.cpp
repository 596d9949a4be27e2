// One table: an empty group is all of them, an empty interval is the whole time.
#include <fmt/format.h>

#include "csv_line.hpp"
#include "run_names.hpp"
#include "run_report.hpp"

namespace acdsim {
namespace {

using Cells = std::vector<std::string>;

std::string number(const std::optional<double>& value) {
  return value ? fmt::format("{:.6g}", *value) : "";
}

Cells titles() {
  Cells cells{"group", "interval"};
  for (const MeasureKind& kind : measure_kinds) cells.emplace_back(kind.key);
  cells.insert(cells.end(), {"longest_wait", "signed_in", "occupancy"});
  for (const int percent : wait_percentiles) cells.push_back(fmt::format("wait_p{}", percent));
  cells.insert(cells.end(), {"mean_queue", "longest_queue"});
  return cells;
}

class Row {
 public:
  Row(const std::string& group, const std::string& interval, const MeasureRow& measures)
      : cells_{group, interval} {
    for (const MeasureKind& kind : measure_kinds) {
      cells_.push_back(number(measures[kind.measure].value));
    }
  }
  void add(const std::optional<double>& value) { cells_.push_back(number(value)); }
  void add(const WaitFigures& waits) {
    for (const std::optional<double>& wait : waits.percentiles_s) add(wait);
  }
  /// Cells that the row has no figures for are empty.
  [[nodiscard]] std::string line(std::size_t width) {
    cells_.resize(width);
    return csv_line(cells_);
  }

 private:
  Cells cells_;
};

}  // namespace

std::string run_csv(const RunFigures& figures) {
  const Cells first = titles();
  std::string text = csv_line(first);
  Row total{"", "", figures.total};
  total.add(figures.waits.longest_s);
  total.add(std::nullopt);
  total.add(figures.occupancy.value);
  total.add(figures.waits);
  text += total.line(first.size());
  for (const GroupFigures& group : figures.groups) {
    Row row{group.name, "", group.measures};
    row.add(group.waits.longest_s);
    row.add(std::nullopt);
    row.add(group.occupancy);
    row.add(group.waits);
    row.add(group.mean_queue);
    row.add(group.longest_queue);
    text += row.line(first.size());
  }
  for (const IntervalFigures& interval : figures.intervals) {
    const std::string begin = instant_name(interval.begin, figures.utc_offset);
    Row all{"", begin, interval.all};
    all.add(interval.longest_wait_s);
    all.add(interval.signed_in);
    all.add(interval.occupancy);
    text += all.line(first.size());
    for (std::size_t i = 0; i < interval.groups.size(); ++i) {
      text += Row{figures.groups[i].name, begin, interval.groups[i]}.line(first.size());
    }
  }
  return text;
}

}  // namespace acdsim
