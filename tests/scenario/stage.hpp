// A router on a stage: performs the lines of a script and says what follows from each.
//
//   at 12s              time passes up to 12 s after the start
//   present ann bob     each signs in and becomes ready
//   arrive ...          any command
//   view alice          a session, or an agent, as the router sees it
//   waiting sales       sessions that wait there
//   why_not alice bob   the first rule that keeps them apart
//   customer 7 sales    what is remembered of customer 7, seen from a group
//   contacts            every contact that is remembered, the oldest first
//   next_blueprint      a router of the script's next blueprint takes over: no session, all agents
//                       signed out, and what is remembered of customers
//   counts              sessions admitted, live, ended
//   next_deadline       when something falls due
//   hash                whether the state changed since before the last command
//
// Every command is recorded, so that the whole can be replayed; after each, the invariants
// are checked, and a refused one must have changed nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "acd/companion/journal.hpp"
#include "acd/companion/session_directory.hpp"
#include "acd/companion/text.hpp"
#include "acd/engine/router.hpp"

namespace acd::scenario {

class Stage {
 public:
  explicit Stage(const CompiledPlan& plan);

  /// What follows from the line, one text each. Throws ScriptError, without a line number.
  [[nodiscard]] std::vector<std::string> perform(std::string_view line);
  /// Goes on where the other ends, with what that remembers of customers: the commands that it
  /// is told and what follows from them.
  [[nodiscard]] std::vector<std::string> take_over(const Stage& before);

  [[nodiscard]] const Router& router() const { return router_; }
  [[nodiscard]] std::span<const std::byte> journal() const { return journal_.bytes(); }
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }

 private:
  using Output = std::vector<std::string>;

  Output give(const Command& command);
  Status apply(const Command& command);
  Status arrive(const Command& command);
  Output present(std::span<const std::string_view> agents);
  Output pass_to(std::string_view instant);
  Output answer(std::string_view question, std::span<const std::string_view> names);
  std::string view(std::string_view name);
  std::string view(AgentHandle agent);
  std::string view(SessionHandle session);
  std::string why(SessionHandle session);
  [[nodiscard]] std::string customer(std::string_view number, GroupId group) const;
  [[nodiscard]] Output contacts() const;
  /// The events since the last call, checked to read back as printed.
  Output tell_events();
  void check_invariants() const;
  /// Of an agent who may be none.
  [[nodiscard]] std::string name(AgentHandle agent) const;
  [[nodiscard]] AgentHandle agent(std::string_view name) const;
  [[nodiscard]] SessionHandle session(std::string_view name) const;
  [[nodiscard]] GroupId group(std::string_view name) const;

  Router router_;
  SessionDirectory directory_{};  // keeps those that have ended, so that they have a name
  SymbolTable symbols_{};
  Names names_;
  JournalWriter journal_;
  std::vector<Event> events_{};
  Instant now_;
  std::uint64_t hash_before_ = 0;  // of the last command
};

}  // namespace acd::scenario
