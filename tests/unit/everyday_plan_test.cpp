// The everyday form: what opens, what closes, and which layer says so.
#include "acd/time_plan/everyday_plan.hpp"

#include <chrono>

#include "acd/time_plan/timetable.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::sys_days;

const std::vector<ZoneRules> zones{{.name = "UTC"}};
const Hours office{9h, 18h};
const Hours night{22h, 30h};

constexpr Date monday{2024y / 9 / 30};
constexpr Date tuesday = monday + std::chrono::days{1};
constexpr Date saturday = monday + std::chrono::days{5};

EverydayPlan weekday_plan(Hours hours) {
  EverydayPlan plan{.name = "office", .zone = ZoneId{0}};
  for (std::size_t day = 1; day <= 5; ++day) plan.weekly[day] = {hours};
  return plan;
}

/// Answers in UTC.
struct Asked {
  TimePlan plan;
  Timetable table;

  explicit Asked(const EverydayPlan& everyday)
      : plan{time_plan(everyday)},
        table{Timetable::compile(plan, {.plans = {}, .zones = zones}, sys_days{2024y / 1 / 1},
                                 sys_days{2025y / 1 / 1})} {}

  [[nodiscard]] bool open(Date date, Duration time) const {
    return table.is_open(Instant{date.time_since_epoch() + time});
  }
  [[nodiscard]] Duration open_on(Date date) const {
    const Instant midnight{date.time_since_epoch()};
    return table.open_time(midnight, midnight + 24h);
  }
  [[nodiscard]] std::string why(Date date, Duration time) const {
    const std::size_t layer = table.why(Instant{date.time_since_epoch() + time});
    return layer == Timetable::no_layer ? "no layer" : plan.layers[layer].name;
  }
};

TEST_CASE("a week opens on its days, at its start and not at its end") {
  const Asked asked{weekday_plan(office)};
  CHECK(asked.open(monday, 9h));
  CHECK_FALSE(asked.open(monday, 18h));
  CHECK_FALSE(asked.open(saturday, 12h));
  CHECK(asked.why(monday, 9h) == "week");
  CHECK(asked.why(monday, 8h) == "no layer");
}

TEST_CASE("a make-up workday adds hours to its date") {
  EverydayPlan plan = weekday_plan(office);
  plan.workdays = {{saturday, {{10h, 12h}}, "make-up"}, {monday, {{17h, 20h}}, ""}};
  const Asked asked{plan};
  CHECK(asked.open_on(saturday) == 2h);
  CHECK(asked.open_on(monday) == 11h);
  CHECK(asked.why(saturday, 11h) == "make-up");
  CHECK(asked.why(monday, 19h) == "workday");
}

TEST_CASE("a special day replaces the week's hours, and a holiday does not remove it") {
  EverydayPlan plan = weekday_plan(office);
  plan.special_days = {{monday, {{10h, 12h}}, "stocktaking"}, {tuesday, {}, ""}};
  plan.holidays = {{monday, "feast"}};
  const Asked asked{plan};
  CHECK(asked.open_on(monday) == 2h);
  CHECK(asked.why(monday, 11h) == "stocktaking");
  CHECK(asked.why(monday, 13h) == "feast");
  CHECK(asked.open_on(tuesday) == 0h);
  CHECK(asked.why(tuesday, 11h) == "special day");
}

TEST_CASE("a make-up workday on a special day adds to the special hours") {
  EverydayPlan plan = weekday_plan(office);
  plan.special_days = {{monday, {{10h, 12h}}, ""}};
  plan.workdays = {{monday, {{14h, 15h}}, ""}};
  CHECK(Asked{plan}.open_on(monday) == 3h);
}

TEST_CASE("a holiday removes its civil day, also the tail of the night before") {
  EverydayPlan plan = weekday_plan(night);
  plan.holidays = {{tuesday, "feast"}};
  const Asked asked{plan};
  CHECK(asked.open(monday, 23h));
  CHECK_FALSE(asked.open(tuesday, 0h));
  CHECK_FALSE(asked.open(tuesday, 23h));
  CHECK(asked.open(tuesday + std::chrono::days{1}, 1h));  // of a shift that would have begun then
  CHECK(asked.why(tuesday, 1h) == "feast");
}

TEST_CASE("a holiday may instead remove the shifts that start on it, whole") {
  EverydayPlan plan = weekday_plan(night);
  plan.workdays = {{tuesday, {{12h, 13h}}, ""}};
  plan.holidays = {{tuesday, "feast"}};
  plan.holiday_scope = HolidayScope::starting_shifts;
  const Asked asked{plan};
  CHECK(asked.open(tuesday, 5h));  // the tail of Monday's
  CHECK_FALSE(asked.open(tuesday, 12h));
  CHECK_FALSE(asked.open(tuesday, 23h));
  CHECK_FALSE(asked.open(tuesday + std::chrono::days{1}, 1h));
  CHECK(asked.why(tuesday, 5h) == "week");
  CHECK(asked.why(tuesday, 12h) == "feast");
}

TEST_CASE("a plan is in effect from one day on, and until another") {
  EverydayPlan plan = weekday_plan(night);
  plan.effective_from = tuesday;
  plan.effective_until = saturday;
  const Asked asked{plan};
  CHECK_FALSE(asked.open(monday, 23h));
  CHECK(asked.open(tuesday, 1h));  // the rest of Monday's
  CHECK(asked.open(saturday - std::chrono::days{1}, 23h));
  CHECK_FALSE(asked.open(saturday, 0h));
  CHECK(asked.why(saturday, 0h) == "not in effect");
  plan.effective_until.reset();
  CHECK(Asked{plan}.open(saturday, 0h));
  plan.effective_from.reset();
  CHECK(Asked{plan}.open(monday, 23h));
}

TEST_CASE("lines of one name are one layer, in order of appearance") {
  EverydayPlan plan = weekday_plan(office);
  plan.holidays = {{monday, "autumn"}, {saturday, "feast"}, {tuesday, "autumn"}};
  const TimePlan made = time_plan(plan);
  REQUIRE(made.layers.size() == 3);
  CHECK(made.layers[0] == closes("autumn", on_days(on_dates({monday, tuesday}))));
  CHECK(made.layers[1] == closes("feast", on_days(on_dates({saturday}))));
  CHECK(made.layers[2].name == "week");
}

TEST_CASE("an everyday plan without hours has no layers and never opens") {
  const EverydayPlan plan{.name = "never", .zone = ZoneId{0}};
  CHECK(time_plan(plan).layers.empty());
  CHECK(Asked{plan}.table.next_opening(sys_days{2024y / 1 / 1}) == never);
}

}  // namespace
}  // namespace acd
