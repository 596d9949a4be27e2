// The desk: gives commands at its own time and keeps what the router says.
#include "desk.hpp"

#include <algorithm>

#include "support/catch.hpp"

namespace acd::test {

CompiledPlan compiled(const Blueprint& blueprint, const Registry& registry) {
  const CompiledPlan::Result result = CompiledPlan::compile(blueprint, registry);
  for (const Problem& problem : result.problems) {
    if (problem.severity == Severity::error) FAIL(problem.path << ": " << problem.message);
  }
  return result.plan.value();
}

Desk::Desk(const Blueprint& blueprint, const Registry& registry)
    : router_{compiled(blueprint, registry)} {
  pass(Duration{0});
}

Status Desk::attempt(const Command& command) {
  const Status status = router_.apply(command, now_);
  drain();
  return status;
}

void Desk::give(const Command& command) {
  const Status status = attempt(command);
  INFO("refused: " << to_text(status));
  REQUIRE(status == Status::applied);
  INFO(router_.broken_invariant());
  REQUIRE(router_.broken_invariant().empty());
}

SessionHandle Desk::arrive(Command command) {
  command.kind = CommandKind::arrive;
  const std::size_t first = events_.size();
  give(command);
  REQUIRE(events_[first].kind == EventKind::arrived);
  return events_[first].session;
}

void Desk::complete(SessionHandle session) {
  give({.kind = CommandKind::complete, .session = session});
}
void Desk::cancel(SessionHandle session) {
  give({.kind = CommandKind::cancel, .session = session});
}
void Desk::accept(OfferToken offer) { give({.kind = CommandKind::accept, .offer = offer}); }
void Desk::decline(OfferToken offer) { give({.kind = CommandKind::decline, .offer = offer}); }
void Desk::exclude(SessionHandle session, std::string_view agent_name) {
  give({.kind = CommandKind::exclude, .session = session, .agent = agent(agent_name)});
}

void Desk::ready(std::initializer_list<std::string_view> agents) {
  for (const std::string_view name : agents) {
    if (view(name).state == AgentState::signed_out) {
      give({.kind = CommandKind::sign_in, .agent = agent(name)});
    }
    give({.kind = CommandKind::ready, .agent = agent(name)});
  }
}

void Desk::not_ready(std::string_view name) {
  if (view(name).state == AgentState::signed_out) {
    give({.kind = CommandKind::sign_in, .agent = agent(name)});
  } else {
    give({.kind = CommandKind::not_ready, .agent = agent(name)});
  }
}

void Desk::pass(Duration duration) {
  now_ += duration;
  REQUIRE(router_.advance(now_) == Status::applied);
  drain();
}

void Desk::drain() {
  const std::span<const Event> fresh = router_.drain_events();
  events_.insert(events_.end(), fresh.begin(), fresh.end());
}

AgentHandle Desk::agent(std::string_view name) const {
  const AgentHandle found = router_.agent(name);
  INFO(name);
  REQUIRE_FALSE(found.is_none());
  return found;
}

std::string Desk::name(AgentHandle agent) const {
  if (agent.is_none()) return "";
  return router_.blueprint().agents.at(agent.slot).name;
}

SessionView Desk::view(SessionHandle session) const {
  const std::optional<SessionView> found = router_.view(session);
  REQUIRE(found.has_value());
  return *found;
}

AgentView Desk::view(std::string_view name) const {
  const std::optional<AgentView> found = router_.view(agent(name));
  REQUIRE(found.has_value());
  return *found;
}

bool Desk::is_live(SessionHandle session) const { return router_.view(session).has_value(); }

std::string Desk::server(SessionHandle session) const {
  const std::optional<SessionView> found = router_.view(session);
  return found ? name(found->agent) : "";
}

std::string Desk::offered(SessionHandle session) const {
  std::string agent_name;
  for (const Event& event : events_) {
    if (event.kind == EventKind::offered && event.session == session) {
      agent_name = name(event.agent);
    }
  }
  return agent_name;
}

OfferToken Desk::offer(SessionHandle session) const {
  OfferToken offer;
  for (const Event& event : events_) {
    const bool made = event.kind == EventKind::offered || event.kind == EventKind::assigned;
    if (made && event.session == session) offer = event.offer;
  }
  REQUIRE_FALSE(offer.is_none());
  return offer;
}

Cause Desk::cause_of_end(SessionHandle session) const {
  const std::vector<Event> ends = events(EventKind::ended);
  const auto end = std::find_if(ends.begin(), ends.end(),
                                [&](const Event& event) { return event.session == session; });
  REQUIRE(end != ends.end());
  return end->cause;
}

std::vector<Event> Desk::events(EventKind kind) const {
  std::vector<Event> found;
  std::copy_if(events_.begin(), events_.end(), std::back_inserter(found),
               [&](const Event& event) { return event.kind == kind; });
  return found;
}

Event Desk::last(EventKind kind) const {
  const std::vector<Event> found = events(kind);
  REQUIRE_FALSE(found.empty());
  return found.back();
}

}  // namespace acd::test
