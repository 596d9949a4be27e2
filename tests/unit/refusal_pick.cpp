// What picking by hand is refused for.
#include "refusal.hpp"

namespace acd::test {
namespace {

Command pick(Desk& desk, std::string_view agent, SessionHandle session) {
  return {.kind = CommandKind::pick, .session = session, .agent = desk.agent(agent)};
}

void sign_in(Desk& desk, std::string_view agent) {
  desk.give({.kind = CommandKind::sign_in, .agent = desk.agent(agent)});
}

/// Signs the agent in, not ready, and lets him pick.
Command first_pick(Desk& desk, std::string_view agent, SessionHandle session) {
  sign_in(desk, agent);
  return pick(desk, agent, session);
}

Refusals state_refusals() {
  return {
      {"pick while signed out", Status::agent_signed_out,
       [](Desk& desk) { return pick(desk, "bob", waiting(desk)); }},
      {"pick while draining", Status::agent_draining,
       [](Desk& desk) {
         desk.ready("bob");
         desk.arrive({.group = plan::sales});
         desk.give({.kind = CommandKind::drain, .agent = desk.agent("bob")});
         return pick(desk, "bob", waiting(desk));
       }},
      {"pick a session in service", Status::session_not_waiting,
       [](Desk& desk) { return first_pick(desk, "bob", serving(desk)); }},
      {"pick a session that is leaving", Status::session_leaving,
       [](Desk& desk) { return first_pick(desk, "bob", leaving(desk)); }},
      {"pick what one is offered", Status::agent_busy,
       [](Desk& desk) { return pick(desk, "ann", offered(desk)); }},
  };
}

Refusals right_refusals() {
  return {
      {"pick from a group one is not in", Status::agent_not_in_group,
       [](Desk& desk) { return first_pick(desk, "bob", waiting(desk, plan::foreign)); }},
      {"pick what one is excluded from", Status::agent_excluded,
       [](Desk& desk) {
         const SessionHandle session = waiting(desk);
         desk.exclude(session, "bob");
         return first_pick(desk, "bob", session);
       }},
      {"pick from a channel one's capacity does not list", Status::channel_not_served,
       [](Desk& desk) { return first_pick(desk, "kit", waiting(desk, plan::letters)); }},
      {"pick with no room left, everywhere allowed or not", Status::over_capacity,
       [](Desk& desk) {
         sign_in(desk, "sue");
         desk.give(pick(desk, "sue", waiting(desk, plan::foreign)));
         return pick(desk, "sue", waiting(desk));
       }},
      {"pick while all room is taken outside", Status::over_capacity,
       [](Desk& desk) {
         sign_in(desk, "bob");
         desk.give({.kind = CommandKind::report_outside,
                    .channel = plan::voice,
                    .count = 1,
                    .agent = desk.agent("bob")});
         return pick(desk, "bob", waiting(desk));
       }},
  };
}

}  // namespace

Refusals pick_refusals() {
  Refusals all = state_refusals();
  for (const Refusal& refusal : right_refusals()) all.push_back(refusal);
  return all;
}

}  // namespace acd::test
