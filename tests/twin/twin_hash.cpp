// The state hash: every fact that later decisions depend on, mixed in a fixed order.
#include <algorithm>

#include "twin/twin_facts.hpp"

namespace acd::twin {
namespace {

class Hash {
 public:
  void mix(std::uint64_t x) {
    value_ = (value_ ^ x) * 0x9e3779b97f4a7c15U;
    value_ ^= value_ >> 32;
  }
  void mix(Duration duration) { mix(static_cast<std::uint64_t>(duration.count())); }
  void mix(Instant instant) { mix(instant.time_since_epoch()); }
  template <class Tag, class Rep>
  void mix(Id<Tag, Rep> id) {
    mix(std::uint64_t{id.value()});
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void mix(Enum enumerator) { mix(static_cast<std::uint64_t>(enumerator)); }
  template <class Tag>
  void mix(Handle<Tag> handle) {
    mix(std::uint64_t{handle.slot});
    mix(std::uint64_t{handle.generation});
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

void mix_requirement(Hash& hash, const Requirement& requirement) {
  hash.mix(std::uint64_t{requirement.nodes().size()});
  for (const Requirement::Node& node : requirement.nodes()) {
    hash.mix(node.op);
    if (node.op != BooleanOp::leaf) continue;
    hash.mix(node.leaf.skill);
    hash.mix(std::uint64_t{node.leaf.low});
    hash.mix(std::uint64_t{node.leaf.high});
  }
}

void mix_session(Hash& hash, const SessionRecord& session) {
  hash.mix(session.state);
  hash.mix(session.group);
  hash.mix(session.channel);
  hash.mix(std::uint64_t{session.priority});
  hash.mix(session.requirement);
  hash.mix(session.reference);
  hash.mix(session.start);
  hash.mix(session.queued_at);
  hash.mix(session.due);
  hash.mix(session.number);
  hash.mix(std::uint64_t{session.overdue});
  hash.mix(std::uint64_t{std::min(session.offers_made, 65535U)});  // no bound is above
  hash.mix(session.last_sign);
  hash.mix(session.entry);
  hash.mix(session.named);
  hash.mix(session.node);
  hash.mix(session.bot);
  hash.mix(std::uint64_t{session.rule});
  hash.mix(session.customer);
  hash.mix(session.begin.at);
  hash.mix(
      std::uint64_t{session.starts_when_queued} | std::uint64_t{session.priority_decided} << 1 |
      std::uint64_t{session.requirement_decided} << 2 | std::uint64_t{session.handed_over} << 3);
  hash.mix(std::uint64_t{session.way.size()});
  for (const WayStep& step : session.way) {
    hash.mix(step.cause);
    hash.mix(std::uint64_t{step.line});
  }
  std::uint64_t present = 0;
  for (std::size_t i = 0; i < session.attributes.size(); ++i) {
    if (session.attributes[i]) present |= std::uint64_t{1} << i;
  }
  hash.mix(present);
  for (const auto& value : session.attributes) {
    if (value) hash.mix(static_cast<std::uint64_t>(*value));
  }
}

void mix_bars(Hash& hash, const std::vector<Bar>& bars) {
  for (const Bar& bar : bars) {
    hash.mix(std::uint64_t{bar.agent});
    hash.mix(bar.end.at);
  }
}

// What overflow, tickets and callbacks know of it.
void mix_stay(Hash& hash, const SessionRecord& session, std::size_t rules) {
  hash.mix(session.hops);
  hash.mix(std::uint64_t{session.taken_from.size()});
  for (const GroupId group : session.taken_from) hash.mix(group);
  hash.mix(std::uint64_t{session.attempts});
  const std::uint64_t rule_of = session.ticket.group.value();
  hash.mix(session.ticket.reminders | std::uint64_t{session.ticket.fell_due} << 8 |
           std::uint64_t{session.ticket.escalated} << 9 | rule_of << 16);
  if (session.state != SessionState::waiting) return;
  hash.mix(session.joined);
  hash.mix(std::uint64_t{session.also.size()});
  for (const Place& place : session.also) hash.mix(place.group);
  for (std::size_t i = 0; i < rules; ++i) {
    hash.mix(i < session.acted.size() ? session.acted[i] : 0);
  }
}

void mix_affinity(Hash& hash, const SessionRecord& session) {
  hash.mix(std::uint64_t{session.preferred.size()});
  for (const ScoredAgent& each : session.preferred) {
    hash.mix(std::uint64_t{each.agent.slot});
    hash.mix(std::uint64_t{each.score});
  }
  hash.mix(std::uint64_t{session.went_to_backup});
  if (session.state != SessionState::waiting) return;
  hash.mix(session.hold ? 1 + std::uint64_t{session.hold->strategy} : 0);
  if (!session.hold) return;
  hash.mix(session.hold->ring);
  hash.mix(session.hold->until);
  hash.mix(std::uint64_t{session.hold->agents.size()});
  for (const std::size_t agent : session.hold->agents) hash.mix(std::uint64_t{agent});
}

void mix_contact(Hash& hash, const Contact& contact) {
  const auto slot_of = [](AgentHandle agent) {
    return agent.is_none() ? std::uint64_t{0xffffffffU} : std::uint64_t{agent.slot};
  };
  hash.mix(contact.customer);
  if (contact.customer == 0) return;
  hash.mix(contact.at);
  hash.mix(slot_of(contact.agent));
  hash.mix(slot_of(contact.owner));
  hash.mix(contact.group);
  hash.mix(std::uint64_t{contact.is_familiar});
}

void mix_surge(Hash& hash, const SurgeRecord& surge) {
  hash.mix(std::uint64_t{surge.is_on});
  hash.mix(surge.changed.value_or(earliest));
  hash.mix(surge.held ? std::uint64_t{1} + static_cast<std::uint64_t>(*surge.held) : 0);
  hash.mix(surge.held_until);
}

void mix_plan(Hash& hash, const PlanRecord& plan) {
  hash.mix(std::uint64_t{plan.open});
  hash.mix(plan.switched ? std::uint64_t{1} + static_cast<std::uint64_t>(*plan.switched) : 0);
  hash.mix(plan.switched_until);
}

enum class Shares : bool { uncounted, counted };

void mix_agent(Hash& hash, const AgentRecord& agent, Shares shares) {
  hash.mix(agent.state);
  hash.mix(agent.reason);
  hash.mix(agent.capacity);
  hash.mix(std::uint64_t{agent.handled});
  hash.mix(std::uint64_t{agent.misses});
  hash.mix(agent.ready_number);
  hash.mix(agent.handled_number);
  hash.mix(agent.offered_number);
  for (const std::uint16_t sessions : agent.outside) hash.mix(std::uint64_t{sessions});
  for (const MembershipRecord& member : agent.memberships) {
    hash.mix(std::uint64_t{member.level});
    hash.mix(std::uint64_t{member.preference});
    if (shares == Shares::counted) hash.mix(member.served);
  }
}

void mix_offer(Hash& hash, const OfferRecord& offer) {
  hash.mix(offer.state);
  hash.mix(offer.session);
  hash.mix(std::uint64_t{offer.agent});
  hash.mix(offer.channel);
  hash.mix(offer.group);
  hash.mix(offer.withdrawal);
  hash.mix(offer.end.at);
  hash.mix(offer.since);
}

void mix_forecast(Hash& hash, const ForecastRecord& of) {
  hash.mix(static_cast<std::uint64_t>(of.work));
  hash.mix(static_cast<std::uint64_t>(of.area));
  for (const Mean& mean : {of.answers, of.losses, of.handling}) {
    hash.mix(static_cast<std::uint64_t>(mean.sum));
    hash.mix(static_cast<std::uint64_t>(mean.count));
  }
}

void mix_break(Hash& hash, const AgentRecord& agent) {
  hash.mix(agent.held ? 1 + std::uint64_t{agent.held->reason.value()} : 0);
  const HeldBreak held = agent.held.value_or(HeldBreak{});
  hash.mix(held.number);
  hash.mix(std::uint64_t{held.approved});
}

template <class Record, class MixRecord>
void mix_slots(Hash& hash, const SlotTable<Record>& table, const MixRecord& mix_record) {
  hash.mix(std::uint64_t{table.slots.size()});
  for (const auto& slot : table.slots) {
    hash.mix(std::uint64_t{slot.generation});
    hash.mix(std::uint64_t{slot.tenant.has_value()});
    if (slot.tenant) mix_record(*slot.tenant);
  }
}

template <class Record>
void mix_free(Hash& hash, const SlotTable<Record>& table) {
  for (std::size_t i = table.free.size(); i > 0; --i) hash.mix(std::uint64_t{table.free[i - 1]});
}

}  // namespace

bool TwinFacts::weighs_ready() const {
  for (std::size_t group = 0; group < blueprint_.groups.size(); ++group) {
    const auto last = decides_among_equals(GroupId{group});
    if (last == AgentCriterionKind::longest_weighted_ready) return true;
  }
  return false;
}

// Of each group that has one, in order; nobody's is 2^32 - 1.
std::vector<std::size_t> TwinFacts::circular_turns() const {
  std::vector<std::size_t> turns;
  for (std::size_t group = 0; group < turns_.size(); ++group) {
    if (decides_among_equals(GroupId{group}) != AgentCriterionKind::circular) continue;
    turns.push_back(turns_[group].value_or(0xffffffff));
  }
  return turns;
}

bool TwinFacts::keeps_stays() const {
  const auto asks_stay = [](const AffinityStrategy& by) {
    return !by.backup.is_none() ||
           std::ranges::any_of(by.when.nodes(), [](const Condition::Node& node) {
             return node.op == BooleanOp::leaf &&
                    (node.leaf.kind == TestKind::waited || node.leaf.kind == TestKind::hops);
           });
  };
  const auto keeps = [&](const SkillGroup& group) {
    return !group.overflow.empty() || group.tickets || group.callbacks ||
           std::ranges::any_of(group.affinity.criteria(), asks_stay);
  };
  if (std::ranges::any_of(blueprint_.groups, keeps)) return true;
  for (std::size_t group = 0; group < blueprint_.groups.size(); ++group) {
    if (is_counted(GroupId{group})) return true;
  }
  return any_leaf([](const Test& test, GroupId) { return test.kind == TestKind::oldest_wait; });
}

std::uint64_t TwinFacts::state_hash() const {
  Hash hash;
  hash.mix(events_);
  hash.mix(admitted_);
  hash.mix(generator_);
  hash.mix(std::uint64_t{requirements_.size()});
  for (const Requirement& requirement : requirements_) mix_requirement(hash, requirement);
  const bool stays = keeps_stays();
  const bool affinity = asks_affinity();
  mix_slots(hash, sessions_, [&](const SessionRecord& session) {
    mix_session(hash, session);
    const OfferRecord* service = offers_.find(session.service);
    if (service) hash.mix(std::uint64_t{service->agent});
    if (session.state == SessionState::leaving) hash.mix(session.end_cause);
    mix_bars(hash, session.bars);
    const std::size_t group = session.group.index();
    const bool is_somewhere = group < blueprint_.groups.size();
    const std::size_t rules = is_somewhere ? blueprint_.groups[group].overflow.size() : 0;
    if (stays) mix_stay(hash, session, rules);
    if (affinity) mix_affinity(hash, session);
  });
  mix_free(hash, sessions_);
  const auto work = blueprint_.work_order.criteria();
  const bool asks_share = std::ranges::any_of(work, [](const WorkCriterion& criterion) {
    return criterion.kind == WorkCriterionKind::largest_share_deficit;
  });
  const Shares shares = asks_share ? Shares::counted : Shares::uncounted;
  for (const AgentRecord& agent : agents_) {
    mix_agent(hash, agent, shares);
    if (weighs_ready()) hash.mix(agent.ready_at);
  }
  for (const std::size_t turn : circular_turns()) hash.mix(std::uint64_t{turn});
  hash.mix(std::uint64_t{timetables_over_});
  hash.mix(blueprint_.timetables_until);
  hash.mix(std::uint64_t{added_transitions_.size()});
  for (const auto& [zone, transition] : added_transitions_) {
    hash.mix(zone);
    hash.mix(transition.at);
    hash.mix(Duration{transition.offset});
  }
  for (const PlanRecord& plan : plans_) mix_plan(hash, plan);
  for (const SurgeRecord& surge : surges_) mix_surge(hash, surge);
  for (std::size_t group = 0; group < forecasts_.size(); ++group) {
    if (!is_counted(GroupId{group})) continue;
    mix_forecast(hash, forecasts_[group]);
    const ServedInWindow served = served_in_window(GroupId{group}, watermark_);
    hash.mix(static_cast<std::uint64_t>(served.counted));
    hash.mix(static_cast<std::uint64_t>(served.in_time));
  }
  if (!blueprint_.break_rules.empty()) {
    for (const AgentRecord& agent : agents_) mix_break(hash, agent);
  }
  mix_slots(hash, offers_, [&](const OfferRecord& offer) { mix_offer(hash, offer); });
  mix_free(hash, offers_);
  if (keeps_memory()) {
    hash.mix(std::uint64_t{contacts_.size()});
    for (const Contact& contact : contacts_) mix_contact(hash, contact);
  }
  return hash.value();
}

}  // namespace acd::twin
