// A steady state allocates nothing at the front door either: menus, bots, groups that open and
// close, shifts that come and go.
#include <array>
#include <string>

#include "acd/config/compiled_plan.hpp"
#include "acd/engine/router.hpp"
#include "counting_new.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

constexpr Instant new_year{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

/// Two groups that close every other minute, one of them held; a menu, a bot, shifts.
Blueprint shop() {
  Blueprint b;
  b.limits.sessions = 200;
  b.add(Channel{"chat"});
  const ZoneId utc = b.add(ZoneRules{.name = "UTC"});
  std::vector<Hours> hours;
  for (auto minute = 0min; minute < 24h; minute += 2min) hours.push_back({minute, minute + 1min});
  const auto daily = weekdays(std::chrono::Sunday, std::chrono::Saturday);
  const TimePlanId even =
      b.add(TimePlan{.name = "even", .zone = utc, .layers = {opens("even", shifts(daily, hours))}});
  b.timetables_from = new_year;
  b.timetables_until = new_year + std::chrono::days{365};
  b.add(SkillGroup{.name = "held", .hours = even, .at_closing = AtClosing::hold});
  b.add(SkillGroup{.name = "always"});
  for (int i = 0; i < 20; ++i) {
    b.add(Agent{.name = std::to_string(i),
                .memberships = {{.group = GroupId{0}}, {.group = GroupId{1}}},
                .shift = i < 5 ? even : TimePlanId::none()});
  }
  const BotId bot = b.add(Bot{.name = "helper", .sessions_max = 10});
  const MenuNodeId root = b.add(MenuNode{.name = "root"});
  b.add(MenuNode{.name = "held",
                 .parent = root,
                 .key = 1,
                 .hours = even,
                 .on_duty = {.target = to_group(GroupId{0})}});
  Entry door{.name = "door"};
  door.rules = {
      {.name = "menu", .when = lot_between(0, 5000), .on_duty = {.target = to_menu(root)}},
      {.name = "bot", .on_duty = {.target = to_bot(bot)}},
      {.name = "rest", .on_duty = {.target = to_group(GroupId{1}), .priority = 3}}};
  b.add(door);
  return b;
}

/// Does at once whatever a session's state calls for.
class Crowd {
 public:
  Crowd() : router_{*CompiledPlan::compile(shop()).plan} {
    for (std::size_t i = 5; i < 20; ++i) {
      give({.kind = CommandKind::sign_in, .agent = router_.agent(i)});
      give({.kind = CommandKind::ready, .agent = router_.agent(i)});
    }
  }
  void step() {
    now_ += 1s;
    Command arrival{.kind = CommandKind::arrive, .channel = ChannelId{0}, .entry = EntryId{0}};
    arrival.reference = arrival.customer = ++customers_;
    if (customers_ % 7 == 0) {
      arrival.entry = EntryId::none();
      arrival.group = GroupId{0};
      arrival.not_before = now_ + 90s;
    }
    give(arrival);
    for (const SessionHandle session : live_) move_on(session);
  }
  [[nodiscard]] std::uint64_t ended() const { return router_.counts().ended; }
  [[nodiscard]] std::uint64_t refusals() const { return refusals_; }
  [[nodiscard]] std::uint64_t plan_changes() const { return plan_changes_; }

 private:
  void move_on(SessionHandle session) {
    const std::optional<SessionView> view = router_.view(session);
    if (!view) return;
    switch (view->state) {
      case SessionState::in_menu:
        return give({.kind = CommandKind::choose, .session = session, .value = 1});
      case SessionState::with_bot:
        return give({.kind = CommandKind::hand_over, .session = session});
      case SessionState::serving: return give({.kind = CommandKind::complete, .session = session});
      case SessionState::waiting:
      case SessionState::leaving:
      case SessionState::scheduled: return;
    }
  }
  void give(const Command& command) {
    if (router_.apply(command, now_) != Status::applied) ++refusals_;
    for (const Event& event : router_.drain_events()) {
      if (event.kind == EventKind::arrived) live_[event.session.slot] = event.session;
      if (event.kind == EventKind::ended) live_[event.session.slot] = SessionHandle::none();
      if (event.kind == EventKind::plan_opened || event.kind == EventKind::plan_closed) {
        ++plan_changes_;
      }
    }
  }

  Router router_;
  Instant now_ = new_year + 1s;
  std::uint64_t customers_ = 0;
  std::uint64_t refusals_ = 0;
  std::uint64_t plan_changes_ = 0;
  std::array<SessionHandle, 200> live_{};
};

}  // namespace

TEST_CASE("A hundred thousand sessions through menus and bots, by hours, allocate nothing") {
  Crowd crowd;
  while (crowd.ended() < 10'000) crowd.step();
  const std::size_t before = allocations();
  const std::uint64_t changes = crowd.plan_changes();
  while (crowd.ended() < 110'000) crowd.step();
  CHECK(allocations() == before);
  CHECK(crowd.plan_changes() > changes + 1000);
  CHECK(crowd.refusals() == 0);
}

}  // namespace acd::test
