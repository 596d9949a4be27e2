// Seconds, and percent of the mean wait.
#include "forecast_table.hpp"

#include <fmt/format.h>

#include "number_text.hpp"

namespace acdsim {
namespace {

/// No sign where nothing is left after rounding.
std::string signed_text(double value, int digits) {
  const std::string text = fmt::format("{:+.{}f}", value, digits);
  return text.find_first_of("123456789") == std::string::npos ? text.substr(1) : text;
}

std::vector<std::string> row(const ForecastErrors& errors, const ForecastSummary& summary) {
  const auto percent = [&summary](double seconds) {
    return summary.mean_wait_s > 0 ? 100 * seconds / summary.mean_wait_s : 0;
  };
  return {errors.name,
          fmt::format("{:.1f}", errors.mean_absolute_s),
          fmt::format("{:.0f}", percent(errors.mean_absolute_s)),
          fmt::format("{:.1f}", errors.root_mean_square_s),
          fmt::format("{:.0f}", percent(errors.root_mean_square_s)),
          signed_text(errors.bias_s, 1),
          signed_text(percent(errors.bias_s), 0),
          percent_text(errors.outwaited),
          count_text(errors.silent)};
}

}  // namespace

std::string forecast_table(const ForecastSummary& summary, const TextStyle& style) {
  using Align = TableColumn::Align;
  TextTable table{{{"told by", Align::left, ""},
                   {"s", Align::right, "MAE"},
                   {"%", Align::right, "MAE"},
                   {"s", Align::right, "RMSE"},
                   {"%", Align::right, "RMSE"},
                   {"s", Align::right, "bias"},
                   {"%", Align::right, "bias"},
                   {"outwaited %", Align::right, " "},
                   {"silent", Align::right, " "}}};
  for (const ForecastErrors& errors : summary.errors) table.add_row(row(errors, summary));
  const std::string text = fmt::format(
      "  {} began to wait. All below had something to say to {} who were answered, after {:.1f} s\n"
      "  in the mean, and to {} who gave up.\n",
      count_text(summary.cases), count_text(summary.answered), summary.mean_wait_s,
      count_text(summary.gave_up));
  return text + table.text(style);
}

std::string_view forecast_legend() {
  return "  MAE mean absolute error, RMSE root of the mean squared error, of the answered; % of "
         "their\n"
         "  mean wait; bias above 0: they waited less than told; outwaited: of those who gave up, "
         "who\n"
         "  had waited longer than told; silent: had nothing to say\n";
}

}  // namespace acdsim
