// Opening hours: an everyday plan with holidays, compiled into a timetable and asked, also about
// the nights when clocks change; then a second plan that is made of the first.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "acd/companion/civil_text.hpp"
#include "acd/time_plan/everyday_plan.hpp"
#include "acd/time_plan/timetable.hpp"

namespace {

using namespace std::chrono_literals;
using acd::Date;
using acd::Instant;
using std::chrono::sys_days;

constexpr Instant from{sys_days{2026y / 1 / 1}};
constexpr Instant until{sys_days{2027y / 1 / 1}};
constexpr acd::ZoneId new_york{0};

/// A host takes these from its zone database (acd/companion/zones.hpp), or from a file.
std::vector<acd::ZoneRules> zones() {
  return {
      {.name = "America/New_York",
       .first_offset = -5h,
       .transitions = {{sys_days{2026y / 3 / 8} + 7h, -4h}, {sys_days{2026y / 11 / 1} + 6h, -5h}}}};
}

acd::EverydayPlan help_line() {
  acd::EverydayPlan plan{.name = "help line", .zone = new_york};
  for (std::size_t day = 1; day <= 5; ++day) plan.weekly[day] = {{9h, 17h}};
  plan.weekly[6] = {{22h, 30h}};  // Saturday night, until six on Sunday
  plan.holidays = {{Date{2026y / 11 / 26}, "Thanksgiving"}, {Date{2026y / 12 / 25}, "Christmas"}};
  plan.special_days = {{Date{2026y / 11 / 27}, {{9h, 13h}}, "half day"}};
  plan.workdays = {{Date{2026y / 12 / 19}, {{10h, 16h}}, "before Christmas"}};
  return plan;
}

/// Answers in local time.
class Desk {
 public:
  Desk(const acd::TimePlan& plan, const acd::Timetable& hours, const acd::ZoneRules& zone)
      : plan_{plan}, hours_{hours}, zone_{zone} {}

  void tell(acd::LocalTime local) const {
    const Instant at = zone_.resolve(local);
    const std::size_t layer = hours_.why(at);
    const std::string why =
        layer == acd::Timetable::no_layer ? "no layer" : plan_.layers[layer].name;
    std::printf("%s  %s by %s, changes at %s\n", text(at).c_str(),
                hours_.is_open(at) ? "open  " : "closed", why.c_str(),
                text(hours_.next_change(at)).c_str());
  }
  void tell_open_time(Date date) const {
    const auto open = hours_.open_time(zone_.resolve(date + 12h), zone_.resolve(date + 36h));
    std::printf("from noon of %s to noon: %d h open\n", acd::to_text(date).c_str(),
                static_cast<int>(open / 1h));
  }
  void tell_due(acd::LocalTime local, acd::Duration work) const {
    const Instant due = hours_.after_open_time(zone_.resolve(local), work);
    std::printf("%d h of open time after %s: %s\n", static_cast<int>(work / 1h),
                acd::to_text(local).c_str(), text(due).c_str());
  }

 private:
  [[nodiscard]] std::string text(Instant at) const {
    return at == acd::never ? "never" : acd::to_text(zone_.local_time(at));
  }
  const acd::TimePlan& plan_;
  const acd::Timetable& hours_;
  const acd::ZoneRules& zone_;
};

}  // namespace

int main() {
  const std::vector<acd::ZoneRules> known = zones();
  std::vector<acd::TimePlan> plans{acd::time_plan(help_line())};
  const auto hours =
      acd::Timetable::compile(plans[0], {.plans = plans, .zones = known}, from, until);
  const Desk desk{plans[0], hours, known[0]};
  desk.tell(Date{2026y / 11 / 25} + 10h);
  desk.tell(Date{2026y / 11 / 26} + 10h);
  desk.tell(Date{2026y / 11 / 27} + 10h);
  desk.tell(Date{2026y / 11 / 28} + 10h);
  desk.tell_due(Date{2026y / 11 / 25} + 16h, 8h);

  std::printf("\nA Saturday night of eight hours, and the two when clocks change:\n");
  desk.tell_open_time(Date{2026y / 3 / 14});
  desk.tell_open_time(Date{2026y / 3 / 7});
  desk.tell_open_time(Date{2026y / 10 / 31});

  std::printf(
      "\nCallbacks: while the help line is open, but not its first hour; never in a drill.\n");
  acd::TimePlan callbacks{.name = "callbacks", .zone = new_york};
  const auto first_hour =
      acd::shifts(acd::weekdays(std::chrono::Monday, std::chrono::Friday), {{9h, 10h}});
  callbacks.layers = {
      acd::closes("drill", acd::between(Date{2026y / 11 / 24} + 11h, Date{2026y / 11 / 24} + 12h)),
      acd::opens("help line", acd::while_open(acd::TimePlanId{0}) && !first_hour)};
  const auto callback_hours =
      acd::Timetable::compile(callbacks, {.plans = plans, .zones = known}, from, until);
  const Desk callback_desk{callbacks, callback_hours, known[0]};
  callback_desk.tell(Date{2026y / 11 / 24} + 9h);
  callback_desk.tell(Date{2026y / 11 / 24} + 10h);
  callback_desk.tell(Date{2026y / 11 / 24} + 11h);
}
