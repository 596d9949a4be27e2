// The words of the command line and of events.
#include "run_names.hpp"

#include <fmt/format.h>

#include "acd/companion/text.hpp"
#include "clock_text.hpp"
#include "run_measures.hpp"

namespace acdsim {

std::string instant_name(acd::Instant local, std::chrono::seconds utc_offset) {
  const auto second = std::chrono::floor<std::chrono::seconds>(local).time_since_epoch().count();
  return fmt::format("{}T{}:{:02}{}", date_text(local), clock_text(local), second % 60,
                     utc_offset_text(utc_offset));
}

std::string_view formula_name(acd::ServiceLevel formula) {
  for (const auto& [known, name] : run_formulas) {
    if (known == formula) return name;
  }
  return "";
}

std::string_view attribution_name(acd::Attribution attribution) {
  switch (attribution) {
    case acd::Attribution::arrival: return "arrival";
    case acd::Attribution::end: return "end";
  }
  return "";
}

std::string_view target_name(acd::ServiceFigure figure) {
  switch (figure) {
    case acd::ServiceFigure::service_level: return "service_level";
    case acd::ServiceFigure::abandonment: return "abandonment";
    case acd::ServiceFigure::speed_of_answer: return "speed_of_answer";
  }
  return "";
}

std::string flow_cause_name(acd::Cause cause) { return std::string{acd::to_text(cause)}; }

}  // namespace acdsim
