// Every acceptance case, by the primary conventions and by each alternative.
#include <map>

#include "plan/cases.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using nlohmann::json;

const Instant from{std::chrono::sys_days{std::chrono::year{1971} / 1 / 1}};
const Instant until{std::chrono::sys_days{std::chrono::year{2058} / 1 / 1}};

/// Timetables of all plans by one convention.
std::map<std::string, Timetable> tables_of(const Cases& cases, Convention convention) {
  std::map<std::string, Timetable> tables;
  for (const auto& [name, plan] : cases.plans) {
    const std::vector<ZoneRules> zones{known_zone(plan["time_zone"])};
    tables[name] = Timetable::compile(time_plan(everyday_plan(plan, convention)),
                                      {.plans = {}, .zones = zones}, from, until);
  }
  return tables;
}

json open_plans(const json& group, Instant at, const std::map<std::string, Timetable>& tables) {
  json open = json::array();
  for (const json& plan : group) {
    if (tables.at(plan).is_open(at)) open.push_back(plan);
  }
  return open;
}

void check_every_case(Convention convention) {
  const Cases cases = load_cases();
  const auto tables = tables_of(cases, convention);
  std::size_t answered = 0;
  for (const json& one : cases.all["cases"]) {
    INFO(one.dump());
    const bool is_group = one.contains("group");
    const json got = is_group ? open_plans(cases.all["groups"][one["group"].get<std::string>()],
                                           instant_of(one["at"].get<std::string>()), tables)
                              : answer(one, tables.at(one["plan"]));
    CHECK(got == expected(one, convention));
    ++answered;
  }
  CHECK(answered == cases.all["cases"].size());
  CHECK(answered > 0);
}

TEST_CASE("acceptance cases: wall clock, holidays remove civil days") {
  check_every_case(Convention::primary);
}

TEST_CASE("acceptance cases: ends become instants first") {
  check_every_case(Convention::dst_endpoint);
}

TEST_CASE("acceptance cases: holidays remove the shifts that start on them") {
  check_every_case(Convention::holiday_scope_shift);
}

}  // namespace
}  // namespace acd::test
