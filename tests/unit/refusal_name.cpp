// Names that mean nothing or not any more, given to every command that takes them.
#include "refusal.hpp"

#include "acd/engine/command.hpp"

namespace acd::test {
namespace {

std::string label(CommandKind kind) {
  return "command kind " + std::to_string(static_cast<int>(kind));
}

Refusals session_names() {
  Refusals all;
  for (const CommandKind kind :
       {CommandKind::cancel, CommandKind::complete, CommandKind::requeue, CommandKind::reprioritise,
        CommandKind::require, CommandKind::move, CommandKind::set_attribute, CommandKind::exclude,
        CommandKind::confirm, CommandKind::pick}) {
    const auto of = [kind](Desk& desk, SessionHandle session) {
      return Command{
          .kind = kind, .group = plan::crowd, .session = session, .agent = desk.agent("bob")};
    };
    all.push_back({label(kind) + ", a slot never used", Status::unknown_session, [of](Desk& desk) {
                     return of(desk, SessionHandle{3, 1});
                   }});
    all.push_back(
        {label(kind) + ", a slot beyond the limit", Status::unknown_session, [of](Desk& desk) {
           return of(desk, SessionHandle{0xffffffff, 1});
         }});
    all.push_back(
        {label(kind) + ", the handle of nothing", Status::unknown_session, [of](Desk& desk) {
           waiting(desk);
           return of(desk, SessionHandle::none());
         }});
    all.push_back(
        {label(kind) + ", a generation not yet given", Status::unknown_session, [of](Desk& desk) {
           const SessionHandle session = ended(desk);
           return of(desk, {session.slot, session.generation + 1});
         }});
    all.push_back({label(kind) + ", an ended session", Status::stale_session,
                   [of](Desk& desk) { return of(desk, ended(desk)); }});
    all.push_back({label(kind) + ", an ended session whose slot is in use", Status::stale_session,
                   [of](Desk& desk) {
                     const SessionHandle session = ended(desk);
                     waiting(desk);
                     return of(desk, session);
                   }});
  }
  return all;
}

Refusals offer_names() {
  Refusals all;
  for (const CommandKind kind : {CommandKind::accept, CommandKind::decline, CommandKind::withdrawn,
                                 CommandKind::end_wrap_up, CommandKind::extend_wrap_up}) {
    const auto of = [kind](OfferToken offer) { return Command{.kind = kind, .offer = offer}; };
    all.push_back({label(kind) + ", an offer never made", Status::unknown_offer, [of](Desk&) {
                     return of(OfferToken{0, 1});
                   }});
    all.push_back({label(kind) + ", the token of nothing", Status::unknown_offer, [of](Desk& desk) {
                     offered(desk);
                     return of(OfferToken::none());
                   }});
    all.push_back(
        {label(kind) + ", a generation not yet given", Status::unknown_offer, [of](Desk& desk) {
           const OfferToken offer = desk.offer(offered(desk));
           return of({offer.slot, offer.generation + 1});
         }});
    all.push_back({label(kind) + ", an offer that is over", Status::stale_offer, [of](Desk& desk) {
                     const SessionHandle session = serving(desk);
                     const OfferToken offer = desk.offer(session);
                     desk.complete(session);
                     return of(offer);
                   }});
  }
  return all;
}

Refusals agent_names() {
  Refusals all;
  for (const CommandKind kind :
       {CommandKind::pick, CommandKind::sign_in, CommandKind::ready, CommandKind::not_ready,
        CommandKind::drain, CommandKind::sign_out, CommandKind::lose_agent,
        CommandKind::set_capacity, CommandKind::report_outside, CommandKind::set_level,
        CommandKind::set_preference}) {
    const std::pair<AgentHandle, std::string> names[] = {
        {{6, 1}, "beyond the plan"}, {{0, 0}, "the handle of nothing"}, {{0, 2}, "no agent's"}};
    for (const auto& [agent, why] : names) {
      all.push_back(
          {label(kind) + ", an agent's handle " + why, Status::unknown_agent,
           [kind, agent = agent](Desk&) { return Command{.kind = kind, .agent = agent}; }});
    }
  }
  return all;
}

}  // namespace

Refusals name_refusals() {
  Refusals all = session_names();
  for (const Refusals& some : {offer_names(), agent_names()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace acd::test
