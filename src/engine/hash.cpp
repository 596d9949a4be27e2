// The state hash: all that later decisions depend on, in one stated order.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {
namespace {

std::uint64_t word(Instant instant) {
  return static_cast<std::uint64_t>(instant.time_since_epoch().count());
}

template <class... Values>
void mix_all(util::HashMixer& mixer, const Values&... values) {
  (mixer.mix(static_cast<std::uint64_t>(values)), ...);
}

void mix_free(util::HashMixer& mixer, const util::Slots& slots) {
  const std::span<const std::uint32_t> free = slots.free_slots();
  for (std::size_t i = free.size(); i-- > 0;) mixer.mix(free[i]);
}

void mix_requirement(util::HashMixer& mixer, const Requirement& requirement) {
  mixer.mix(requirement.nodes().size());
  for (const Requirement::Node& node : requirement.nodes()) {
    mix_all(mixer, node.op);
    if (node.op != BooleanOp::leaf) continue;
    mix_all(mixer, node.leaf.skill.value(), node.leaf.low, node.leaf.high);
  }
}

}  // namespace

std::uint64_t EngineFacts::state_hash() const {
  util::HashMixer mixer;
  mix_all(mixer, events_.count(), admitted_, random_.state(), requirements_.size());
  for (const Requirement& requirement : requirements_) mix_requirement(mixer, requirement);
  mixer.mix(session_slots_.used());
  for (Slot slot = 0; slot < session_slots_.used(); ++slot) hash_session(mixer, slot);
  mix_free(mixer, session_slots_);
  for (Slot slot = 0; slot < agents_.size(); ++slot) hash_agent(mixer, slot);
  for (std::size_t group = 0; group < turns_.size(); ++group) {
    if (groups_[group].tie_break == config::TieBreak::circular) mixer.mix(turns_[group]);
  }
  hash_plans(mixer);
  hash_surges(mixer);
  mixer.mix(offer_slots_.used());
  for (Slot slot = 0; slot < offer_slots_.used(); ++slot) hash_offer(mixer, slot);
  mix_free(mixer, offer_slots_);
  if (memory_.is_kept()) hash_memory(mixer);
  return mixer.value();
}

void EngineFacts::hash_session(util::HashMixer& mixer, Slot slot) const {
  const SessionRecord& s = sessions_[slot];
  mix_all(mixer, s.latest_generation(), s.live);
  if (!s.live) return;
  mix_all(mixer, s.state, s.group.value(), s.channel.value(), s.priority, s.requirement.value(),
          s.reference, word(s.start), word(s.waits_since()), word(s.due), s.number, s.overdue,
          s.offers_made, word(s.seen_at()));
  hash_way(mixer, slot);
  mix_all(mixer, s.present_attributes);
  const std::size_t width = plan_.blueprint.attributes.size();
  for (std::size_t i = 0; i < width; ++i) {
    if ((s.present_attributes >> i & 1) != 0) mix_all(mixer, attributes_[slot * width + i]);
  }
  if (s.state == SessionState::serving) mix_all(mixer, offers_[s.service].agent);
  if (s.state == SessionState::leaving) mix_all(mixer, s.end_cause);
  for (Slot bar = s.first_bar; bar != nil; bar = bars_[bar].next) {
    mix_all(mixer, bars_[bar].agent, word(bars_[bar].until));
  }
  if (plan_.overflow.keeps_stays) hash_stay(mixer, slot);
  if (plan_.affinity.has_affinity) hash_preference(mixer, slot);
}

void EngineFacts::hash_preference(util::HashMixer& mixer, Slot slot) const {
  const SessionRecord& session = sessions_[slot];
  const PreferenceRecord& own = preferences_[slot];
  const std::uint8_t given = session.prefers ? own.given_count : std::uint8_t{0};
  mix_all(mixer, given);
  for (std::uint8_t i = 0; i < given; ++i) {
    mix_all(mixer, own.given[i].agent, own.scores[i]);
  }
  mix_all(mixer, session.backed_up);
  if (session.state != SessionState::waiting) return;
  mix_all(mixer, session.held ? 1 + std::uint64_t{own.strategy} : 0);
  if (!session.held) return;
  mix_all(mixer, own.ring, word(own.until));
  const Slot first = own.links[0].list;
  if (first >= agents_.size()) {
    const auto members = plan_.affinity.members_of(TeamId{first - agents_.size()});
    mixer.mix(members.size());
    for (const std::uint32_t member : members) mixer.mix(member);
    return;
  }
  mixer.mix(own.link_count);
  // Rising: the links are in the order of the list.
  const std::span links{own.links.data(), own.link_count};
  for (Slot agent = 0; agent < agents_.size(); ++agent) {
    const bool is_among = std::ranges::count(links, agent, &HoldLink::list) != 0;
    if (is_among) mixer.mix(agent);
  }
}

void EngineFacts::hash_memory(util::HashMixer& mixer) const {
  mixer.mix(memory_.size());
  for (std::uint32_t place = 0; place < memory_.size(); ++place) {
    const ContactRecord& contact = memory_.at_place(place);
    mixer.mix(contact.customer);
    if (contact.customer == 0) continue;
    mix_all(mixer, word(contact.at), contact.agent, contact.owner, contact.group.value(),
            contact.is_familiar);
  }
}

void EngineFacts::hash_stay(util::HashMixer& mixer, Slot slot) const {
  const SessionRecord& session = sessions_[slot];
  const StayRecord& stay = stays_[slot];
  mix_all(mixer, stay.left_count, stay.left_count);  // hops, and how many groups follow
  for (std::uint8_t i = 0; i < stay.left_count; ++i) mix_all(mixer, stay.left[i].value());
  const std::uint64_t ticket = std::uint64_t{stay.reminders} | std::uint64_t{stay.fell_due} << 8 |
                               std::uint64_t{stay.escalated} << 9 |
                               std::uint64_t{stay.ticket_group.value()} << 16;
  mix_all(mixer, stay.attempts, ticket);
  if (session.state != SessionState::waiting) return;
  mix_all(mixer, word(stay.joined), stay.also_count);
  for (std::uint8_t i = 0; i < stay.also_count; ++i) mix_all(mixer, stay.also[i].group.value());
  const std::size_t rules = plan_.blueprint.groups[session.group.index()].overflow.size();
  for (std::size_t i = 0; i < rules; ++i) mix_all(mixer, stay.acted[i]);
}

void EngineFacts::hash_surges(util::HashMixer& mixer) const {
  for (std::size_t i = 0; i < surges_.size(); ++i) {
    const SurgeState& surge = surges_[i];
    const std::uint64_t held = surge.is_held ? 1 + std::uint64_t{surge.is_on} : 0;
    mix_all(mixer, surge.is_on, word(surge.changed), held, word(surge.held_until));
  }
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (groups_[i].is_counted) hash_forecast(mixer, GroupId{i});
  }
  for (std::size_t i = 0; i < breaks_.size(); ++i) {
    const BreakRecord& held = breaks_[i];
    mix_all(mixer, held.is_held ? 1 + std::uint64_t{held.reason.value()} : 0, held.number,
            held.is_approved);
  }
}

void EngineFacts::hash_way(util::HashMixer& mixer, Slot slot) const {
  static const WayRecord direct;
  const WayRecord& way = sessions_[slot].travels ? ways_[slot] : direct;
  const std::uint64_t flags =
      std::uint64_t{way.starts_when_queued} | std::uint64_t{way.priority_decided} << 1 |
      std::uint64_t{way.requirement_decided} << 2 | std::uint64_t{way.handed_over} << 3;
  mix_all(mixer, way.entry.value(), way.named.value(), way.node.value(), way.bot.value(), way.rule,
          customer_known(sessions_[slot]), word(way.begin), flags, way.steps.size());
  for (const WayStep& step : way.steps) mix_all(mixer, step.cause, step.line);
}

void EngineFacts::hash_plans(util::HashMixer& mixer) const {
  mix_all(mixer, timetables_over_, word(timetables_until_), added_transitions_.size());
  for (const AddedTransition& added : added_transitions_) {
    mix_all(mixer, added.zone.value(), word(added.transition.at),
            Duration{added.transition.offset}.count());
  }
  for (const PlanState& plan : plans_) {
    const std::uint64_t switched =
        plan.is_switched ? 1 + static_cast<std::uint64_t>(plan.effect) : 0;
    mix_all(mixer, plan.is_open, switched, word(plan.switched_until));
  }
}

void EngineFacts::hash_agent(util::HashMixer& mixer, Slot slot) const {
  const AgentRecord& a = agents_[slot];
  mix_all(mixer, a.state, terms_[slot].reason.value(), terms_[slot].capacity.value(), a.handled,
          a.misses, a.ready_number, a.handled_number, a.offered_number);
  for (std::size_t i = 0; i < channels_; ++i) mix_all(mixer, load(slot, ChannelId{i}).outside);
  const AgentTables& own = plan_.agents[slot];
  for (Slot i = own.first_membership; i < own.first_membership + own.memberships; ++i) {
    const MembershipRecord& member = memberships_[i];
    mix_all(mixer, member.level, member.preference);
    if (counts_shares_) mix_all(mixer, served_[i].count());
  }
  if (ready_instants_.size() != 0) mix_all(mixer, word(ready_instants_[slot].at));
}

void EngineFacts::hash_offer(util::HashMixer& mixer, Slot slot) const {
  const OfferRecord& o = offers_[slot];
  mix_all(mixer, o.latest_generation(), o.live);
  if (!o.live) return;
  mix_all(mixer, o.state, o.session.slot, o.session.generation, o.agent, o.channel.value(),
          o.group.value(), o.cause, word(o.until), word(o.since));
}

}  // namespace v1
}  // namespace acd
