// Affinity at its edges, where random streams seldom come: the router and its twin agree on each.
#include <chrono>
#include <optional>

#include "support/catch.hpp"
#include "twin/duel.hpp"

namespace acd::twin {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t customer = 7;
constexpr AgentHandle ann{0, 1};
constexpr AgentHandle ben{1, 1};
constexpr GroupId group{0};

/// Ann and Ben in one group, with this affinity; both are ready.
class Desk {
 public:
  explicit Desk(const Affinity& affinity, MemoryRule memory = {.contacts = 8}) {
    Blueprint plan;
    plan.add(Channel{"voice"});
    plan.add(OfferRule{.name = "assign", .mode = OfferMode::assign});
    plan.add(SkillGroup{.name = "all", .affinity = affinity});
    for (const char* name : {"ann", "ben"}) {
      plan.add(Agent{.name = name, .memberships = {{.group = group}}});
    }
    plan.memory = memory;
    duel_.emplace(plan, Registry{});
    for (const AgentHandle agent : {ann, ben}) {
      give({.kind = CommandKind::sign_in, .agent = agent});
      give({.kind = CommandKind::ready, .agent = agent});
    }
  }

  /// Both obey alike.
  void give(Command command) {
    INFO(static_cast<int>(command.kind));
    CHECK(duel_->step({now_, command}).empty());
    CHECK(duel_->last_status() == Status::applied);
  }
  void at(Duration since_start) { now_ = earliest + since_start; }
  void arrive(std::uint64_t who = customer) {
    give({.kind = CommandKind::arrive, .group = group, .customer = who});
  }
  void remember(AgentHandle agent, std::uint64_t who = customer) {
    give({.kind = CommandKind::remember, .group = group, .agent = agent, .customer = who});
  }
  /// Of the last command the first event of the kind.
  [[nodiscard]] Event told(EventKind kind) const {
    for (const Event& event : duel_->last_events()) {
      if (event.kind == kind) return event;
    }
    return {};
  }
  [[nodiscard]] const Router& router() const { return duel_->router(); }

 private:
  std::optional<Duel> duel_{};
  Instant now_ = earliest;
};

TEST_CASE("a customer's owner counts to the last instant of the window, and no longer") {
  for (const Duration late : {Duration{0}, Duration{1}}) {
    Desk desk{Affinity{owner().within(60s)}};
    desk.remember(ben);
    desk.at(60s + late);
    desk.arrive();
    const bool is_preferred = desk.told(EventKind::assigned).cause == Cause::preferred;
    CHECK(is_preferred == (late == Duration{0}));
    CHECK((desk.told(EventKind::assigned).agent == ben) == is_preferred);
  }
}

TEST_CASE("a familiar agent counts to the last instant of the window, and no longer") {
  for (const AffinityStrategy& by : {last_agent(), most_frequent()}) {
    for (const Duration late : {Duration{0}, Duration{1}}) {
      Desk desk{Affinity{by.within(60s)}};
      desk.remember(ben);
      desk.at(60s + late);
      desk.arrive();
      CHECK((desk.told(EventKind::assigned).agent == ben) == (late == Duration{0}));
    }
  }
}

TEST_CASE("what is kept for a minute is there for a minute, and no longer") {
  for (const Duration late : {Duration{0}, Duration{1}}) {
    Desk desk{Affinity{last_agent()}, {.contacts = 8, .keep = 60s}};
    desk.remember(ben);
    desk.at(60s + late);
    desk.give({});
    const bool is_there = late == Duration{0};
    CHECK(desk.router().customer(customer, group).contacts == (is_there ? 1 : 0));
    CHECK(desk.router().contacts() == 1);
  }
}

TEST_CASE("when the hold ends as the owner becomes ready, it ends first") {
  Desk desk{Affinity{owner().held(30s)}};
  desk.remember(ben);
  desk.arrive();
  desk.arrive();  // Ben is busy
  CHECK(desk.told(EventKind::held).until == earliest + 30s);
  desk.at(30s);
  desk.give({.kind = CommandKind::complete, .session = {0, 1}});
  CHECK(desk.told(EventKind::hold_ended).cause == Cause::hold_over);
  CHECK(desk.told(EventKind::assigned).agent == ann);
}

TEST_CASE("a microsecond before the hold ends the owner still takes his customer") {
  Desk desk{Affinity{owner().held(30s)}};
  desk.remember(ben);
  desk.arrive();
  desk.arrive();
  desk.at(30s - Duration{1});
  desk.give({.kind = CommandKind::complete, .session = {0, 1}});
  CHECK(desk.told(EventKind::hold_ended).kind != EventKind::hold_ended);
  CHECK(desk.told(EventKind::assigned).agent == ben);
  CHECK(desk.told(EventKind::assigned).cause == Cause::preferred);
}

TEST_CASE("a hold ends at once when the owner signs out, and starts for nobody else") {
  Desk desk{Affinity{owner().held(30s)}};
  desk.remember(ben);
  desk.arrive();
  desk.arrive();
  desk.at(10s);
  desk.give({.kind = CommandKind::lose_agent, .agent = ben});
  CHECK(desk.told(EventKind::hold_ended).cause == Cause::nobody_awaited);
  CHECK(desk.told(EventKind::assigned).agent == ann);
}

TEST_CASE("of two customers of one owner the one who is held at the head goes first") {
  for (const HoldPlace place : {HoldPlace::in_order, HoldPlace::at_head}) {
    Desk desk{Affinity{owner().held(30s, place)}};
    desk.remember(ben);
    desk.remember(ben, customer + 1);
    desk.give({.kind = CommandKind::not_ready, .agent = ann});
    desk.arrive();
    desk.at(1s);
    desk.arrive(0);  // waits for whoever is free
    desk.at(2s);
    desk.arrive(customer + 1);  // is held for Ben
    desk.give({.kind = CommandKind::complete, .session = {0, 1}});
    const Event next = desk.told(EventKind::assigned);
    CHECK(next.agent == ben);
    CHECK((next.cause == Cause::preferred) == (place == HoldPlace::at_head));
  }
}

}  // namespace
}  // namespace acd::twin
