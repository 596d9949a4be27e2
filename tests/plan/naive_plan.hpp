// The meaning of a time plan, one instant at a time: the reference for the compiled answers.
//
// It reads the rules as they are written, looks at every day from which a shift could reach the
// instant, and shares no code with the library below the types.
#pragma once

#include <vector>

#include "acd/time_plan/timetable.hpp"

namespace acd::test {

class NaivePlan {
 public:
  NaivePlan(const std::vector<TimePlan>& plans, const std::vector<ZoneRules>& zones)
      : plans_{plans}, zones_{zones} {}

  [[nodiscard]] bool is_open(std::size_t plan, Instant at) const;

 private:
  const std::vector<TimePlan>& plans_;
  const std::vector<ZoneRules>& zones_;
};

[[nodiscard]] bool naive_contains(const DaySet& days, Date day);
[[nodiscard]] LocalTime naive_local(const ZoneRules& zone, Instant at);
[[nodiscard]] Instant naive_resolve(const ZoneRules& zone, LocalTime local);

}  // namespace acd::test
