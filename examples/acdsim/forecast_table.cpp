// Seconds, and percent of the mean wait.
#include "forecast_table.hpp"

#include <fmt/format.h>

#include "number_text.hpp"

namespace acdsim {
namespace {

std::vector<std::string> row(std::string_view name, const ForecastErrors& errors,
                             const ForecastSummary& summary) {
  const auto percent = [&summary](double seconds) {
    return summary.mean_wait_s > 0 ? 100 * seconds / summary.mean_wait_s : 0;
  };
  return {std::string{name},
          fmt::format("{:.1f}", errors.mean_absolute_s),
          fmt::format("{:.0f}", percent(errors.mean_absolute_s)),
          fmt::format("{:.1f}", errors.root_mean_square_s),
          fmt::format("{:.0f}", percent(errors.root_mean_square_s)),
          fmt::format("{:+.1f}", errors.bias_s),
          fmt::format("{:+.0f}", percent(errors.bias_s)),
          percent_text(errors.outwaited),
          count_text(errors.silent)};
}

}  // namespace

std::string forecast_table(const ForecastSummary& summary, const TextStyle& style) {
  using Align = TableColumn::Align;
  TextTable table{{{"told by", Align::left, ""},
                   {"s", Align::right, "mean error"},
                   {"%", Align::right, "mean error"},
                   {"s", Align::right, "root m. sq."},
                   {"%", Align::right, "root m. sq."},
                   {"s", Align::right, "bias"},
                   {"%", Align::right, "bias"},
                   {"outwaited %", Align::right, " "},
                   {"silent", Align::right, " "}}};
  for (const Estimator estimator : estimators) {
    table.add_row(
        row(name_of(estimator), summary.errors[static_cast<std::size_t>(estimator)], summary));
  }
  table.add_row(row("their own mean, known afterwards", summary.constant, summary));
  std::string text = fmt::format(
      "  {} began to wait. All below had something to say to {} who were answered, after {:.1f} s\n"
      "  in the mean, and to {} who gave up.\n",
      count_text(summary.cases), count_text(summary.answered), summary.mean_wait_s,
      count_text(summary.gave_up));
  text += table.text(style);
  return text +
         "  errors of the answered, % of their mean wait; bias above 0: they waited less than "
         "told\n"
         "  outwaited: of those who gave up, who had waited longer than told; silent: no answer\n";
}

}  // namespace acdsim
