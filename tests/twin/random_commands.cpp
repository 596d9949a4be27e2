// Random commands: a kind by weight, then each of its fields from what the twin knows.
#include "twin/random_commands.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "twin/random_affinity.hpp"
#include "twin/random_plan.hpp"

namespace acd::twin {
namespace {

using std::chrono::seconds;

constexpr std::array<std::pair<CommandKind, unsigned>, 47> weights = {{
    {CommandKind::arrive, 200},
    {CommandKind::cancel, 35},
    {CommandKind::complete, 90},
    {CommandKind::requeue, 30},
    {CommandKind::reprioritise, 15},
    {CommandKind::require, 20},
    {CommandKind::move, 25},
    {CommandKind::set_attribute, 20},
    {CommandKind::exclude, 15},
    {CommandKind::confirm, 8},
    {CommandKind::choose, 30},
    {CommandKind::hand_over, 25},
    {CommandKind::accept, 100},
    {CommandKind::decline, 40},
    {CommandKind::withdrawn, 40},
    {CommandKind::pick, 25},
    {CommandKind::sign_in, 50},
    {CommandKind::ready, 70},
    {CommandKind::not_ready, 22},
    {CommandKind::drain, 10},
    {CommandKind::sign_out, 6},
    {CommandKind::lose_agent, 8},
    {CommandKind::end_wrap_up, 25},
    {CommandKind::extend_wrap_up, 15},
    {CommandKind::set_capacity, 12},
    {CommandKind::report_outside, 15},
    {CommandKind::set_level, 12},
    {CommandKind::set_preference, 12},
    {CommandKind::define_requirement, 8},
    {CommandKind::reconcile, 4},
    {CommandKind::switch_plans, 10},
    {CommandKind::end_switch, 5},
    {CommandKind::add_transition, 2},
    {CommandKind::extend_timetables, 3},
    {CommandKind::enter_surge, 8},
    {CommandKind::leave_surge, 8},
    {CommandKind::release_surge, 8},
    {CommandKind::postpone, 12},
    {CommandKind::call_back, 12},
    {CommandKind::not_reached, 15},
    {CommandKind::approve_break, 12},
    {CommandKind::deny_break, 6},
    {CommandKind::remember, 25},
    {CommandKind::set_owner, 20},
    {CommandKind::move_owners, 12},
    {CommandKind::forget_customer, 5},
    {CommandKind::advance, 20},
}};

CommandKind random_kind(Random& random) {
  unsigned sum = 0;
  for (const auto& [kind, weight] : weights) sum += weight;
  std::size_t drawn = random.below(sum);
  for (const auto& [kind, weight] : weights) {
    if (drawn < weight) return kind;
    drawn -= weight;
  }
  return CommandKind::advance;
}

/// Draws one command for the state that the twin is in.
class Draft {
 public:
  Draft(Random& random, const TwinRouter& twin) : random_{random}, twin_{twin} {}

  TimedCommand draw();

 private:
  [[nodiscard]] Instant instant();
  void fill(CommandField field);
  void fill_entry();
  [[nodiscard]] SessionHandle session();
  [[nodiscard]] OfferToken offer();
  [[nodiscard]] AgentHandle agent();
  [[nodiscard]] bool suits(const SessionRecord& session) const;
  [[nodiscard]] bool suits(const OfferRecord& offer) const;
  [[nodiscard]] bool suits(const AgentRecord& agent) const;
  [[nodiscard]] bool anybody_suits() const;
  [[nodiscard]] ExcludedAgents excluded();
  [[nodiscard]] ScoredAgents preferred();
  [[nodiscard]] TimePlanIds plans();
  [[nodiscard]] std::uint64_t customer();
  [[nodiscard]] Instant start();
  [[nodiscard]] Instant until();
  [[nodiscard]] Instant not_before();
  [[nodiscard]] AttributeValues attributes();
  [[nodiscard]] std::int64_t value();
  [[nodiscard]] std::int64_t key();
  [[nodiscard]] Requirement expression();
  [[nodiscard]] Duration duration();

  /// The index of a line, sometimes one too far, sometimes none.
  template <class LineId>
  [[nodiscard]] LineId line(std::size_t lines, unsigned none_percent) {
    if (random_.percent(none_percent)) return LineId::none();
    const std::size_t end = lines + (lines == 0 || random_.percent(4) ? 1 : 0);
    return LineId{random_.below(end)};
  }
  /// The handle of somebody whom the command suits, else of anybody, else of nobody.
  template <class HandleType, class Record>
  [[nodiscard]] HandleType handle(const SlotTable<Record>& table, HandleType Record::*handle_of) {
    std::vector<HandleType> suitable;
    for (const Record* record : table.live()) {
      if (suits(*record)) suitable.push_back(record->*handle_of);
    }
    if (!suitable.empty() && random_.percent(85)) return random_.one_of(suitable);
    HandleType any{static_cast<std::uint32_t>(random_.below(table.slots.size() + 1)), 1};
    if (any.slot < table.slots.size() && random_.percent(90)) {
      const std::uint32_t newest = table.slots[any.slot].generation;
      any.generation = random_.percent(60) ? newest : random_.between(0U, newest + 1);
    }
    return any;
  }

  Random& random_;
  const TwinRouter& twin_;
  const Blueprint& plan_ = twin_.blueprint();
  Command command_{};
  Instant now_{};
};

bool is_of_any_arrival(CommandField field) {
  return field == CommandField::reference || field == CommandField::group ||
         field == CommandField::priority;
}

TimedCommand Draft::draw() {
  now_ = instant();
  for (int tries = 0; tries < 4; ++tries) {
    command_.kind = random_kind(random_);
    if (anybody_suits()) break;
  }
  if (random_.percent(1) && random_.percent(30)) {
    command_.kind = static_cast<CommandKind>(static_cast<int>(last_command_kind) + 1);
  }
  const bool names_only_a_group = command_.kind == CommandKind::arrive && random_.percent(40);
  for (const CommandField field : fields_of(command_.kind)) {
    if (!names_only_a_group || is_of_any_arrival(field)) fill(field);
  }
  if (random_.percent(1) && random_.percent(20)) command_.effect = static_cast<LayerEffect>(2);
  return {now_, command_};
}

// Often the same instant again or exactly a deadline, sometimes far beyond several.
Instant Draft::instant() {
  const Instant now = twin_.now();
  const Instant due = std::min(twin_.next_deadline(), latest + Duration{1});
  const std::size_t way = random_.below(1000);
  Instant chosen = now;
  if (way < 450) return now;
  if (way < 660) {
    chosen = now + random_seconds(random_, 0, 2);
  } else if (way < 700) {
    chosen = edge_of_memory(random_, twin_);
  } else if (way < 880) {
    chosen = due;
  } else if (way < 940) {
    chosen = std::max(now, due - Duration{1});
  } else if (way < 980) {
    chosen = now + random_seconds(random_, 3, 40);
  } else if (way < 995) {
    return now - random_seconds(random_, 0, 3);
  } else {
    return random_.percent(50) ? earliest - Duration{1} : latest + Duration{1};
  }
  return chosen > latest && random_.percent(97) ? now : chosen;
}

void Draft::fill(CommandField field) {
  switch (field) {
    case CommandField::session: command_.session = session(); return;
    case CommandField::agent: command_.agent = agent(); return;
    case CommandField::offer: command_.offer = offer(); return;
    case CommandField::reference: command_.reference = random_.below(100); return;
    case CommandField::group:
      command_.group =
          line<GroupId>(plan_.groups.size(), command_.kind == CommandKind::arrive ? 1 : 20);
      return;
    case CommandField::channel:
      command_.channel = line<ChannelId>(plan_.channels.size(), 30);
      return;
    case CommandField::priority:
      command_.priority = random_.between<Priority>(0, random_.percent(3) ? 4 : 3);
      return;
    case CommandField::requirement:
      command_.requirement = line<RequirementId>(twin_.requirements().size(), 60);
      return;
    case CommandField::start: command_.start = start(); return;
    case CommandField::due:
      if (random_.percent(40)) command_.due = now_ + random_seconds(random_, 0, 20);
      if (random_.percent(2)) command_.due = earliest - Duration{1};
      return;
    case CommandField::seniority:
      command_.seniority = static_cast<Seniority>(random_.below(random_.percent(2) ? 3 : 2));
      return;
    case CommandField::attribute:
      command_.attribute = line<AttributeId>(plan_.attributes.size(), 0);
      return;
    case CommandField::value: command_.value = value(); return;
    case CommandField::duration: command_.duration = duration(); return;
    case CommandField::reason: command_.reason = line<ReasonId>(plan_.reasons.size(), 40); return;
    case CommandField::capacity:
      command_.capacity = line<CapacityRuleId>(plan_.capacities.size(), 0);
      return;
    case CommandField::count: command_.count = random_.between<std::uint16_t>(0, 2); return;
    case CommandField::level:
      command_.level = random_.between<Level>(0, random_.percent(3) ? 6 : 5);
      return;
    case CommandField::preference: command_.preference = random_.between<Preference>(0, 2); return;
    case CommandField::attributes: command_.attributes = attributes(); return;
    case CommandField::excluded: command_.excluded = excluded(); return;
    case CommandField::expression: command_.expression = expression(); return;
    case CommandField::entry: return fill_entry();
    case CommandField::customer: command_.customer = customer(); return;
    case CommandField::successor:
      if (random_.percent(60)) command_.successor = agent();
      return;
    case CommandField::preferred: command_.preferred = preferred(); return;
    case CommandField::not_before: command_.not_before = not_before(); return;
    case CommandField::plans: command_.plans = plans(); return;
    case CommandField::effect:
      command_.effect = static_cast<LayerEffect>(random_.below(random_.percent(2) ? 3 : 2));
      return;
    case CommandField::until: command_.until = until(); return;
    case CommandField::surge: command_.surge = line<SurgeId>(plan_.surges.size(), 0); return;
    case CommandField::zone: command_.zone = line<ZoneId>(plan_.zones.size(), 0); return;
  }
}

// Then the group is what the session names, or none.
void Draft::fill_entry() {
  if (!random_.percent(plan_.entries.empty() ? 1 : 50)) return;
  command_.entry = line<EntryId>(plan_.entries.size(), 0);
  if (random_.percent(50)) command_.group = GroupId::none();
  if (random_.percent(90)) command_.channel = line<ChannelId>(plan_.channels.size(), 0);
}

// Often where it would be refused now, so that several wait for an opening.
Instant Draft::not_before() {
  if (random_.percent(1)) return now_ - Duration{1};
  if (command_.kind == CommandKind::postpone || command_.kind == CommandKind::call_back) {
    if (random_.percent(15)) return random_.percent(50) ? never : now_;
    return now_ + random_seconds(random_, 0, 8);
  }
  const GroupId group = command_.group;
  const bool is_closed = group.index() < plan_.groups.size() && !twin_.is_open(group);
  return random_.percent(is_closed ? 60 : 10) ? now_ + random_seconds(random_, 0, 8) : never;
}

SessionHandle Draft::session() { return handle(twin_.sessions(), &SessionRecord::handle); }

OfferToken Draft::offer() { return handle(twin_.offers(), &OfferRecord::token); }

AgentHandle Draft::agent() {
  std::vector<AgentHandle> suitable;
  for (std::size_t i = 0; i < twin_.agents().size(); ++i) {
    if (suits(twin_.agents()[i])) suitable.push_back({static_cast<std::uint32_t>(i), 1});
  }
  if (!suitable.empty() && random_.percent(85)) return random_.one_of(suitable);
  const std::size_t end = twin_.agents().size() + (random_.percent(10) ? 1 : 0);
  return {static_cast<std::uint32_t>(random_.below(std::max<std::size_t>(end, 1))),
          random_.percent(96) ? 1U : static_cast<std::uint32_t>(2 * random_.below(2))};
}

bool Draft::suits(const SessionRecord& session) const {
  const bool serving = session.state == SessionState::serving;
  if (command_.kind == CommandKind::choose) return session.state == SessionState::in_menu;
  if (command_.kind == CommandKind::hand_over) return session.state == SessionState::with_bot;
  if (command_.kind == CommandKind::cancel) return !serving;
  if (command_.kind == CommandKind::complete && session.state == SessionState::with_bot)
    return true;
  if (command_.kind == CommandKind::call_back) {
    return session.state == SessionState::waiting &&
           plan_.groups[session.group.index()].callbacks.has_value();
  }
  if (command_.kind == CommandKind::not_reached) {
    return serving && plan_.groups[session.group.index()].callbacks.has_value();
  }
  const bool wants_service = command_.kind == CommandKind::complete ||
                             command_.kind == CommandKind::requeue ||
                             command_.kind == CommandKind::postpone;
  const bool wants_either = command_.kind == CommandKind::set_attribute ||
                            command_.kind == CommandKind::exclude ||
                            command_.kind == CommandKind::confirm;
  return wants_either || wants_service == serving;
}

bool Draft::suits(const OfferRecord& offer) const {
  switch (offer.state) {
    case OfferState::outstanding:
      return command_.kind == CommandKind::accept || command_.kind == CommandKind::decline;
    case OfferState::withdrawing:
      return command_.kind == CommandKind::withdrawn ||
             (command_.kind == CommandKind::accept && offer.withdrawal == Cause::cancelled);
    case OfferState::serving: return false;
    case OfferState::wrapping_up:
      return command_.kind == CommandKind::end_wrap_up ||
             command_.kind == CommandKind::extend_wrap_up;
  }
  return false;
}

bool Draft::suits(const AgentRecord& agent) const {
  const bool signed_in = agent.state != AgentState::signed_out;
  if (command_.kind == CommandKind::sign_in) return !signed_in;
  if (command_.kind == CommandKind::ready) return signed_in && agent.state != AgentState::ready;
  const bool is_of_break =
      command_.kind == CommandKind::approve_break || command_.kind == CommandKind::deny_break;
  if (is_of_break) return agent.held.has_value();
  const bool is_of_owner =
      command_.kind == CommandKind::remember || command_.kind == CommandKind::set_owner;
  if (is_of_owner) return agent.state == AgentState::ready || agent.state == AgentState::not_ready;
  constexpr std::array of_anybody = {CommandKind::arrive, CommandKind::exclude,
                                     CommandKind::move_owners};
  return signed_in || std::ranges::count(of_anybody, command_.kind) > 0;
}

// Whether there is a subject in a state that the command is for.
bool Draft::anybody_suits() const {
  const auto fields = fields_of(command_.kind);
  if (fields.empty()) return true;
  if (command_.kind >= CommandKind::remember && !twin_.keeps_memory()) return false;
  const auto suit = [this](const auto* record) { return suits(*record); };
  if (fields.front() == CommandField::session) {
    return std::ranges::any_of(twin_.sessions().live(), suit);
  }
  if (fields.front() == CommandField::offer)
    return std::ranges::any_of(twin_.offers().live(), suit);
  if (fields.front() != CommandField::agent) return true;
  return std::ranges::any_of(twin_.agents(),
                             [this](const AgentRecord& record) { return suits(record); });
}

// Mostly none, sometimes as many as fit.
ExcludedAgents Draft::excluded() {
  const unsigned more = random_.percent(5) ? 90 : 10;
  ExcludedAgents result;
  while (result.size() < ExcludedAgents::capacity && random_.percent(more)) {
    result.push_back(agent());
  }
  return result;
}

TimePlanIds Draft::plans() {
  TimePlanIds result;
  while (random_.percent(60)) result.push_back(line<TimePlanId>(plan_.time_plans.size(), 0));
  return result;
}

// Mostly one of few; of the others some come only once, and push out what is remembered.
std::uint64_t Draft::customer() {
  if (random_.percent(8)) return ~(std::uint64_t{random_.below(200)} << 56);
  const std::uint64_t most = random_.percent(50) ? 2 : customers_max;
  return random_.between<std::uint64_t>(random_.percent(20) ? 0 : 1, most);
}

// Mostly each agent once.
ScoredAgents Draft::preferred() {
  const unsigned more = random_.percent(40) ? 70 : 10;
  ScoredAgents result;
  std::set<AgentHandle> before;
  while (result.size() < ScoredAgents::capacity && random_.percent(more)) {
    const AgentHandle one = agent();
    if (!before.insert(one).second && random_.percent(95)) break;
    result.push_back({one, random_.between<std::uint8_t>(0, 3)});
  }
  return result;
}

Instant Draft::until() {
  if (command_.kind == CommandKind::extend_timetables) {
    return plan_.timetables_until + random_seconds(random_, random_.percent(10) ? -1 : 1, 60);
  }
  if (random_.percent(30)) return never;
  return now_ + random_seconds(random_, random_.percent(10) ? 0 : 1, 10);
}

Instant Draft::start() {
  if (command_.kind == CommandKind::add_transition) {
    return plan_.timetables_until + random_seconds(random_, random_.percent(10) ? -1 : 0, 30);
  }
  if (command_.kind == CommandKind::reconcile) return now_ - random_seconds(random_, -1, 10);
  if (random_.percent(command_.kind == CommandKind::remember ? 40 : 70)) return never;
  if (random_.percent(5)) return now_ + Duration{1};
  if (random_.percent(5)) return earliest - Duration{1};
  return std::max(earliest, now_ - random_seconds(random_, 0, 6));
}

AttributeValues Draft::attributes() {
  AttributeValues result;
  while (random_.percent(35)) {
    command_.attribute = line<AttributeId>(plan_.attributes.size(), 0);
    result.push_back({command_.attribute, value()});
  }
  command_.attribute = AttributeId::none();
  return result;
}

std::int64_t Draft::value() {
  if (command_.kind == CommandKind::choose) return key();
  if (command_.kind == CommandKind::add_transition) {
    return random_.between<std::int64_t>(-9, 9) + (random_.percent(5) ? 100'000 : 0);
  }
  static const std::vector<std::int64_t> extreme = {-32769, -32768, 32767, 32768, 1LL << 40};
  if (random_.percent(10)) return random_.one_of(extreme);
  return random_.between<std::int64_t>(random_.percent(10) ? -2 : 0, random_.percent(10) ? 4 : 1);
}

// Mostly of a node below the one where the session is.
std::int64_t Draft::key() {
  std::vector<std::int64_t> keys;
  const SessionRecord* session = twin_.sessions().find(command_.session);
  for (const MenuNode& node : plan_.menu_nodes) {
    if (session && node.parent == session->node && !node.parent.is_none()) keys.push_back(node.key);
  }
  return keys.empty() || random_.percent(10) ? 7 : random_.one_of(keys);
}

Requirement Draft::expression() {
  const SkillId known{0};
  if (random_.percent(10)) return has_skill(SkillId{plan_.skills.size()});
  if (random_.percent(10)) return SkillTest{known, 2, 1};
  if (random_.percent(10)) return skill_at_least(known, 6);
  Requirement result = random_requirement(random_, plan_);
  if (random_.percent(10)) {
    for (std::size_t i = 0; i < Requirement::capacity; ++i) result = result && has_skill(known);
  }
  return result;
}

Duration Draft::duration() {
  if (random_.percent(5)) return longest + Duration{1};
  if (random_.percent(5)) return longest;
  return random_seconds(random_, random_.percent(10) ? -1 : 1, 3);
}

}  // namespace

TimedCommand random_command(Random& random, const TwinRouter& twin) {
  return Draft{random, twin}.draw();
}

Instant random_first_instant(Random& random) {
  const std::size_t way = random.below(10);
  if (way == 0) return earliest;
  if (way == 1) return latest - random_seconds(random, 1, 60);
  return Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};
}

}  // namespace acd::twin
