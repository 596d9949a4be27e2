// Conditions: what each leaf observes. docs/guide/router.md, "Overflow", is the table.
#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::int64_t lots = 10'000;

std::int64_t lot_of(std::uint64_t customer, std::uint32_t salt) {
  Random drawn{customer + salt * std::uint64_t{0x9e3779b97f4a7c15U}};
  return static_cast<std::int64_t>(drawn.next() % lots);
}

bool is_within(const Test& test, std::int64_t value) {
  return test.low <= value && value <= test.high;
}

}  // namespace

// Of the units of the rule he works by.
std::int64_t EngineFacts::load_percent(Slot agent) const {
  return std::int64_t{100} * agents_[agent].charged_units / capacity_of(agent).units;
}

bool Router::Engine::holds(const Condition& condition, const Asked& asked) {
  return condition.evaluate([&](const Test& test) { return holds(test, asked); });
}

bool Router::Engine::holds(const Test& test, const Asked& asked) {
  const GroupId group = test.group.is_none() ? asked.group : test.group;
  switch (test.kind) {
    case TestKind::channel: return asked.session->channel == test.channel;
    case TestKind::attribute: return holds_attribute(test, *asked.session);
    case TestKind::split: {
      const std::int64_t lot = lot_of(customer_of(*asked.session), test.salt);
      return test.low <= lot && lot < test.high;
    }
    case TestKind::plan_open: return is_open(test.plan);
    case TestKind::named: {
      const GroupId named = named_by_host(*asked.session);
      return !named.is_none() && (test.group.is_none() || test.group == named);
    }
    case TestKind::requirement: return asked.requirement() == test.requirement;
    case TestKind::eligible: return has_eligible(asked);
    case TestKind::overdue: return asked.stage == Stage::waiting && asked.session->overdue;
    case TestKind::exhausted: return asked.stage == Stage::waiting && is_exhausted(*asked.session);
    case TestKind::group_open: return groups_[group.index()].is_open;
    case TestKind::full: return is_full(groups_[group.index()]);
    case TestKind::surge_on: return surges_[test.surge.index()].is_on;
    case TestKind::priority:
    case TestKind::waited:
    case TestKind::position:
    case TestKind::hops: return is_within(test, session_value(test.kind, asked));
    case TestKind::length:
    case TestKind::oldest_wait:
    case TestKind::expected_wait:
    case TestKind::signed_in:
    case TestKind::ready:
    case TestKind::free:
    case TestKind::occupancy:
    case TestKind::service_level: return is_within(test, group_value(test.kind, group, asked));
    case TestKind::load: return is_within(test, load_percent(asked.agent));
  }
  return false;
}

bool EngineFacts::holds_attribute(const Test& test, const SessionRecord& session) const {
  if ((session.present_attributes >> test.attribute.index() & 1) == 0) return false;
  const std::size_t width = plan_.blueprint.attributes.size();
  return is_within(test, attributes_[slot_of(session) * width + test.attribute.index()]);
}

std::uint64_t EngineFacts::customer_of(const SessionRecord& session) const {
  const std::uint64_t customer = customer_known(session);
  return customer != 0 ? customer : session.reference;
}

GroupId EngineFacts::named_by_host(const SessionRecord& session) const {
  return session.travels ? ways_[slot_of(session)].named : GroupId::none();
}

bool EngineFacts::is_exhausted(const SessionRecord& session) const {
  const std::uint16_t bound = plan_.groups[session.group.index()].offers_max;
  return bound != 0 && session.offers_made >= bound;
}

std::int64_t EngineFacts::session_value(TestKind kind, const Asked& asked) const {
  const SessionRecord& session = *asked.session;
  const bool waits = asked.stage == Stage::waiting;
  if (kind == TestKind::priority) return session.priority;
  if (kind == TestKind::waited) return waits ? (now_ - stays_[slot_of(session)].joined).count() : 0;
  if (kind == TestKind::position) {
    return waits ? position(session) : std::int64_t{1} + groups_[asked.group.index()].waiting;
  }
  return stays_[slot_of(session)].left_count;
}

// Linear in the sessions.
std::int64_t EngineFacts::position(const SessionRecord& session) const {
  const util::Key own = session_key(session, session.group);
  std::int64_t place = 1;
  for (Slot slot = 0; slot < session_slots_.used(); ++slot) {
    const SessionRecord& other = sessions_[slot];
    const bool waits = other.live && other.state == SessionState::waiting && other.counted;
    if (waits && other.group == session.group && session_key(other, other.group) < own) ++place;
  }
  return place;
}

std::int64_t EngineFacts::group_value(TestKind kind, GroupId group, const Asked& asked) const {
  if (kind == TestKind::length) return groups_[group.index()].unoffered;
  if (kind == TestKind::oldest_wait) {
    const Instant joined = oldest_joined(group);
    return joined == never ? 0 : (now_ - joined).count();
  }
  if (kind == TestKind::expected_wait) {
    const Priority priority = asked.session == nullptr ? Priority{0} : asked.session->priority;
    return expected_wait_asked(group, priority);
  }
  if (kind == TestKind::service_level) return service_level(group);
  const StaffView staff = staff_of(group);
  if (kind == TestKind::signed_in) return staff.signed_in;
  if (kind == TestKind::ready) return staff.ready;
  if (kind == TestKind::free) return staff.free;
  return staff.ready == 0 ? 0 : 100 * (staff.ready - staff.free) / staff.ready;
}

// Linear in the members.
StaffView EngineFacts::staff_of(GroupId group) const {
  StaffView staff;
  for (const std::uint32_t line : plan_.groups[group.index()].members) {
    if (!is_in_force(line)) continue;
    const AgentRecord& agent = agents_[plan_.memberships[line].agent];
    if (agent.state == AgentState::signed_out) continue;
    ++staff.signed_in;
    if (agent.state != AgentState::ready) continue;
    ++staff.ready;
    if ((room_of(agent) & groups_[group.index()].channels) != 0) ++staff.free;
  }
  return staff;
}

bool Router::Engine::has_eligible(const Asked& asked) {
  const SessionRecord& session = *asked.session;
  const GroupId group = asked.group;
  if (!plan_.groups[group.index()].is_push) return false;
  const bool waits = asked.stage == Stage::waiting;
  const bool is_held = waits && session.held && group == session.group;
  const Slot first =
      waits ? session.first_class : class_for(group, session.channel, asked.requirement());
  const std::uint32_t rings = waits ? session.rings : open_rings(group, asked.queued);
  const auto suits = [&](Slot seat) {
    const Slot agent = ready_.note(seat).agent;
    return !is_barred(session, agent) && !is_kept_free(agent, group) &&
           (!is_held || is_held_for(session, agent));
  };
  for (std::uint32_t ring = 0; ring < rings; ++ring) {
    if (ready_.first_where(first + ring, suits) != nil) return true;
  }
  return false;
}

}  // namespace v1
}  // namespace acd
