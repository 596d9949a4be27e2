// One session meets one agent, with nothing but the installed package.
#include <cstdio>

#include "acd/engine/router.hpp"

int main() {
  acd::Blueprint blueprint;
  blueprint.add(acd::Channel{.name = "voice"});
  const acd::GroupId sales = blueprint.add(acd::SkillGroup{.name = "sales"});
  blueprint.add(acd::Agent{.name = "ann", .memberships = {{.group = sales}}});
  const acd::CompiledPlan::Result made = acd::CompiledPlan::compile(blueprint);
  if (!made.plan) return 1;

  acd::Router router(*made.plan);
  const acd::Instant now = acd::earliest;
  const acd::AgentHandle ann = router.agent("ann");
  if (router.sign_in(ann, now) != acd::Status::applied) return 2;
  if (router.ready(ann, now) != acd::Status::applied) return 3;
  const acd::Router::Arrival arrival = router.arrive({.group = sales}, now);
  if (arrival.status != acd::Status::applied) return 4;
  const auto session = router.view(arrival.session);
  if (!session || session->state != acd::SessionState::serving) return 5;
  std::puts("served");
  return 0;
}
