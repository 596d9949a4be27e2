// Commands, time and questions of a script.
#include "scenario/stage.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <utility>

#include "acd/companion/memory_copy.hpp"
#include "acd/companion/time_text.hpp"
#include "scenario/script.hpp"

namespace acd::scenario {
namespace {

/// Some Monday, nine o'clock: scripts count from here, also backwards.
constexpr Instant opening{std::chrono::sys_days{std::chrono::year{2026} / 1 / 5} +
                          std::chrono::hours{9}};

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t length = std::min(line.find(' '), line.size());
    if (length > 0) words.push_back(line.substr(0, length));
    line.remove_prefix(std::min(length + 1, line.size()));
  }
  return words;
}

[[noreturn]] void fail(std::string message, int column = 1) {
  throw ScriptError{0, column, std::move(message)};
}

/// The value, or an error at its column.
template <class Value>
Value value_of(Parsed<Value> parsed) {
  if (!parsed.value) fail(parsed.message, parsed.column);
  return *std::move(parsed.value);
}

}  // namespace

Stage::Stage(const CompiledPlan& plan)
    : router_{plan},
      names_{router_.blueprint(), &directory_, &symbols_, opening},
      journal_{router_.blueprint()},
      now_{opening} {}

std::vector<std::string> Stage::perform(std::string_view line) {
  const std::vector<std::string_view> words = words_of(line);
  const auto rest = std::span{words}.subspan(1);
  if (words.front() == "at" && rest.size() == 1) return pass_to(rest.front());
  if (words.front() == "present") return present(rest);
  const bool is_question =
      words.front() == "view" || words.front() == "waiting" || words.front() == "why_not" ||
      words.front() == "counts" || words.front() == "next_deadline" || words.front() == "hash" ||
      words.front() == "why" || words.front() == "customer" || words.front() == "contacts";
  if (is_question) return {answer(words.front(), rest)};
  return give(value_of(parse_command(line, names_)));
}

Stage::Output Stage::give(const Command& command) {
  hash_before_ = router_.state_hash();
  const Status status = command.kind == CommandKind::arrive ? arrive(command) : apply(command);
  check_invariants();
  Output output = tell_events();
  if (status == Status::applied) return output;
  if (!output.empty() || router_.state_hash() != hash_before_) {
    fail(fmt::format("refused ({}), but something changed", to_text(status)));
  }
  return {fmt::format("refused: {}", to_text(status))};
}

Status Stage::apply(const Command& command) {
  const Status recorded = journal_.append(command, now_);
  if (recorded != Status::applied) return recorded;
  return router_.apply(command, now_);
}

/// A name is free again once its session has ended.
Status Stage::arrive(const Command& command) {
  const SessionHandle earlier = directory_.find(command.reference);
  if (!earlier.is_none() && !router_.view(earlier)) directory_.release(earlier);
  const Router::Arrival arrival = acd::arrive(router_, directory_, command, now_);
  if (arrival.status == Status::duplicate_session) return arrival.status;
  const Status recorded = journal_.append(command, now_);
  return recorded == Status::applied ? arrival.status : recorded;
}

Stage::Output Stage::present(std::span<const std::string_view> agents) {
  Output output;
  for (const std::string_view name : agents) {
    for (const CommandKind kind : {CommandKind::sign_in, CommandKind::ready}) {
      for (std::string& line : give({.kind = kind, .agent = agent(name)})) {
        if (!line.starts_with("agent_state ")) output.push_back(std::move(line));
      }
    }
  }
  return output;
}

Stage::Output Stage::take_over(const Stage& before) {
  now_ = before.now_;
  Output output;
  for_each_memory_command(before.router_, router_.blueprint(), [&](const Command& command) {
    output.push_back(to_text(command, names_));
    for (std::string& line : give(command)) output.push_back("  " + line);
  });
  return output;
}

Stage::Output Stage::pass_to(std::string_view instant) {
  const std::optional<Duration> passed = parse_duration(instant);
  if (!passed) fail("expected a duration since the start", 4);
  now_ = opening + *passed;
  return give({.kind = CommandKind::advance});
}

Stage::Output Stage::answer(std::string_view question, std::span<const std::string_view> names) {
  if (question == "counts" && names.empty()) {
    const Counts counts = router_.counts();
    return {
        fmt::format("admitted={} live={} ended={}", counts.admitted, counts.live, counts.ended)};
  }
  if (question == "next_deadline" && names.empty()) {
    const Instant next = router_.next_deadline();
    return {next == never ? "never" : '+' + to_text(next - opening)};
  }
  if (question == "hash" && names.empty()) {
    return {router_.state_hash() == hash_before_ ? "unchanged" : "changed"};
  }
  if (question == "view" && names.size() == 1) return {view(names[0])};
  if (question == "waiting" && names.size() == 1) {
    return {std::to_string(router_.waiting(group(names[0])))};
  }
  if (question == "why" && names.size() == 1) return {why(session(names[0]))};
  if (question == "customer" && names.size() == 2) return {customer(names[0], group(names[1]))};
  if (question == "contacts" && names.empty()) return contacts();
  if (question == "why_not" && names.size() == 2) {
    return {std::string{to_text(router_.why_not(session(names[0]), agent(names[1])))}};
  }
  fail(fmt::format("{} asks for other names", question));
}

std::string Stage::view(std::string_view name) {
  const AgentHandle found = router_.agent(name);
  return found.is_none() ? view(session(name)) : view(found);
}

std::string Stage::view(AgentHandle agent) {
  const AgentView view = router_.view(agent).value();
  return fmt::format("{} charged_units={} offered={} serving={} wrapping_up={} handled={}",
                     to_text(view.state), view.charged_units, view.offered, view.serving,
                     view.wrapping_up, view.handled);
}

std::string Stage::view(SessionHandle session) {
  const std::optional<SessionView> view = router_.view(session);
  if (!view) return "ended";
  const auto passed = [](Instant instant) { return to_text(instant - opening); };
  if (view->group.is_none()) {
    return fmt::format("{} priority={}", to_text(view->state), view->priority);
  }
  std::string text =
      fmt::format("{} group={} priority={} start={} queued_at={} offers={}", to_text(view->state),
                  router_.blueprint().groups[view->group.index()].name, view->priority,
                  passed(view->start), passed(view->queued_at), view->offers);
  if (view->state == SessionState::serving) {
    text += fmt::format(" agent={}", router_.blueprint().agents[view->agent.slot].name);
  }
  if (view->is_held) text += ", " + hold_text(*view, names_);
  return text;
}

std::string Stage::why(SessionHandle session) {
  const std::optional<Why> why = router_.why(session);
  return why ? to_text(*why, names_) : "ended";
}

std::string Stage::customer(std::string_view number, GroupId group) const {
  std::uint64_t customer = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), customer);
  if (error != std::errc{} || end != number.data() + number.size()) fail("expected a number");
  const CustomerView view = router_.customer(customer, group);
  return fmt::format("owner={} last_agent={} most_frequent={} contacts={}", name(view.owner),
                     name(view.last_agent), name(view.most_frequent), view.contacts);
}

Stage::Output Stage::contacts() const {
  Output output;
  for (std::size_t place = 0; place < router_.contacts(); ++place) {
    const std::optional<Contact> contact = router_.contact(place);
    output.push_back(contact ? fmt::format("{} at={} group={} agent={} owner={}{}",
                                           contact->customer, to_text(contact->at - opening),
                                           router_.blueprint().groups[contact->group.index()].name,
                                           name(contact->agent), name(contact->owner),
                                           contact->is_familiar ? " familiar" : "")
                             : "empty");
  }
  return output;
}

std::string Stage::name(AgentHandle agent) const {
  return agent.is_none() ? "nobody" : router_.blueprint().agents[agent.slot].name;
}

Stage::Output Stage::tell_events() {
  Output output;
  for (const Event& event : router_.drain_events()) {
    events_.push_back(event);
    const std::string line = to_text(event, names_);
    if (parse_event(line, names_).value != event) fail("does not read back: " + line);
    const std::string now = '+' + to_text(now_ - opening) + ' ';
    output.push_back(line.starts_with(now) ? line.substr(now.size()) : line);
  }
  return output;
}

void Stage::check_invariants() const {
  const std::string_view broken = router_.broken_invariant();
  if (!broken.empty()) fail(fmt::format("broken invariant: {}", broken));
}

AgentHandle Stage::agent(std::string_view name) const {
  const AgentHandle found = router_.agent(name);
  if (found.is_none()) fail(fmt::format("no agent is named {}", name));
  return found;
}

SessionHandle Stage::session(std::string_view name) const {
  const std::optional<std::uint64_t> reference = symbols_.find(name);
  const SessionHandle found = reference ? directory_.find(*reference) : SessionHandle::none();
  if (found.is_none()) fail(fmt::format("no session is named {}", name));
  return found;
}

GroupId Stage::group(std::string_view name) const {
  const auto& groups = router_.blueprint().groups;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].name == name) return GroupId{i};
  }
  fail(fmt::format("no group is named {}", name));
}

}  // namespace acd::scenario
