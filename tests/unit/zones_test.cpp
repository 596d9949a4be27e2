// Rules of zones from the system's database, against what is known of them.
#include "acd/companion/zones.hpp"

#include <chrono>

#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

Instant day(std::chrono::year_month_day date) { return Instant{sys_days{date}}; }

TEST_CASE("Shanghai keeps one offset") {
  const auto rules = zone_rules("Asia/Shanghai", day(2000y / 1 / 1), day(2030y / 1 / 1));
  REQUIRE(rules.has_value());
  CHECK(*rules == ZoneRules{.name = "Asia/Shanghai", .first_offset = 8h});
}

TEST_CASE("Berlin changes its clocks twice in 2024") {
  const auto rules = zone_rules("Europe/Berlin", day(2024y / 1 / 1), day(2025y / 1 / 1));
  REQUIRE(rules.has_value());
  CHECK(rules->first_offset == 1h);
  CHECK(rules->transitions == std::vector<ZoneTransition>{{day(2024y / 3 / 31) + 1h, 2h},
                                                          {day(2024y / 10 / 27) + 1h, 1h}});
}

TEST_CASE("New York in 2026") {
  const auto rules = zone_rules("America/New_York", day(2026y / 1 / 1), day(2027y / 1 / 1));
  REQUIRE(rules.has_value());
  CHECK(rules->first_offset == -5h);
  CHECK(rules->transitions == std::vector<ZoneTransition>{{day(2026y / 3 / 8) + 7h, -4h},
                                                          {day(2026y / 11 / 1) + 6h, -5h}});
}

TEST_CASE("Apia skips a day at the end of 2011") {
  const auto rules = zone_rules("Pacific/Apia", day(2011y / 12 / 1), day(2012y / 1 / 1));
  REQUIRE(rules.has_value());
  CHECK(rules->first_offset == -10h);
  CHECK(rules->transitions == std::vector<ZoneTransition>{{day(2011y / 12 / 30) + 10h, 14h}});
}

TEST_CASE("a change of the name alone is no transition") {
  // Istanbul stays at three hours when its summer time becomes its standard time.
  const auto rules = zone_rules("Europe/Istanbul", day(2016y / 6 / 1), day(2020y / 1 / 1));
  REQUIRE(rules.has_value());
  CHECK(rules->first_offset == 3h);
  CHECK(rules->transitions.empty());
}

TEST_CASE("the window is half-open") {
  const Instant change = day(2024y / 3 / 31) + 1h;
  CHECK(zone_rules("Europe/Berlin", day(2024y / 1 / 1), change)->transitions.empty());
  CHECK(zone_rules("Europe/Berlin", day(2024y / 1 / 1), change + 1us)->transitions.size() == 1);
  CHECK(zone_rules("Europe/Berlin", change, change + 1h)->transitions.empty());
  CHECK(zone_rules("Europe/Berlin", change, change + 1h)->first_offset == 2h);
}

TEST_CASE("what is no zone has no rules") {
  for (const char* name :
       {"", "Mars/Olympus", "/etc/localtime", "../Europe/Berlin", "libc:localtime"}) {
    CHECK_FALSE(zone_rules(name, day(2024y / 1 / 1), day(2025y / 1 / 1)).has_value());
  }
  CHECK(zone_rules("UTC", day(2024y / 1 / 1), day(2025y / 1 / 1))->first_offset == 0s);
}

}  // namespace
}  // namespace acd
