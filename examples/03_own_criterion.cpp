// A host's own criteria: code bound by name, called when facts change, never while comparing.
//
// The plan holds two names. The registry binds them to pure functions of facts. A plan whose
// names are not bound does not compile.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "acd/companion/policy_text.hpp"
#include "acd/engine/router.hpp"

namespace {

using namespace std::chrono_literals;

constexpr acd::GroupId desk{0};
constexpr acd::AttributeId contract_value{0};
constexpr acd::Instant nine{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 9h};

/// An agent of level n is to have n + 1 times as many sessions as one of level 0.
std::uint64_t fair_share(const acd::AgentFacts& agent) {
  return std::uint64_t{agent.handled} * 60 / (agent.level + 1U);
}

/// Who came first, but a contract's value counts as waiting time: 100 are worth a minute.
std::uint64_t most_at_stake(const acd::SessionFacts& session) {
  const bool known = (session.present_attributes >> contract_value.index() & 1U) != 0;
  const std::int64_t value = known ? session.attributes[contract_value.index()] : 0;
  const auto head_start =
      std::chrono::seconds{std::clamp<std::int64_t>(value, 0, 10'000) * 60 / 100};
  const acd::Duration rank = session.start.time_since_epoch() - head_start;
  return static_cast<std::uint64_t>(std::max(rank, acd::Duration{0}) / 1s);
}

acd::Registry own_criteria() {
  acd::Registry registry;
  registry.bind_agent_rank("fair_share", 1, 32, fair_share);
  registry.bind_session_rank("most_at_stake", 1, 40, most_at_stake);
  return registry;
}

acd::Blueprint service_desk() {
  acd::Blueprint plan;
  plan.add(acd::Channel{"voice"});
  plan.add(acd::Attribute{.name = "contract_value"});
  const acd::HostRankId share = plan.add(acd::HostRank{.name = "fair_share"});
  const acd::HostRankId stake = plan.add(acd::HostRank{.name = "most_at_stake"});
  const acd::AgentOrder by_share = acd::agent_host_rank(share);
  const acd::GroupId group =
      plan.add(acd::SkillGroup{.name = "desk",
                               .session_order = acd::session_host_rank(stake),
                               .agent_order = by_share.then(acd::longest_ready())});
  plan.add(acd::Agent{.name = "ann", .memberships = {{.group = group, .level = 2}}});
  plan.add(acd::Agent{.name = "bob", .memberships = {{.group = group, .level = 0}}});
  return plan;
}

void require(acd::Status status) {
  if (status != acd::Status::applied) std::exit(1);
}

acd::SessionHandle call(acd::Router& router, std::uint64_t reference, std::int64_t value,
                        acd::Instant now) {
  const auto arrival = router.arrive(
      {.group = desk, .reference = reference, .attributes = {{contract_value, value}}}, now);
  require(arrival.status);
  return arrival.session;
}

void print_assignments(acd::Router& router) {
  for (const acd::Event& event : router.drain_events()) {
    if (event.kind != acd::EventKind::assigned) continue;
    const auto reference = static_cast<unsigned>(router.view(event.session)->reference);
    std::printf("  caller %2u to %s\n", reference,
                router.blueprint().agents[event.agent.slot].name.c_str());
  }
}

void one_at_a_time(acd::Router& router) {
  std::printf("ann has level 2, bob level 0: she is to have three calls for one of his\n");
  for (unsigned i = 0; i < 8; ++i) {
    const acd::Instant now = nine + i * 1min;
    const acd::SessionHandle session = call(router, i + 1, 0, now);
    print_assignments(router);
    require(router.complete(session, now + 30s));
  }
}

void all_at_once(acd::Router& router) {
  std::printf("two callers are served, three wait: the third's contract is worth a minute\n");
  const acd::Instant now = nine + 1h;
  const acd::SessionHandle served[] = {call(router, 9, 0, now), call(router, 10, 0, now)};
  call(router, 11, 0, now + 10s);
  call(router, 12, 20, now + 30s);
  call(router, 13, 100, now + 40s);
  print_assignments(router);
  for (const acd::SessionHandle session : served) require(router.complete(session, now + 2min));
  print_assignments(router);
}

}  // namespace

int main() {
  const acd::Blueprint plan = service_desk();
  const acd::SkillGroup& group = plan.groups[desk.index()];
  std::printf("agents:   %s\n", acd::to_text(group.agent_order, plan).c_str());
  std::printf("sessions: %s\n", acd::to_text(group.session_order, plan).c_str());

  std::printf("without a registry the plan does not compile\n");
  for (const acd::Problem& problem : acd::check(plan, {})) {
    std::printf("  %s: %s\n", problem.path.c_str(), problem.message.c_str());
  }
  const auto made = acd::CompiledPlan::compile(plan, own_criteria());
  if (!made.plan) return 1;

  acd::Router router{*made.plan};
  for (const char* name : {"ann", "bob"}) {
    require(router.sign_in(router.agent(name), nine));
    require(router.ready(router.agent(name), nine));
  }
  one_at_a_time(router);
  all_at_once(router);
}
