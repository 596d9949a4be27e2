// Numerators and denominators.
#include "run_measures.hpp"

#include "acd/simulation/service_target.hpp"

namespace acdsim {
namespace {

using acd::Ratio;
using acd::ServiceFigure;

Ratio count(std::uint64_t number) { return {static_cast<double>(number), 1}; }

Ratio part(std::uint64_t good, std::uint64_t all) {
  return {static_cast<double>(good), static_cast<double>(all)};
}

Ratio mean_seconds(std::int64_t us, std::uint64_t of) {
  return {seconds_of(us), static_cast<double>(of)};
}

}  // namespace

Ratio ratio_of(const acd::ServiceCounts& counts, Measure measure, acd::ServiceLevel formula) {
  switch (measure) {
    case Measure::offered: return count(counts.offered);
    case Measure::served: return count(counts.served);
    case Measure::abandoned: return count(counts.abandoned);
    case Measure::short_abandoned: return count(counts.short_abandoned);
    case Measure::blocked: return count(counts.blocked);
    case Measure::by_bot: return count(counts.by_bot);
    case Measure::elsewhere: return count(counts.elsewhere);
    case Measure::left_waiting: return count(counts.left_waiting);
    case Measure::redials: return count(counts.redials);
    case Measure::service_level: return ratio_of(counts, ServiceFigure::service_level, formula);
    case Measure::abandonment: return ratio_of(counts, ServiceFigure::abandonment, formula);
    case Measure::speed_of_answer: return ratio_of(counts, ServiceFigure::speed_of_answer, formula);
    case Measure::wait_of_abandoned:
      return mean_seconds(counts.wait_abandoned.sum_us, counts.abandoned);
    case Measure::talk_time: return mean_seconds(counts.talk_us, counts.served);
    case Measure::met_again: return part(counts.met_again, counts.known);
    case Measure::fell_due: return part(counts.fell_due, counts.due);
  }
  return {};
}

std::optional<double> value_of(const Ratio& ratio) {
  if (ratio.denominator <= 0) return std::nullopt;
  return ratio.numerator / ratio.denominator;
}

MeasureRow means_of(const acd::ServiceCounts& sum, acd::ServiceLevel formula,
                    std::size_t replications) {
  MeasureRow row;
  for (const MeasureKind& kind : measure_kinds) {
    Ratio ratio = ratio_of(sum, kind.measure, formula);
    if (kind.unit == Unit::count) ratio.denominator = static_cast<double>(replications);
    row[kind.measure].value = value_of(ratio);
  }
  return row;
}

}  // namespace acdsim
