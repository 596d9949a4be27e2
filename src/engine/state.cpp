// Memory for all that the limits allow.
#include "engine/state.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace acd {
inline namespace v1 {

namespace {

std::size_t size_if(bool condition, std::size_t size) { return condition ? size : 0; }

// Groups differ neither in weight nor in the order of their sessions, which is the usual one.
bool follows_keys(const PlanTables& plan) {
  const std::vector<SkillGroup>& stated = plan.blueprint.groups;
  const auto is_usual = [](const GroupTables& group) { return group.session_keys.is_usual(); };
  const auto has_same_weight = [&](const SkillGroup& group) {
    return group.weight == stated.front().weight;
  };
  return plan.work.is_usual() && std::ranges::all_of(plan.groups, is_usual) &&
         std::ranges::all_of(stated, has_same_weight);
}

bool has_order(const PlanTables& plan, config::TieBreak by) {
  return std::ranges::any_of(
      plan.groups, [by](const GroupTables& group) { return group.agent_keys.tie_break() == by; });
}

}  // namespace

EngineState::EngineState(CompiledPlan plan)
    : plan_holder_{std::move(plan)},
      plan_{plan_holder_.tables()},
      channels_{plan_.blueprint.channels.size()},
      priority_max_{plan_.blueprint.limits.priority_max},
      ring_bits_{static_cast<std::uint32_t>(
          std::bit_width(plan_.rings_max * plan_.overflow.places_max - 1))},
      session_slots_{plan_.blueprint.limits.sessions},
      sessions_(plan_.blueprint.limits.sessions),
      servers_(plan_.blueprint.limits.sessions),
      ways_(plan_.blueprint.limits.sessions),
      attributes_(plan_.blueprint.limits.sessions * plan_.blueprint.attributes.size()),
      agents_(plan_.agents.size()),
      terms_(plan_.agents.size()),
      loads_(plan_.agents.size() * channels_),
      memberships_(plan_.memberships.size()),
      counts_shares_{plan_.work.asks_share()},
      works_by_keys_{follows_keys(plan_)},
      served_(plan_.memberships.size()),
      offer_slots_{plan_.offers_max},
      offers_(plan_.offers_max),
      groups_(plan_.groups.size()),
      ready_{0},
      waiting_{std::size_t{plan_.blueprint.limits.sessions} << ring_bits_},
      plans_(plan_.timetables.size()),
      zones_{plan_.blueprint.zones},
      with_bot_(plan_.blueprint.bots.size()),
      timetables_until_{plan_.blueprint.timetables_until},
      is_started_{plan_.timetables.empty() && !plan_.overflow.has_rounds},
      stays_(plan_.overflow.keeps_stays ? plan_.blueprint.limits.sessions : 0),
      stay_lists_(plan_.groups.size() + plan_.overflow.thresholds),
      forecasts_(plan_.overflow.keeps_stays ? plan_.groups.size() : 0),
      surges_(plan_.blueprint.surges.size()),
      was_true_(plan_.overflow.waking.size()),
      breaks_(plan_.blueprint.break_rules.empty() ? 0 : plan_.agents.size()),
      preferences_(plan_.affinity.has_affinity ? plan_.blueprint.limits.sessions : 0),
      hold_lists_(plan_.affinity.has_affinity ? plan_.agents.size() + plan_.blueprint.teams.size()
                                              : 0),
      memory_{plan_.blueprint.memory.contacts},
      contacts_of_(plan_.affinity.keeps_memory ? plan_.agents.size() : 0),
      turns_(size_if(has_order(plan_, config::TieBreak::circular), plan_.groups.size())),
      ready_instants_(
          size_if(has_order(plan_, config::TieBreak::weighted_ready), plan_.agents.size())),
      timers_{(latest + Duration{1}).time_since_epoch().count()},
      touched_sessions_{plan_.blueprint.limits.sessions},
      touched_agents_{plan_.agents.size()},
      called_agents_{plan_.overflow.keeps_free ? plan_.agents.size() : 0},
      changed_agents_{plan_.agents.size()},
      random_{plan_.blueprint.seed} {
  for (std::size_t i = 0; i < hold_lists_.size(); ++i) hold_lists_[i] = nil;
  for (std::size_t i = 0; i < turns_.size(); ++i) turns_[i] = nil;
  open_records();
  read_groups();
  read_plans();
  for (const NamedRequirement& named : plan_.blueprint.requirements) {
    requirements_.push_back(named.requirement);
  }
  class_of_.assign((requirements_.size() + 1) * groups_.size() * channels_, nil);
  candidates_.reserve(agents_.size());
  // One bar for each session; where there are more, they grow to the most ever held.
  bars_.reserve(sessions_.size());
  free_bars_.reserve(sessions_.size());
  timers_.reserve(offers_.size() + 3 * sessions_.size() + 2 * plans_.size() + 1 + stays_.size() +
                  plan_.overflow.thresholds + 2 * surges_.size() + preferences_.size() +
                  bars_.capacity());
}

void EngineState::open_records() {
  std::size_t next = 0;
  for (std::size_t i = 0; i < agents_.size(); ++i) {
    terms_[i].capacity = terms_[i].works_by = plan_.blueprint.agents[i].capacity;
    agents_[i].has_wrap_up = plan_.agents[i].has_wrap_up;
    for (const Membership& membership : plan_.blueprint.agents[i].memberships) {
      memberships_[next++] = {membership.level, membership.preference};
    }
  }
  for (std::size_t i = 0; i < sessions_.size(); ++i) sessions_[i].self = {static_cast<Slot>(i), 1};
  for (std::size_t i = 0; i < offers_.size(); ++i) offers_[i].self = {static_cast<Slot>(i), 1};
}

void EngineState::read_groups() {
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const GroupTables& group = plan_.groups[i];
    const bool answers = group.offer.mode == OfferMode::assign;
    const SkillGroup& stated = plan_.blueprint.groups[i];
    const GroupOverflow& rules = plan_.overflow.groups[i];
    const bool escalates = stated.tickets && !stated.tickets->escalate_to.is_none();
    const GroupAffinity& affinity = plan_.affinity.of(GroupId{i});
    const bool is_affine = !affinity.strategies.empty();
    const bool takes_at_once = group.is_push && answers && !group.has_delays &&
                               !group.agent_keys.scans() && !rules.has_arriving &&
                               !stated.tickets && !rules.is_counted && !rules.has_waiting;
    groups_[i] = {.max_length = group.max_length,
                  .channels = group.channels,
                  .first_channel = group.first_channel,
                  .is_timed = group.has_delays || group.max_wait > Duration{0} ||
                              plan_.overflow.keeps_stays || is_affine,
                  .is_asked = rules.has_waiting || escalates || is_affine,
                  .prefers_at_once = takes_at_once && is_affine && !affinity.asks_conditions,
                  .takes_at_once = takes_at_once && !is_affine,
                  .has_arriving = rules.has_arriving,
                  .is_affine = is_affine,
                  .is_counted = rules.is_counted,
                  .is_noted = rules.is_counted || turns_.size() != 0,
                  .has_wrap_up = plan_.has_wrap_up(GroupId{i}) || rules.is_counted,
                  .tie_break = group.agent_keys.tie_break()};
    const GroupId id{i};
    groups_[i].served = {.live = true,
                         .state = SessionState::serving,
                         .is_plain = true,
                         .channel = group.first_channel,
                         .group = id};
    groups_[i].service = {
        .live = true, .state = OfferState::serving, .channel = group.first_channel, .group = id};
    groups_[i].arrived =
        EventHead{{.kind = EventKind::arrived, .channel = group.first_channel, .group = id}};
    groups_[i].assigned =
        EventHead{{.kind = EventKind::assigned, .cause = Cause::chosen, .group = id}};
    groups_[i].is_usual = is_usual(groups_[i]);
    groups_[i].ends_plainly = !groups_[i].has_wrap_up && !groups_[i].is_noted && !counts_shares_ &&
                              !plan_.overflow.has_rounds && !plan_.overflow.keeps_stays &&
                              !plan_.overflow.keeps_free;
  }
}

bool EngineState::is_usual(const GroupRecord& group) const {
  return group.is_open && (group.takes_at_once || group.prefers_at_once) &&
         !plan_.overflow.keeps_free;
}

// Its openness may change, and whether its ready list is one.
bool EngineState::is_plain(const GroupRecord& group) const {
  return group.is_usual && group.ends_plainly && !group.prefers_at_once && group.ready_list != nil;
}

void EngineState::read_plans() {
  for (std::size_t i = 0; i < plans_.size(); ++i) plans_[i].hours = plan_.timetables[i];
  if (!plans_.empty() || preferences_.size() != 0) ordered_.reserve(sessions_.size());
}

}  // namespace v1
}  // namespace acd
