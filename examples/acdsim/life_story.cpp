// The router is asked before and after each command while the session is there.
#include "life_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "acd/companion/policy_text.hpp"
#include "acd/companion/text.hpp"
#include "acd/companion/time_text.hpp"
#include "acd/engine/router.hpp"
#include "clock_text.hpp"
#include "session_scene.hpp"

namespace acdsim {
namespace {

using acd::Cause;
using acd::EventKind;

template <class LineId, class Lines>
std::string name_of(const Lines& lines, LineId id) {
  return id.index() < lines.size() ? lines[id.index()].name : "nowhere";
}

class Story {
 public:
  Story(const acd::CompiledPlan& plan, const SessionLife& life, std::chrono::seconds utc_offset,
        const TextStyle& style)
      : router_{plan}, life_{life}, utc_offset_{utc_offset}, style_{style} {}

  std::string tell(std::span<const acd::TimedCommand> commands) {
    for (std::size_t i = 0; i < commands.size() && !is_over_; ++i) {
      const auto& [now, command] = commands[i];
      is_arrival_ = i == life_.command;
      if (i >= life_.command) look(command);
      static_cast<void>(router_.apply(command, now));
      for (const acd::Event& event : router_.drain_events()) {
        if (i >= life_.command) hear(event);
      }
      if (i >= life_.command) look_again(now);
      is_over_ = is_over_ || (is_arrival_ && life_.session.is_none());
    }
    if (!has_ended_) text_ += "  it is never served, and never ends\n";
    return std::move(text_);
  }

 private:
  [[nodiscard]] const acd::Blueprint& blueprint() const { return router_.blueprint(); }
  [[nodiscard]] std::string group(acd::GroupId id) const { return name_of(blueprint().groups, id); }
  [[nodiscard]] std::string agent(acd::AgentHandle handle) const {
    return handle.is_none() ? "nobody" : blueprint().agents[handle.slot].name;
  }

  void step(acd::Instant at, const std::string& what) {
    const acd::Instant local = at + utc_offset_;
    const std::string day = day_text(local);
    if (day != day_) text_ += style_.dim("  " + day) + '\n';
    day_ = day;
    const auto whole = [](acd::Instant instant) {
      return std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch());
    };
    const auto second = whole(local) % std::chrono::minutes{1};
    const acd::Duration since = whole(at) - whole(life_.arrived);
    const std::string passed = at == life_.arrived ? "" : "+" + acd::to_text(since);
    text_ +=
        fmt::format("  {}:{:02}  {:>10}  {}\n", clock_text(local), second.count(), passed, what);
  }
  void note(const std::string& what) {
    if (!what.empty()) text_ += style_.dim(fmt::format("{:24}{}", "", what)) + '\n';
  }

  void look(const acd::Command& command);
  void look_again(acd::Instant now);
  void hear(const acd::Event& event);
  void hear_of_session(const acd::Event& event);
  void hear_end(const acd::Event& event);
  void explain_choice(const acd::Event& event);
  void tell_wait_before() {
    note(fmt::format("until then {}", place_before_));
    note("agents: " + (hindrance_before_.empty() ? "none" : hindrance_before_));
  }
  [[nodiscard]] std::string arrival_text(const acd::Event& event) const;
  [[nodiscard]] std::string overflow_text(const acd::Event& event) const;
  [[nodiscard]] std::string plain_text(const acd::Event& event) const;
  [[nodiscard]] std::string way_text(const acd::Event& event) const;
  [[nodiscard]] std::string change_text(const acd::Event& event) const;
  [[nodiscard]] std::string schedule_text(const acd::Event& event) const;

  acd::Router router_;
  const SessionLife& life_;
  std::chrono::seconds utc_offset_;
  const TextStyle& style_;
  std::string text_{};
  std::string day_{};  ///< told last
  bool is_arrival_ = false;
  bool is_waiting_told_ = false;  ///< what keeps its agents from it, since something changed
  bool has_ended_ = false;
  bool is_over_ = false;
  acd::OfferToken wrap_up_{};
  std::string place_before_{};
  std::string hindrance_before_{};
  std::vector<std::string> free_before_{};
};

/// Before the command.
void Story::look(const acd::Command& command) {
  if (is_arrival_) {
    free_before_ = free_members(router_, command.group);
    return;
  }
  free_before_.clear();
  place_before_ = place_text(router_, life_.session);
  hindrance_before_ = why_nobody(router_, life_.session);
}

/// After it: why it waits, once for every place where it waits.
void Story::look_again(acd::Instant now) {
  const std::optional<acd::SessionView> view = router_.view(life_.session);
  if (!view || view->state != acd::SessionState::waiting || is_waiting_told_ || view->offers > 0) {
    return;
  }
  is_waiting_told_ = true;
  step(now, "waits: " + place_text(router_, life_.session));
  const std::string nobody = why_nobody(router_, life_.session);
  note("agents: " + (nobody.empty() ? "none" : nobody));
  const std::optional<acd::Duration> wait = router_.expected_wait(view->group, view->priority);
  if (wait) note("expected wait of a newcomer: " + acd::to_text(*wait));
  note(acd::hold_text(*view, {.blueprint = blueprint()}));
}

void Story::hear(const acd::Event& event) {
  if (event.session == life_.session && !life_.session.is_none()) return hear_of_session(event);
  if (wrap_up_.is_none() || event.offer != wrap_up_) return;
  if (event.kind != EventKind::wrap_up_ended) return;
  step(event.at, fmt::format("{} has wrapped up", agent(event.agent)));
  is_over_ = true;
}

std::string Story::arrival_text(const acd::Event& event) const {
  std::string text = event.group.is_none() ? "arrives" : "arrives in " + group(event.group);
  if (event.priority != 0) text += fmt::format(", priority {}", event.priority);
  const std::optional<acd::SessionView> view = router_.view(life_.session);
  if (view && view->customer != 0) text += fmt::format(", customer {}", view->customer);
  if (view && !view->requirement.is_none()) {
    text += fmt::format(", asks \"{}\"", name_of(blueprint().requirements, view->requirement));
  }
  return text;
}

std::string Story::overflow_text(const acd::Event& event) const {
  const std::string of = group(event.group);
  if (event.value == -1) return fmt::format("overflows from {}: its ticket rule", of);
  if (event.value == -2) return fmt::format("overflows from {}: its affinity", of);
  const auto& rules = blueprint().groups[event.group.index()].overflow;
  const auto index = static_cast<std::size_t>(event.value);
  const std::string rule = index < rules.size() ? rules[index].name : std::to_string(index);
  const std::string cause =
      event.cause == Cause::none ? "" : fmt::format(" ({})", acd::to_text(event.cause));
  return fmt::format("overflows from {}: its rule \"{}\"{}", of, rule, cause);
}

/// As logs have it, without what the line says anyway.
std::string Story::plain_text(const acd::Event& event) const {
  std::string text = acd::to_text(event, {.blueprint = blueprint()});
  text.erase(0, text.find(' ') + 1);  // the instant
  const std::string session = fmt::format(" s{}.{}", life_.session.slot, life_.session.generation);
  const std::size_t at = text.find(session);
  if (at != std::string::npos) text.erase(at, session.size());
  return text;
}

/// What stands behind the last "=".
std::string last_value(const std::string& text) { return text.substr(text.rfind('=') + 1); }

/// "rule vip", "node main": the step's kind and the line's name.
std::string Story::way_text(const acd::Event& event) const {
  std::string kind{acd::to_text(event.cause)};
  std::ranges::replace(kind, '_', ' ');
  const bool is_rule = event.cause == Cause::rule || event.cause == Cause::rule_off_duty;
  const acd::Why why = router_.why(life_.session).value_or(acd::Why{});
  if (!is_rule || why.entry.is_none()) return kind + ' ' + last_value(plain_text(event));
  const auto& rules = blueprint().entries[why.entry.index()].rules;
  return fmt::format("{} {}", kind, rules[static_cast<std::size_t>(event.value)].name);
}

std::string Story::change_text(const acd::Event& event) const {
  return fmt::format("its {} is now {}", acd::to_text(event.cause), last_value(plain_text(event)));
}

std::string Story::schedule_text(const acd::Event& event) const {
  const std::string when = event.until == acd::never
                               ? "when it opens"
                               : "from " + clock_text(event.until + utc_offset_) + " on";
  return fmt::format("is to wait in {} {}", group(event.group), when);
}

/// Whom it was chosen among, or before whom.
void Story::explain_choice(const acd::Event& event) {
  const acd::SkillGroup& of = blueprint().groups[event.group.index()];
  if (event.cause == Cause::preferred) note("affinity prefers " + agent(event.agent));
  if (!free_before_.empty()) {
    note(fmt::format("free there: {}", names_text(free_before_)));
    note(
        fmt::format("{} chooses agents by {}", of.name, acd::to_text(of.agent_order, blueprint())));
  } else if (!place_before_.empty()) {
    tell_wait_before();
    note(fmt::format("{} serves by {}", of.name, acd::to_text(of.session_order, blueprint())));
  }
}

void Story::hear_of_session(const acd::Event& event) {
  switch (event.kind) {
    case EventKind::arrived: return step(event.at, arrival_text(event));
    case EventKind::routed: return step(event.at, "goes by " + way_text(event));
    case EventKind::queued: is_waiting_told_ = false; return;  // told with those before it
    case EventKind::requeued: is_waiting_told_ = false; break;
    case EventKind::overflowed:
      is_waiting_told_ = false;
      return step(event.at, overflow_text(event));
    case EventKind::also_queued:
      is_waiting_told_ = false;
      return step(event.at, fmt::format("waits in {}, too", group(event.group)));
    case EventKind::changed: is_waiting_told_ = false; return step(event.at, change_text(event));
    case EventKind::offered:
      step(event.at, "is offered to " + agent(event.agent));
      return explain_choice(event);
    case EventKind::assigned:
      step(event.at, fmt::format("{} serves it{}", agent(event.agent),
                                 event.cause == Cause::picked ? ", by picking it" : ""));
      if (event.cause != Cause::accepted) explain_choice(event);
      return;
    case EventKind::ended: return hear_end(event);
    case EventKind::wrap_up_started:
      wrap_up_ = event.offer;
      is_over_ = false;
      return step(event.at, agent(event.agent) + " wraps up");
    case EventKind::scheduled: return step(event.at, schedule_text(event));
    case EventKind::offer_withdrawn:
    case EventKind::offer_ended:
    case EventKind::reminded:
    case EventKind::fell_due:
    case EventKind::held:
    case EventKind::hold_ended: break;
    case EventKind::wrap_up_extended:  // the others name no session
    case EventKind::wrap_up_ended:
    case EventKind::agent_state:
    case EventKind::agent_changed:
    case EventKind::requirement_defined:
    case EventKind::plan_opened:
    case EventKind::plan_closed:
    case EventKind::transition_added:
    case EventKind::timetables_extended:
    case EventKind::timetables_ended:
    case EventKind::surge_entered:
    case EventKind::surge_left:
    case EventKind::surge_released:
    case EventKind::break_held:
    case EventKind::break_denied:
    case EventKind::owner_changed:
    case EventKind::owners_moved:
    case EventKind::forgotten: return;
  }
  step(event.at, plain_text(event));
}

void Story::hear_end(const acd::Event& event) {
  has_ended_ = true;
  is_over_ = true;
  const bool is_given_up = event.cause == Cause::abandoned || event.cause == Cause::short_abandoned;
  if (!is_given_up) {
    return step(event.at, fmt::format("ends: {}", acd::to_text(event.cause)));
  }
  step(event.at, "gives up");
  if (!place_before_.empty()) tell_wait_before();
}

}  // namespace

std::string life_story(std::span<const acd::TimedCommand> commands, const acd::CompiledPlan& plan,
                       const SessionLife& life, std::chrono::seconds utc_offset,
                       const TextStyle& style) {
  return Story{plan, life, utc_offset, style}.tell(commands);
}

}  // namespace acdsim
