// The front door: a bot takes the chat first, learns what it is about, and hands over to people.
//
// One entry, three rules, first to decide wins. Every step of a session's way is an event, and
// the router can be asked why a session is where it is.
#include <chrono>
#include <cstdint>
#include <cstdio>

#include "acd/companion/text.hpp"
#include "acd/engine/router.hpp"

namespace {

using namespace std::chrono_literals;

constexpr acd::ChannelId chat{0};
constexpr acd::AttributeId is_vip{0};
constexpr acd::AttributeId wants_refund{1};
constexpr acd::EntryId widget{0};

acd::Blueprint shop() {
  acd::Blueprint plan{.name = "shop"};
  plan.add(acd::Channel{"chat"});
  plan.add(acd::Attribute{.name = "vip", .type = acd::AttributeType::flag});
  plan.add(acd::Attribute{.name = "refund", .type = acd::AttributeType::flag});
  const acd::GroupId refunds = plan.add(acd::SkillGroup{.name = "refunds"});
  const acd::GroupId advice = plan.add(acd::SkillGroup{.name = "advice"});
  const acd::BotId helper = plan.add(acd::Bot{.name = "helper", .sessions_max = 1});
  acd::Entry door{.name = "widget"};
  door.rules = {
      {.name = "vip", .when = acd::attribute_is(is_vip, 1), .on_duty = {.priority = 5}},
      {.name = "bot first", .on_duty = {.target = acd::to_bot(helper)}},
      {.name = "refunds",
       .when = acd::attribute_is(wants_refund, 1),
       .on_duty = {.target = acd::to_group(refunds)}},
      {.name = "rest", .on_duty = {.target = acd::to_group(advice)}},
  };
  plan.add(door);
  return plan;
}

acd::SymbolTable names;

acd::Command at_the_door(const char* who, std::int64_t vip) {
  acd::Command command{.kind = acd::CommandKind::arrive, .channel = chat, .entry = widget};
  command.reference = names.intern(who);
  command.attributes = {{is_vip, vip}};
  return command;
}

void tell(acd::Router& router) {
  for (const acd::Event& event : router.drain_events()) {
    const acd::Names known{.blueprint = router.blueprint(), .symbols = &names};
    std::printf("%s\n", acd::to_text(event, known).c_str());
  }
}

void tell_why(const acd::Router& router, acd::SessionHandle session) {
  const acd::Why why = router.why(session).value_or(acd::Why{});
  std::printf("why: %s\n", acd::to_text(why, acd::Names{router.blueprint()}).c_str());
}

bool gave(acd::Router& router, const acd::Command& command, acd::Instant now) {
  const acd::Status status = router.apply(command, now);
  if (status != acd::Status::applied) std::printf("%s\n", acd::to_text(status).data());
  tell(router);
  return status == acd::Status::applied;
}

}  // namespace

int main() {
  const acd::CompiledPlan::Result made = acd::CompiledPlan::compile(shop());
  if (!made.plan) return 1;
  acd::Router router{*made.plan};
  const acd::Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 12h};

  const acd::Router::Arrival alice = router.arrive(at_the_door("alice", 1), noon);
  tell(router);
  // The bot is busy with alice: bob goes to people at once.
  const acd::Router::Arrival bob = router.arrive(at_the_door("bob", 0), noon + 5s);
  tell(router);
  if (alice.session.is_none() || bob.session.is_none()) return 1;

  const acd::Command learnt{.kind = acd::CommandKind::set_attribute,
                            .attribute = wants_refund,
                            .session = alice.session,
                            .value = 1};
  const acd::Command hand_over{.kind = acd::CommandKind::hand_over, .session = alice.session};
  if (!gave(router, learnt, noon + 20s) || !gave(router, hand_over, noon + 30s)) return 1;
  tell_why(router, alice.session);
  return 0;
}
