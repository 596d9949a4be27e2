// Overflow: a site goes dark, and nobody keeps waiting there.
//
// Wuhan's desk has three rules: a line that is too long goes to Xi'an, and so does everybody when
// the last agent of Wuhan signs out; who has waited half a minute waits in Xi'an too. Each rule
// says why, and the router can be asked what has happened to a session.
#include <chrono>
#include <cstdio>

#include "acd/companion/text.hpp"
#include "acd/engine/router.hpp"

namespace {

using namespace std::chrono_literals;

constexpr acd::GroupId wuhan{0};
constexpr acd::GroupId xian{1};

acd::Blueprint two_sites() {
  acd::Blueprint plan{.name = "two sites"};
  plan.add(acd::Channel{"voice"});
  acd::SkillGroup desk{.name = "wuhan", .forecast = acd::Forecast::counted};
  desk.overflow = {
      {.name = "line too long",
       .stage = acd::OverflowStage::arriving,
       .cause = acd::OverflowCause::too_long,
       .when = acd::at_least(acd::TestKind::length, 2),
       .targets = {acd::to_group(xian), acd::leave_message()}},
      {.name = "site is dark",
       .cause = acd::OverflowCause::nobody_signed_in,
       .when = acd::at_most(acd::TestKind::signed_in, 0),
       .targets = {acd::to_group(xian)}},
      {.name = "both sites", .when = acd::waited(30s), .also_in = {xian}},
  };
  plan.add(desk);
  plan.add(acd::SkillGroup{.name = "xian"});
  plan.add(acd::Agent{.name = "wu", .memberships = {{.group = wuhan}}});
  plan.add(acd::Agent{.name = "xi", .memberships = {{.group = xian}}});
  return plan;
}

acd::SymbolTable names;

void tell(acd::Router& router) {
  for (const acd::Event& event : router.drain_events()) {
    const acd::Names known{.blueprint = router.blueprint(), .symbols = &names};
    std::printf("%s\n", acd::to_text(event, known).c_str());
  }
}

void expect(acd::Status status) {
  if (status != acd::Status::applied) std::printf("%s\n", acd::to_text(status).data());
}

acd::SessionHandle call(acd::Router& router, const char* who, acd::Instant now) {
  const acd::Router::Arrival arrival =
      router.arrive({.group = wuhan, .reference = names.intern(who)}, now);
  expect(arrival.status);
  return arrival.session;
}

}  // namespace

int main() {
  const acd::CompiledPlan::Result made = acd::CompiledPlan::compile(two_sites());
  if (!made.plan) return 1;
  acd::Router router{*made.plan};
  const acd::Instant eight{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 8h};
  const acd::AgentHandle wu = router.agent("wu");
  const acd::AgentHandle xi = router.agent("xi");
  expect(router.sign_in(wu, eight));
  tell(router);

  const acd::SessionHandle alice = call(router, "alice", eight + 1s);
  call(router, "bob", eight + 20s);
  call(router, "carl", eight + 21s);  // two wait already
  expect(router.advance(eight + 31s));
  tell(router);
  const acd::Why why = router.why(alice).value_or(acd::Why{});
  std::printf("why alice: %s\n", acd::to_text(why, acd::Names{router.blueprint()}).c_str());

  expect(router.sign_out(wu, eight + 40s));
  expect(router.sign_in(xi, eight + 45s));
  expect(router.ready(xi, eight + 45s));
  tell(router);
}
