// Compares the engine and its twin after every command.
#include "twin/duel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "acd/companion/text.hpp"
#include "twin/random_affinity.hpp"

namespace acd::twin {
namespace {

std::string list_of(const std::vector<Event>& events, const Blueprint& blueprint) {
  std::string text;
  for (const Event& event : events) text += "\n    " + to_text(event, Names{blueprint});
  return text.empty() ? " none" : text;
}

bool is_same(const Contact& a, const Contact& b) {
  return a.customer == b.customer && a.at == b.at && a.group == b.group && a.agent == b.agent &&
         a.owner == b.owner && a.is_familiar == b.is_familiar;
}

bool is_same(const CustomerView& a, const CustomerView& b) {
  return a.owner == b.owner && a.last_agent == b.last_agent && a.most_frequent == b.most_frequent &&
         a.contacts == b.contacts;
}

}  // namespace

CompiledPlan sound_plan(const Blueprint& blueprint, const Registry& registry) {
  const CompiledPlan::Result made = CompiledPlan::compile(blueprint, registry);
  if (made.plan) return *made.plan;
  const Problem& first = made.problems.front();
  throw std::invalid_argument{first.path + ": " + first.message};
}

Duel::Duel(const Blueprint& blueprint, const Registry& registry)
    : twin_{blueprint, registry},
      router_{sound_plan(blueprint, registry)},
      fold_{twin_.blueprint()} {}

std::string Duel::step(const TimedCommand& timed) {
  const std::uint64_t before = twin_.state_hash();
  const bool something_is_due = !twin_.has_started() || twin_.next_deadline() <= timed.now;
  status_ = twin_.apply(timed.command, timed.now);
  events_ = twin_.drain_events();
  if (gave_up()) return {};
  const Status status = router_.apply(timed.command, timed.now);
  const std::span<const Event> drained = router_.drain_events();
  std::string problem = compare(status, {drained.begin(), drained.end()});
  if (problem.empty()) problem = fold_events();
  const bool may_change = status_ == Status::applied || something_is_due;
  if (problem.empty() && !may_change && router_.state_hash() != before) {
    problem = "a refused command changed the state";
  }
  return problem;
}

std::string Duel::compare(Status status, const std::vector<Event>& events) const {
  const Blueprint& names = twin_.blueprint();
  if (status != status_) {
    return fmt::format("the router answers {}, the twin {}", to_text(status), to_text(status_));
  }
  if (events != events_) {
    return fmt::format("the router's events:{}\n  the twin's:{}", list_of(events, names),
                       list_of(events_, names));
  }
  if (router_.next_deadline() != twin_.next_deadline()) return "the next deadlines differ";
  if (router_.now() != twin_.now()) return "the watermarks differ";
  if (router_.state_hash() != twin_.state_hash()) return "the state hashes differ";
  if (!router_.broken_invariant().empty()) {
    return fmt::format("the router's invariant: {}", router_.broken_invariant());
  }
  const std::string broken = twin_.broken_invariant();
  return broken.empty() ? compare_views() : "the twin's invariant: " + broken;
}

std::string Duel::compare_views() const {
  for (const SessionRecord* session : twin_.sessions().live()) {
    const SessionView seen = *router_.view(session->handle);
    if (seen.is_held != session->hold.has_value()) return "a session is held for one of them";
    if (!session->hold) continue;
    std::string problem = compare_hold(session->handle, *session->hold);
    if (!problem.empty()) return problem;
  }
  return twin_.keeps_memory() ? compare_memory() : std::string{};
}

// An agent for whom it is not held, or not where he is a member, hears so unless something before
// that keeps him from it.
std::string Duel::compare_hold(SessionHandle session, const Hold& hold) const {
  const SessionView seen = *router_.view(session);
  if (seen.held_by != hold.strategy || seen.held_until != hold.until) {
    return "the views of a session's hold differ";
  }
  for (std::size_t line = 0; line < twin_.agents().size(); ++line) {
    const WhyNot why = router_.why_not(session, router_.agent(line));
    const auto& groups = twin_.blueprint().agents[line].memberships;
    const bool is_member = std::ranges::count(groups, seen.group, &Membership::group) > 0;
    const bool is_for_him = is_member && hold.agents.contains(line);
    if (is_for_him && why == WhyNot::held_for_others) return "a session is held for its own agent";
    const bool hears_so = why != WhyNot::nothing && why <= WhyNot::held_for_others;
    if (!is_for_him && !hears_so) return "an agent is not told for whom a session is held";
  }
  return {};
}

std::string Duel::compare_memory() const {
  const auto& contacts = twin_.contacts();
  if (router_.contacts() != contacts.size()) return "the numbers of places differ";
  for (std::size_t place = 0; place < contacts.size(); ++place) {
    const std::optional<Contact> seen = router_.contact(place);
    const bool is_empty = contacts[place].customer == 0;
    if (seen.has_value() == is_empty) return "a place is empty for one of them";
    if (seen && !is_same(*seen, contacts[place])) return "the views of a contact differ";
  }
  const GroupId group{fold_.counts().events % twin_.blueprint().groups.size()};
  for (std::uint64_t customer = 0; customer <= customers_max; ++customer) {
    const bool same = is_same(router_.customer(customer, group), twin_.customer(customer, group));
    if (!same) return "the views of a customer differ";
  }
  return {};
}

std::string Duel::fold_events() {
  for (const Event& event : events_) {
    std::string broken = fold_.add(event);
    if (!broken.empty()) return broken + ": " + to_text(event, Names{twin_.blueprint()});
  }
  const Counts counts = router_.counts();
  const bool add_up = counts.events == fold_.counts().events &&
                      counts.admitted == fold_.counts().arrived &&
                      counts.ended == fold_.counts().ended && counts.live == fold_.live();
  if (!add_up) return "the router's counts are not those of its events";
  for (std::size_t line = 0; line < twin_.blueprint().agents.size(); ++line) {
    const AgentView view = *router_.view(router_.agent(line));
    if (view.offered + view.serving + view.wrapping_up != fold_.charges(line)) {
      return "an agent's work is not what his events say";
    }
  }
  return {};
}

namespace {

std::string orders_of(const Blueprint& blueprint) {
  std::string text = "work order: " + to_text(blueprint.work_order, blueprint) + "\n";
  for (const SkillGroup& group : blueprint.groups) {
    text +=
        fmt::format("{}: sessions {}, agents {}\n", group.name,
                    to_text(group.session_order, blueprint), to_text(group.agent_order, blueprint));
  }
  return text;
}

std::string first_problem(const Blueprint& blueprint, const Registry& registry,
                          const std::vector<TimedCommand>& commands, std::size_t& length) {
  Duel duel{blueprint, registry};
  for (length = 0; length < commands.size(); ++length) {
    std::string problem = duel.step(commands[length]);
    if (duel.gave_up()) return {};
    if (!problem.empty()) {
      ++length;
      return problem;
    }
  }
  return {};
}

}  // namespace

std::string shrunken_report(const Blueprint& blueprint, const Registry& registry,
                            std::vector<TimedCommand> commands) {
  std::size_t length = 0;
  std::string problem = first_problem(blueprint, registry, commands, length);
  if (problem.empty()) return {};
  commands.resize(length);
  // Ever smaller parts are left out, the smallest until none can be spared.
  std::size_t part = commands.size();
  while (part > 0) {
    const std::size_t before = commands.size();
    part = std::min(part, before);
    for (std::size_t at = 0; at + part <= commands.size();) {
      std::vector<TimedCommand> fewer = commands;
      const auto first = fewer.begin() + static_cast<std::ptrdiff_t>(at);
      fewer.erase(first, first + static_cast<std::ptrdiff_t>(part));
      const std::string still = first_problem(blueprint, registry, fewer, length);
      if (still.empty()) {
        at += part;
        continue;
      }
      problem = still;
      commands = std::move(fewer);
      commands.resize(length);
    }
    if (part > 1 || commands.size() == before) part /= 2;
  }
  std::string report = orders_of(blueprint);
  for (const TimedCommand& timed : commands) report += to_text(timed, Names{blueprint}) + "\n";
  return report + "  " + problem + "\n";
}

}  // namespace acd::twin
