// A first assignment: one group, two agents, one caller; the router's decisions, line by line.
#include <chrono>
#include <cstdio>

#include "acd/companion/text.hpp"
#include "acd/engine/router.hpp"

int main() {
  using namespace std::chrono_literals;

  acd::Blueprint plan;
  plan.add(acd::Channel{"voice"});
  const acd::GroupId sales = plan.add(acd::SkillGroup{.name = "sales"});
  plan.add(acd::Agent{.name = "ann", .memberships = {{.group = sales}}});
  plan.add(acd::Agent{.name = "bob", .memberships = {{.group = sales}}});

  const auto made = acd::CompiledPlan::compile(plan);
  if (!made.plan) return 1;
  acd::Router router{*made.plan};

  const acd::Instant nine{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 9h};
  for (const char* name : {"bob", "ann"}) {
    const acd::AgentHandle agent = router.agent(name);
    if (router.sign_in(agent, nine) != acd::Status::applied) return 1;
    if (router.ready(agent, nine) != acd::Status::applied) return 1;
  }
  const auto caller = router.arrive({.group = sales, .reference = 4711}, nine + 5s);
  if (router.complete(caller.session, nine + 3min) != acd::Status::applied) return 1;

  const acd::Names names{.blueprint = router.blueprint()};
  for (const acd::Event& event : router.drain_events()) {
    std::puts(acd::to_text(event, names).c_str());
  }
}
