// A router with a clock and a record of its events, for tests that read as a story.
//
//   Desk desk{blueprint};
//   desk.ready("ann");
//   const SessionHandle call = desk.arrive({.group = sales});
//   CHECK(desk.server(call) == "ann");
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acd/engine/router.hpp"

namespace acd::test {

class Desk {
 public:
  explicit Desk(const Blueprint& blueprint, const Registry& registry = {});

  // Commands: the test fails if one is refused.
  void give(const Command& command);
  /// The fields of an arrival; its kind is filled in.
  SessionHandle arrive(Command command);
  void complete(SessionHandle session);
  void cancel(SessionHandle session);
  void accept(OfferToken offer);
  void decline(OfferToken offer);
  void exclude(SessionHandle session, std::string_view agent);
  /// Signs in whoever is signed out, and makes everybody named ready, in order.
  void ready(std::initializer_list<std::string_view> agents);
  void ready(std::string_view agent) { ready({agent}); }
  void not_ready(std::string_view agent);

  // Commands that may be refused.
  [[nodiscard]] Status attempt(const Command& command);

  // Time.
  void pass(Duration duration);
  [[nodiscard]] Instant now() const { return now_; }

  // Questions.
  [[nodiscard]] Router& router() { return router_; }
  [[nodiscard]] AgentHandle agent(std::string_view name) const;
  /// "" for no agent.
  [[nodiscard]] std::string name(AgentHandle agent) const;
  [[nodiscard]] SessionView view(SessionHandle session) const;
  [[nodiscard]] AgentView view(std::string_view agent) const;
  [[nodiscard]] bool is_live(SessionHandle session) const;
  /// Who serves the session, "" if nobody does.
  [[nodiscard]] std::string server(SessionHandle session) const;
  /// Who was offered the session last, "" if nobody was.
  [[nodiscard]] std::string offered(SessionHandle session) const;
  /// The latest offer of the session, or the one it is served by.
  [[nodiscard]] OfferToken offer(SessionHandle session) const;
  /// Of the session's end; the test fails if it has not ended.
  [[nodiscard]] Cause cause_of_end(SessionHandle session) const;

  /// Every event so far, and those of one kind.
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }
  [[nodiscard]] std::vector<Event> events(EventKind kind) const;
  /// The last event of the kind; the test fails if there is none.
  [[nodiscard]] Event last(EventKind kind) const;

 private:
  void drain();

  Router router_;
  Instant now_ = earliest + std::chrono::hours{1};
  std::vector<Event> events_{};
};

/// The plan; the test fails with its first problem if it has any.
[[nodiscard]] CompiledPlan compiled(const Blueprint& blueprint, const Registry& registry = {});

}  // namespace acd::test
