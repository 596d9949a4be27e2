// Local times of zones: skipped, repeated, and days that do not exist.
#include "acd/time_plan/zone.hpp"

#include <chrono>

#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::sys_days;

const ZoneRules utc{.name = "UTC"};
const ZoneRules new_york{
    .name = "America/New_York",
    .first_offset = -5h,
    .transitions = {{sys_days{2024y / 3 / 10} + 7h, -4h}, {sys_days{2024y / 11 / 3} + 6h, -5h}}};
const ZoneRules apia{.name = "Pacific/Apia",
                     .first_offset = -10h,
                     .transitions = {{sys_days{2011y / 12 / 30} + 10h, 14h}}};

constexpr local_days spring{2024y / 3 / 10};
constexpr local_days autumn{2024y / 11 / 3};

TEST_CASE("a zone without transitions has one offset") {
  CHECK(utc.offset_at(never) == 0s);
  CHECK(utc.resolve(spring + 2h) == sys_days{2024y / 3 / 10} + 2h);
  CHECK(utc.has_day(spring));
}

TEST_CASE("an offset holds from its transition on") {
  const Instant at = sys_days{2024y / 3 / 10} + 7h;
  CHECK(new_york.offset_at(at - 1us) == -5h);
  CHECK(new_york.offset_at(at) == -4h);
  CHECK(new_york.local_time(at) == spring + 3h);
}

TEST_CASE("a skipped local time resolves as if the clock had not yet been changed") {
  CHECK(new_york.resolve(spring + 1h + 59min) == sys_days{2024y / 3 / 10} + 6h + 59min);
  CHECK(new_york.resolve(spring + 2h) == sys_days{2024y / 3 / 10} + 7h);
  CHECK(new_york.resolve(spring + 2h + 30min) == sys_days{2024y / 3 / 10} + 7h + 30min);
  CHECK(new_york.resolve(spring + 3h) == sys_days{2024y / 3 / 10} + 7h);
}

TEST_CASE("a repeated local time resolves to its first occurrence") {
  CHECK(new_york.resolve(autumn + 1h) == sys_days{2024y / 11 / 3} + 5h);
  CHECK(new_york.resolve(autumn + 1h + 59min) == sys_days{2024y / 11 / 3} + 5h + 59min);
  CHECK(new_york.resolve(autumn + 2h) == sys_days{2024y / 11 / 3} + 7h);
}

TEST_CASE("a zone that jumped over the date line lacks a day") {
  CHECK(apia.has_day(local_days{2011y / 12 / 29}));
  CHECK_FALSE(apia.has_day(local_days{2011y / 12 / 30}));
  CHECK(apia.has_day(local_days{2011y / 12 / 31}));
  CHECK(apia.resolve(local_days{2011y / 12 / 30}) == apia.resolve(local_days{2011y / 12 / 31}));
}

TEST_CASE("clocks that go forward and back within an hour show their times once or twice") {
  const Instant noon = sys_days{2024y / 1 / 1} + 12h;
  const ZoneRules restless{
      .name = "restless", .first_offset = 0h, .transitions = {{noon, 1h}, {noon + 30min, 0h}}};
  const local_days day{2024y / 1 / 1};
  CHECK(restless.resolve(day + 12h + 45min) == noon + 45min);  // skipped first, shown later
  CHECK(restless.resolve(day + 13h + 15min) == noon + 15min);  // shown twice
  CHECK(restless.resolve(day + 12h + 15min) == noon + 15min);  // skipped
}

}  // namespace
}  // namespace acd
