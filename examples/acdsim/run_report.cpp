// The text, top to bottom.
#include "run_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "acd/companion/time_text.hpp"
#include "run_tables.hpp"

namespace acdsim {
namespace {

constexpr std::size_t groups_across = 8;

class TextReport {
 public:
  explicit TextReport(const TextStyle& style) : style_{style} {}

  void section(const std::string& title, const ReportTable& table) {
    text_ += "\n" + style_.bold(title) + "\n";
    TextTable lines{table.columns};
    for (const std::vector<std::string>& row : table.rows) lines.add_row(row);
    text_ += lines.text(style_);
  }
  void lines(const std::string& title, const std::vector<std::string>& lines) {
    text_ += "\n" + style_.bold(title) + "\n";
    for (const std::string& line : lines) text_ += "  " + line + "\n";
  }
  void head(const std::string& name, const LabelledLines& lines) {
    text_ += style_.bold(name) + "\n" + labelled_text(lines);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  const TextStyle& style_;
  std::string text_{};
};

ReportTable coloured_targets(const RunFigures& figures, const Wording& say,
                             const TextStyle& style) {
  ReportTable table = target_table(figures, say);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    std::string& verdict = table.rows[i].back();
    verdict = figures.targets[i].is_met ? style.green(verdict) : style.red(verdict);
  }
  return table;
}

}  // namespace

std::string run_text(const RunFigures& figures, const Wording& say, const TextStyle& style) {
  TextReport report{style};
  const std::string interval = acd::to_text(figures.interval);
  report.head(figures.name, head_lines(figures, say));
  if (!figures.targets.empty()) {
    report.section(say(Phrase::targets), coloured_targets(figures, say, style));
  }
  report.section(say(Phrase::total), total_table(figures, say));
  report.section(say(Phrase::by_group), group_table(figures, say));
  report.section(say(Phrase::waits_by_group), wait_table(figures, say));
  if (figures.demands.size() > 1) {
    report.section(say(Phrase::by_demand), demand_table(figures, say));
  }
  report.section(say(Phrase::by_interval, interval), interval_table(figures, say));
  const std::size_t groups = figures.groups.size();
  for (std::size_t first = 0; first < groups && groups > 1; first += groups_across) {
    report.section(say(Phrase::level_by_interval, interval),
                   level_table(figures, first, std::min(first + groups_across, groups), say));
  }
  report.section(say(Phrase::staff), pool_table(figures, say));
  if (!figures.flows.empty()) report.section(say(Phrase::overflow), flow_table(figures, say));
  report.lines(say(Phrase::definitions), definition_lines(figures, say));
  return report.take();
}

}  // namespace acdsim
