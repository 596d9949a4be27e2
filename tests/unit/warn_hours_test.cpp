// Targets that are never open while a rule sends there.
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr GroupId sales{0};
constexpr GroupId support{1};
constexpr TimePlanId days{0};
constexpr TimePlanId nights{1};

/// Every day from 08:00 to 20:00, and the rest, for a month; support works at night.
void add_hours(Blueprint& b) {
  const ZoneId utc = b.add(ZoneRules{.name = "UTC"});
  b.timetables_from = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1}};
  b.timetables_until = b.timetables_from + 24h * 30;
  for (const Hours shift : {Hours{8h, 20h}, Hours{20h, 32h}}) {
    TimePlan plan{.name = shift.start == 8h ? "days" : "nights", .zone = utc};
    plan.layers = {{.name = "all", .when = shifts(DaySet::anything(), {shift})}};
    b.add(plan);
  }
  b.groups[1].hours = nights;
}

std::function<void(Blueprint&)> rule(const Condition& when, Target target,
                                     std::vector<GroupId> also_in = {}) {
  return [=](Blueprint& b) {
    add_hours(b);
    OverflowRule made{.name = "rule", .when = when, .also_in = also_in};
    if (target != Target{}) made.targets = {target};
    b.groups[0].overflow = {made};
  };
}
std::vector<Problem> told(std::string path) {
  return {warning("groups.sales.overflow[0]." + std::move(path),
                  R"("support" is never open while the rule sends there)")};
}

const std::vector<Breakage> targets{
    {"at night to the night shift", rule(is_open(nights), to_group(support)), {}},
    {"by day to the night shift", rule(is_open(days), to_group(support)), told("targets[0].group")},
    {"not by night to the night shift", rule(waited(30s) && !is_open(nights), to_group(support)),
     told("targets[0].group")},
    {"by day or at need to the night shift",
     rule(is_open(days) || waited(60s), to_group(support)),
     {}},
    {"by day into the night shift, too", rule(is_open(days), {}, {support}), told("also_in[0]")},
    {"while the night shift is closed",
     rule(!holds(TestKind::group_open, support), to_group(support)), told("targets[0].group")},
    {"a group that is closed itself sends to wait for the opening",
     [](Blueprint& b) {
       rule(is_open(days), to_group(support))(b);
       b.groups[0].hours = nights;
     },
     {}},
    {"callbacks by night, asked for by day",
     [](Blueprint& b) {
       add_hours(b);
       b.groups[1].callbacks = CallbackRule{.channel = ChannelId{0}, .hours = nights};
       b.groups[0].overflow = {
           {.name = "rule", .when = is_open(days), .targets = {ask_callback(support)}}};
     },
     {warning("groups.sales.overflow[0].targets[0].group",
              R"(the callback hours of "support" are never open while the rule sends there)")}},
    {"an entry that confuses day and night",
     [](Blueprint& b) {
       add_hours(b);
       b.add(Entry{.name = "door",
                   .rules = {{.name = "desk",
                              .hours = days,
                              .on_duty = {.target = to_group(support)},
                              .off_duty = {.target = to_group(support)}}}});
     },
     {warning("entries.door.rules[0].on_duty.target.group",
              R"("support" is never open while the rule sends there)")}},
};

TEST_CASE("targets are open at some instant at which a rule sends there") { check_each(targets); }

}  // namespace
}  // namespace acd::test
