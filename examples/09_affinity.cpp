// Affinity: the customer meets the agent who knows them.
//
// The first agent who serves a customer in sales is responsible from then on. While ann is on the
// telephone her customer waits for her, half a minute at most; when she is away somebody else
// stands in, and she stays responsible.
#include <chrono>
#include <cstdio>

#include "acd/companion/text.hpp"
#include "acd/engine/router.hpp"

namespace {

using namespace std::chrono_literals;

constexpr acd::GroupId group{0};

acd::Blueprint office() {
  acd::Blueprint plan{.name = "office"};
  plan.add(acd::Channel{"voice"});
  plan.memory = {.contacts = 100'000, .keep = std::chrono::days{365}};
  acd::SkillGroup sales{.name = "sales"};
  sales.affinity = acd::Affinity{acd::owner().held(30s)}
                       .then(acd::most_frequent().within(std::chrono::days{365}))
                       .then(acd::last_agent().within(std::chrono::days{90}).held(15s));
  plan.add(sales);
  plan.add(acd::Agent{.name = "ann", .memberships = {{.group = group}}});
  plan.add(acd::Agent{.name = "bob", .memberships = {{.group = group}}});
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

acd::SessionHandle call(acd::Router& router, const char* what, std::uint64_t customer,
                        acd::Instant now) {
  const acd::Router::Arrival arrival =
      router.arrive({.group = group, .reference = names.intern(what), .customer = customer}, now);
  expect(arrival.status);
  return arrival.session;
}

}  // namespace

int main() {
  const acd::CompiledPlan::Result made = acd::CompiledPlan::compile(office());
  if (!made.plan) return 1;
  acd::Router router{*made.plan};
  const acd::Instant eight{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 8h};
  const acd::AgentHandle ann = router.agent("ann");
  const acd::AgentHandle bob = router.agent("bob");
  constexpr std::uint64_t mrs_li = 4711;  // the host's own number for her
  for (const acd::AgentHandle agent : {ann, bob}) {
    expect(router.sign_in(agent, eight));
    expect(router.ready(agent, eight));
  }

  const acd::SessionHandle first = call(router, "first", mrs_li, eight + 1min);
  expect(router.complete(first, eight + 2min));
  const acd::SessionHandle other = call(router, "other", 4712, eight + 3min);
  const acd::SessionHandle another = call(router, "another", 4713, eight + 3min);
  expect(router.complete(other, eight + 4min));  // bob is free, ann is not
  tell(router);

  const acd::SessionHandle again = call(router, "again", mrs_li, eight + 5min);
  tell(router);
  const acd::Names known{.blueprint = router.blueprint()};
  const acd::SessionView view = router.view(again).value_or(acd::SessionView{});
  std::printf("again: %s\n", acd::hold_text(view, known).c_str());
  expect(router.complete(another, eight + 5min + 20s));
  expect(router.complete(again, eight + 9min));
  tell(router);

  expect(router.not_ready(ann, {}, eight + 10min));
  call(router, "in her break", mrs_li, eight + 11min);
  tell(router);
  const acd::CustomerView known_of_her = router.customer(mrs_li, group);
  std::printf("owner: %s, contacts: %u\n", known_of_her.owner == ann ? "ann" : "not ann",
              known_of_her.contacts);
}
