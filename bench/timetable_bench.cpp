// Time plans: a question answered by the compiled timetable, by the rules as they are written,
// and by the rules after a time-zone conversion of abseil's, on the same instants in one run.
//
// Counters are nanoseconds per question, and how many times longer the other ways take. Warm: one
// plan of three years. Cold: 512 plans, whose tables do not fit into the caches near the core.
#include <absl/time/time.h>
#include <benchmark/benchmark.h>

#include <chrono>
#include <vector>

#include "acd/companion/zones.hpp"
#include "acd/time_plan/everyday_plan.hpp"
#include "acd/time_plan/timetable.hpp"
#include "cpu_time.hpp"
#include "verdict.hpp"
#include "written_plan.hpp"

namespace acd::bench {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr Instant from{std::chrono::sys_days{std::chrono::year{2024} / 1 / 1}};
constexpr Instant until{std::chrono::sys_days{std::chrono::year{2027} / 1 / 1}};

Date nth_saturday(int year, int month, unsigned nth) {
  return Date{std::chrono::year{year} / month / std::chrono::Saturday[nth]};
}

/// An office with a lunch break, seven named holidays of one to seven days a year, four working
/// Saturdays, and a shorter day before the last holiday.
TimePlan office(int number) {
  const minutes later{number % 97};
  const std::vector<Hours> hours_of_day{{hours{9} + later, hours{12}},
                                        {minutes{750} + later, hours{18}}};
  EverydayPlan plan{.name = "office", .zone = ZoneId{0}};
  for (std::size_t day = 1; day <= 5; ++day) plan.weekly[day] = hours_of_day;
  for (int year = 2024; year < 2027; ++year) {
    for (int name = 0; name < 7; ++name) {
      const Date first{std::chrono::year{year} / (1 + name) / (1 + (number + name) % 20)};
      for (int i = 0; i <= name; ++i) {
        plan.holidays.push_back({first + days{i}, std::string(1, static_cast<char>('a' + name))});
      }
    }
    for (int month = 9; month <= 12; ++month) {
      plan.workdays.push_back({nth_saturday(year, month, 2), hours_of_day, ""});
    }
    plan.special_days.push_back({nth_saturday(year, 12, 3) - days{2}, {{hours{9}, hours{14}}}, ""});
  }
  return time_plan(plan);
}

/// Plans and their timetables, and questions in random order.
struct Setting {
  static constexpr std::size_t questions = 1 << 14;

  std::vector<ZoneRules> zones;
  absl::TimeZone zone;
  std::vector<TimePlan> plans;
  std::vector<Timetable> tables;
  std::vector<Instant> instants;
  std::vector<std::uint32_t> asked;  // which plan

  explicit Setting(int count) {
    zones.push_back(zone_rules("Europe/Berlin", from, until).value_or(ZoneRules{}));
    if (!absl::LoadTimeZone("Europe/Berlin", &zone)) zone = absl::UTCTimeZone();
    for (int i = 0; i < count; ++i) {
      plans.push_back(office(i));
      tables.push_back(
          Timetable::compile(plans.back(), {.plans = {}, .zones = zones}, from, until));
    }
    std::uint64_t state = 2026;
    const auto random = [&state](std::uint64_t below) {  // of Knuth's MMIX, the upper half
      state = state * 6364136223846793005U + 1442695040888963407U;
      return (state >> 33) % below;
    };
    const auto window = static_cast<std::uint64_t>((until - from - days{30}) / minutes{1});
    for (std::size_t i = 0; i < questions; ++i) {
      instants.push_back(from + std::chrono::seconds{60 * static_cast<int>(random(window))});
      asked.push_back(static_cast<std::uint32_t>(random(static_cast<std::uint64_t>(count))));
    }
  }
};

/// The same question in three ways.
struct IsOpen {
  static bool by_table(const Timetable& table, Instant at) { return table.is_open(at); }
  template <class Clock>
  static bool by_rules(const TimePlan& plan, const Clock& clock, Instant at) {
    return WrittenPlan{plan, clock}.is_open(at);
  }
};
struct NextChange {
  static Instant by_table(const Timetable& table, Instant at) { return table.next_change(at); }
  template <class Clock>
  static Instant by_rules(const TimePlan& plan, const Clock& clock, Instant at) {
    return WrittenPlan{plan, clock}.next_change(at);
  }
};

/// Nanoseconds per question.
template <class Ask>
double timed(std::size_t count, const Ask& ask) {
  const double start = cpu_seconds();
  for (std::size_t i = 0; i < count; ++i) benchmark::DoNotOptimize(ask(i));
  return (cpu_seconds() - start) * 1e9 / static_cast<double>(count);
}

template <class Question>
void ask(benchmark::State& state) {
  const Setting set{static_cast<int>(state.range(0))};
  constexpr std::size_t few = 256;  // of the slow ways
  const auto table = [&](std::size_t i) {
    return Question::by_table(set.tables[set.asked[i]], set.instants[i]);
  };
  const auto rules = [&](std::size_t i) {
    const RulesClock clock{set.zones[0]};
    return Question::by_rules(set.plans[set.asked[i]], clock, set.instants[i]);
  };
  const auto by_absl = [&](std::size_t i) {
    const AbslClock clock{set.zone};
    return Question::by_rules(set.plans[set.asked[i]], clock, set.instants[i]);
  };
  for (std::size_t i = 0; i < few; ++i) {
    if (table(i) == rules(i) && table(i) == by_absl(i)) continue;
    disagreed = true;
    return state.SkipWithError("the answers differ");
  }
  double table_ns = 0;
  double rules_ns = 0;
  double absl_ns = 0;
  for (auto round : state) {
    table_ns += timed(Setting::questions, table);
    rules_ns += timed(few, rules);
    absl_ns += timed(few, by_absl);
  }
  const auto mean = benchmark::Counter::kAvgIterations;
  state.counters["table_ns"] = {table_ns, mean};
  state.counters["rules_ns"] = {rules_ns, mean};
  state.counters["absl_ns"] = {absl_ns, mean};
  state.counters["rules/table"] = rules_ns / table_ns;
  state.counters["absl/table"] = absl_ns / table_ns;
}
BENCHMARK_TEMPLATE(ask, IsOpen)->Name("time_plan/is_open")->ArgName("plans")->Arg(1)->Arg(512);
BENCHMARK_TEMPLATE(ask, NextChange)
    ->Name("time_plan/next_change")
    ->ArgName("plans")
    ->Arg(1)
    ->Arg(512);

void compile(benchmark::State& state) {
  const std::vector<ZoneRules> zones{
      zone_rules("Europe/Berlin", from, until).value_or(ZoneRules{})};
  const TimePlan plan = office(0);
  for (auto round : state) {
    benchmark::DoNotOptimize(Timetable::compile(plan, {.plans = {}, .zones = zones}, from, until));
  }
}
BENCHMARK(compile)->Name("time_plan/compile_three_years")->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace acd::bench
