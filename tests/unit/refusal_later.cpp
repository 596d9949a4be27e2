// What is refused of surges, of what waits for later, and of breaks.
#include "refusal.hpp"

namespace acd::test {
namespace {

using std::chrono::seconds;

Command about(CommandKind kind, SessionHandle session, Instant not_before = never) {
  Command command{.kind = kind};
  command.session = session;
  command.not_before = not_before;
  return command;
}

Command of_surge(CommandKind kind, SurgeId surge, Instant until = never) {
  Command command{.kind = kind};
  command.surge = surge;
  command.until = until;
  return command;
}

Command of_agent(CommandKind kind, AgentHandle agent) {
  Command command{.kind = kind};
  command.agent = agent;
  return command;
}

Refusals surge_refusals() {
  return {
      {"enter a surge that is not in the plan", Status::unknown_surge,
       [](Desk&) { return of_surge(CommandKind::enter_surge, SurgeId{1}); }},
      {"leave a surge that is not in the plan", Status::unknown_surge,
       [](Desk&) { return of_surge(CommandKind::leave_surge, SurgeId{1}); }},
      {"release a surge that is not in the plan", Status::unknown_surge,
       [](Desk&) { return of_surge(CommandKind::release_surge, SurgeId{1}); }},
      {"enter a surge until now", Status::time_out_of_range,
       [](Desk& desk) { return of_surge(CommandKind::enter_surge, plan::storm, desk.now()); }},
      {"leave a surge until after the latest", Status::time_out_of_range,
       [](Desk&) { return of_surge(CommandKind::leave_surge, plan::storm, latest + Duration{1}); }},
      {"enter a surge twice", Status::unchanged,
       [](Desk& desk) {
         desk.give(of_surge(CommandKind::enter_surge, plan::storm));
         return of_surge(CommandKind::enter_surge, plan::storm);
       }},
      {"release a surge that is not held", Status::unchanged,
       [](Desk&) { return of_surge(CommandKind::release_surge, plan::storm); }},
  };
}

Refusals postpone_refusals() {
  return {
      {"postpone a session that waits", Status::session_not_serving,
       [](Desk& desk) {
         return about(CommandKind::postpone, waiting(desk), desk.now() + seconds{1});
       }},
      {"postpone to now", Status::time_out_of_range,
       [](Desk& desk) { return about(CommandKind::postpone, serving(desk), desk.now()); }},
      {"postpone for ever", Status::time_out_of_range,
       [](Desk& desk) { return about(CommandKind::postpone, serving(desk)); }},
      {"postpone a session that has ended", Status::stale_session,
       [](Desk& desk) {
         return about(CommandKind::postpone, ended(desk), desk.now() + seconds{1});
       }},
  };
}

Refusals callback_refusals() {
  return {
      {"call back a session that is served", Status::session_not_waiting,
       [](Desk& desk) { return about(CommandKind::call_back, serving(desk)); }},
      {"call back a session that is offered", Status::session_not_waiting,
       [](Desk& desk) { return about(CommandKind::call_back, offered(desk)); }},
      {"call back a session that is leaving", Status::session_leaving,
       [](Desk& desk) { return about(CommandKind::call_back, leaving(desk)); }},
      {"call back where nobody is called back", Status::no_callbacks,
       [](Desk& desk) { return about(CommandKind::call_back, waiting(desk, plan::support)); }},
      {"call back in the past", Status::time_out_of_range,
       [](Desk& desk) {
         return about(CommandKind::call_back, waiting(desk), desk.now() - Duration{1});
       }},
      {"call back what is a callback already", Status::unchanged,
       [](Desk& desk) {
         const SessionHandle session = desk.arrive({.channel = plan::chat, .group = plan::sales});
         return about(CommandKind::call_back, session);
       }},
      {"call back where one class more is needed", Status::too_many_classes,
       [](Desk& desk) {
         return about(CommandKind::call_back, waiting(desk, plan::sales, plan::english));
       },
       one_class_more},
      {"call back out of hours", Status::callback_closed,
       [](Desk& desk) { return about(CommandKind::call_back, waiting(desk)); }},
      {"call back at an instant out of hours", Status::callback_closed,
       [](Desk& desk) {
         return about(CommandKind::call_back, waiting(desk), desk.now() + seconds{60});
       }},
      {"not reached though it waits", Status::session_not_serving,
       [](Desk& desk) { return about(CommandKind::not_reached, waiting(desk)); }},
      {"not reached though it is no callback", Status::not_a_callback,
       [](Desk& desk) { return about(CommandKind::not_reached, serving(desk)); }},
  };
}

Refusals break_refusals() {
  return {
      {"the last who is ready takes a break", Status::break_refused,
       [](Desk& desk) {
         desk.ready("kit");
         return of_agent(CommandKind::not_ready, desk.agent("kit"));
       }},
      {"a break is asked for twice", Status::unchanged,
       [](Desk& desk) {
         desk.ready("kit");
         desk.ready("lea");
         Command lunch = of_agent(CommandKind::not_ready, desk.agent("kit"));
         lunch.reason = plan::lunch;
         desk.give(lunch);
         return lunch;
       }},
      {"approve a break that nobody asked for", Status::no_break_held,
       [](Desk& desk) { return of_agent(CommandKind::approve_break, desk.agent("ann")); }},
      {"deny a break that nobody asked for", Status::no_break_held,
       [](Desk& desk) { return of_agent(CommandKind::deny_break, desk.agent("ann")); }},
      {"approve a break of nobody", Status::unknown_agent,
       [](Desk&) {
         return of_agent(CommandKind::approve_break, AgentHandle{99, 1});
       }},
  };
}

}  // namespace

Refusals later_refusals() {
  Refusals all;
  for (const Refusals& some :
       {surge_refusals(), postpone_refusals(), callback_refusals(), break_refusals()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace acd::test
