// The acceptance cases of time plans: questions about everyday plans, and their answers.
//
// time_plan_cases.json says in "meta" by which conventions the answers were computed.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "acd/time_plan/everyday_plan.hpp"
#include "acd/time_plan/timetable.hpp"

namespace acd::test {

/// Which of the conventions: the primary ones, or one of their alternatives.
enum class Convention { primary, dst_endpoint, holiday_scope_shift };

/// Of tests/plan, or of the file that ACD_TIME_PLAN_CASES names.
struct Cases {
  nlohmann::json all;
  std::map<std::string, nlohmann::json> plans;
};
[[nodiscard]] Cases load_cases();

[[nodiscard]] EverydayPlan everyday_plan(const nlohmann::json& plan, Convention convention);
/// "2024-03-10T05:59:00Z"; `Date` without the time.
[[nodiscard]] Instant instant_of(std::string_view text);
[[nodiscard]] Date date_of(std::string_view text);
/// JSON's null for never.
[[nodiscard]] nlohmann::json text_of(Instant at);

/// The zone's rules of 1969 to 2060; fails if the system does not know it.
[[nodiscard]] ZoneRules known_zone(const std::string& name);

/// The expected answer by this convention: the primary one where nothing else is said.
[[nodiscard]] nlohmann::json expected(const nlohmann::json& one, Convention convention);

/// The table's answer to a case about one plan.
[[nodiscard]] nlohmann::json answer(const nlohmann::json& one, const Timetable& table);

}  // namespace acd::test
