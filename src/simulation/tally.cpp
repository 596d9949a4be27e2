// Sums by group, demand and interval.
#include "simulation/tally.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace acd::simulation {
namespace {

enum class Fate : std::uint8_t { served, abandoned, short_abandoned, blocked, by_bot, elsewhere };

/// Of a session that no agent served.
Fate fate_of(Cause cause) {
  if (cause == Cause::completed) return Fate::by_bot;
  if (cause == Cause::abandoned) return Fate::abandoned;
  if (cause == Cause::short_abandoned) return Fate::short_abandoned;
  const bool is_blocked = cause == Cause::closed || cause == Cause::too_long ||
                          cause == Cause::rejected || cause == Cause::unrouted;
  return is_blocked ? Fate::blocked : Fate::elsewhere;
}

}  // namespace

Tally::Tally(const Scenario& scenario)
    : scenario_{&scenario},
      count_from_{scenario.count_from.value_or(scenario.begin)},
      end_{scenario.end},
      intervals_{static_cast<std::size_t>(
          std::clamp<std::int64_t>((end_ - Duration{1} - scenario.begin) / scenario.interval, 0,
                                   std::numeric_limits<std::uint16_t>::max() - 1) +
          1)} {
  clear();
}

void Tally::clear() {
  const Blueprint& blueprint = scenario_->blueprint;
  const std::size_t groups = blueprint.groups.size();
  sums_ = {};
  sums_.replications = 1;
  sums_.counted_us = (end_ - count_from_).count();
  sums_.by_group.resize(groups);
  sums_.by_demand.resize(scenario_->demands.size());
  sums_.by_interval.assign(groups, std::vector<ServiceCounts>(intervals_));
  sums_.staff_by_interval.resize(intervals_);
  sums_.waits.resize(groups);
  sums_.within.assign(groups, std::vector<WithinCounts>(scenario_->thresholds.size()));
  sums_.queue_us.resize(groups);
  sums_.queue_longest.resize(groups);
  sums_.served_by.assign(scenario_->demands.size(),
                         std::vector<std::uint64_t>(blueprint.agents.size()));
  sums_.agents.resize(blueprint.agents.size());
  agents_.assign(blueprint.agents.size(), {});
  lines_.assign(groups, {});
  served_last_.clear();
}

// The last one goes on after the end.
std::uint16_t Tally::interval_of(Instant at) {
  if (at >= interval_begin_ && at < interval_end_) return interval_;
  const auto last = static_cast<std::int64_t>(intervals_) - 1;
  const std::int64_t index =
      std::clamp<std::int64_t>((at - scenario_->begin) / scenario_->interval, 0, last);
  interval_ = static_cast<std::uint16_t>(index);
  interval_begin_ = scenario_->begin + index * scenario_->interval;
  interval_end_ = index == last ? never : interval_begin_ + scenario_->interval;
  return interval_;
}

std::int64_t Tally::counted_us(Instant from, Instant to) const {
  const Instant begin = std::max(from, count_from_);
  const Instant end = std::min(to, end_);
  return std::max<std::int64_t>((end - begin).count(), 0);
}

std::int64_t Tally::count_staff(std::int64_t StaffTimes::*member, Instant from, Instant to) {
  from = std::max(from, count_from_);
  to = std::min(to, end_);
  const std::int64_t all_us = std::max<std::int64_t>((to - from).count(), 0);
  while (from < to) {
    const std::uint16_t interval = interval_of(from);
    const Instant until = std::min(to, interval_end_);
    sums_.staff_by_interval[interval].*member += (until - from).count();
    from = until;
  }
  return all_us;
}

// Of his demand, and of the interval of the group in which he is: `finish` adds up the rest.
template <class Add>
void Tally::add(const Visit& visit, Instant at, const Add& add) {
  if (!visit.is_counted) return;
  add(sums_.by_demand[visit.demand]);
  if (visit.group.is_none()) return;
  const bool by_arrival = scenario_->attribution == Attribution::arrival;
  add(sums_.by_interval[visit.group.index()][by_arrival ? visit.interval : interval_of(at)]);
}

void Tally::offered(Visit& visit, GroupId group) {
  visit.group = group;
  visit.is_counted = is_counted(visit.arrived);
  visit.interval = interval_of(visit.arrived);
}

void Tally::blocked(Visit& visit) {
  add(visit, visit.arrived, [&](ServiceCounts& counts) {
    ++counts.offered;
    ++counts.blocked;
    if (visit.attempts > 1) ++counts.redials;
  });
}

void Tally::pass_queue_time(GroupId group, Instant at) {
  Line& line = lines_[group.index()];
  if (line.waiting != 0) sums_.queue_us[group.index()] += line.waiting * counted_us(line.since, at);
  line.since = at;
}

void Tally::waits(Visit& visit, GroupId group, Instant at) {
  if (visit.waits) waits_no_more(visit, at);
  follow(visit, group);
  visit.waits = true;
  visit.group = group;
  visit.waits_since = at;
  pass_queue_time(group, at);
  const auto waiting = static_cast<std::uint32_t>(++lines_[group.index()].waiting);
  if (!is_counted(at)) return;
  std::uint32_t& longest_queue = sums_.queue_longest[group.index()];
  longest_queue = std::max(longest_queue, waiting);
}

void Tally::waits_no_more(Visit& visit, Instant at) {
  if (!visit.waits) return;
  visit.waits = false;
  pass_queue_time(visit.group, at);
  --lines_[visit.group.index()].waiting;
}

void Tally::assigned(Visit& visit, GroupId group, std::uint32_t agent, Instant at) {
  waits_no_more(visit, at);
  follow(visit, group);
  visit.group = group;
  visit.agent = agent;
  begins_work(agent, at);
  if (visit.assigned != never) return;
  visit.assigned = at;
  recognise(visit, agent);
}

void Tally::served(const Visit& visit, Instant since, Instant at) {
  sums_.agents[visit.agent].serving_us += counted_us(since, at);
  if (visit.is_counted) {
    add(visit, at, [&](ServiceCounts& counts) { counts.talk_us += (at - since).count(); });
  }
}

void Tally::ended(Visit& visit, Cause cause, Instant at) {
  waits_no_more(visit, at);
  const bool was_assigned = visit.assigned != never;
  const Fate fate = was_assigned ? Fate::served : fate_of(cause);
  const Duration wait = (was_assigned ? visit.assigned : at) - visit.arrived;
  const Duration target = visit.group.is_none()
                              ? Duration{0}
                              : scenario_->blueprint.groups[visit.group.index()].target_wait;
  const bool in_target = wait <= target;
  add(visit, at, [&](ServiceCounts& counts) {
    ++counts.offered;
    if (visit.attempts > 1) ++counts.redials;
    counts.due += visit.has_due ? 1U : 0U;
    counts.fell_due += visit.fell_due ? 1U : 0U;
    switch (fate) {
      case Fate::served:
        ++counts.served;
        counts.served_at_once += wait == Duration{0} ? 1U : 0U;
        counts.served_in_target += in_target ? 1U : 0U;
        counts.known += visit.is_known ? 1U : 0U;
        counts.met_again += visit.meets_again ? 1U : 0U;
        counts.wait_served.add(wait);
        break;
      case Fate::short_abandoned:
      case Fate::abandoned:
        ++counts.abandoned;
        counts.short_abandoned += fate == Fate::short_abandoned ? 1U : 0U;
        counts.abandoned_in_target += in_target ? 1U : 0U;
        counts.wait_abandoned.add(wait);
        break;
      case Fate::blocked: ++counts.blocked; break;
      case Fate::by_bot: ++counts.by_bot; break;
      case Fate::elsewhere: ++counts.elsewhere; break;
    }
  });
  const bool is_timed = fate != Fate::blocked && fate != Fate::by_bot && fate != Fate::elsewhere;
  if (!visit.is_counted || visit.group.is_none() || !is_timed) return;
  sums_.waits[visit.group.index()].add(wait);
  count_within(visit, wait, was_assigned ? &WithinCounts::served : &WithinCounts::abandoned);
  if (was_assigned) {
    ++sums_.served_by[visit.demand][visit.agent];
    ++sums_.agents[visit.agent].served;
  }
}

void Tally::count_within(const Visit& visit, Duration wait, std::uint64_t WithinCounts::*member) {
  std::vector<WithinCounts>& counts = sums_.within[visit.group.index()];
  for (std::size_t i = 0; i < counts.size(); ++i) {
    counts[i].*member += wait <= scenario_->thresholds[i] ? 1U : 0U;
  }
}

void Tally::left_waiting(const Visit& visit) {
  add(visit, end_, [&](ServiceCounts& counts) {
    ++counts.offered;
    ++counts.left_waiting;
    if (visit.attempts > 1) ++counts.redials;
    counts.due += visit.has_due ? 1U : 0U;
    counts.fell_due += visit.fell_due ? 1U : 0U;
  });
}

void Tally::overflowed(Visit& visit, GroupId from, Cause cause) {
  visit.overflowed_from = from;
  visit.overflow = cause;
}

void Tally::recognise(Visit& visit, std::uint32_t agent) {
  if (visit.customer == 0) return;
  const auto [place, is_new] = served_last_.try_emplace(visit.customer, agent);
  visit.is_known = !is_new;
  visit.meets_again = !is_new && place->second == agent;
  place->second = agent;
}

void Tally::follow(Visit& visit, GroupId group) {
  visit.has_due |= scenario_->blueprint.groups[group.index()].tickets.has_value() ||
                   scenario_->demands[visit.demand].arrive.due != never;
  const GroupId from = visit.overflowed_from;
  if (from.is_none() || from == group) return;
  visit.overflowed_from = GroupId::none();
  if (!visit.is_counted) return;
  const auto found = std::ranges::find_if(sums_.flows, [&](const Flow& flow) {
    return flow.from == from && flow.to == group && flow.cause == visit.overflow;
  });
  if (found != sums_.flows.end()) {
    ++found->count;
  } else {
    sums_.flows.push_back({from, group, visit.overflow, 1});
  }
}

void Tally::agent_state(std::uint32_t agent, AgentState state, Instant at) {
  Watched& watched = agents_[agent];
  const AgentState before = watched.state;
  if (before == AgentState::ready && watched.works == 0) stop_idling(agent, at);
  if (before == AgentState::signed_out) watched.signed_in_since = at;
  if (state == AgentState::signed_out && before != AgentState::signed_out) sign_out(agent, at);
  watched.state = state;
  watched.ready_since = at;
}

void Tally::sign_out(std::uint32_t agent, Instant at) {
  sums_.agents[agent].signed_in_us +=
      count_staff(&StaffTimes::signed_in_us, agents_[agent].signed_in_since, at);
}

void Tally::stop_idling(std::uint32_t agent, Instant at) {
  sums_.agents[agent].ready_us +=
      count_staff(&StaffTimes::ready_us, agents_[agent].ready_since, at);
}

void Tally::stop_working(std::uint32_t agent, Instant at) {
  sums_.agents[agent].busy_us += count_staff(&StaffTimes::busy_us, agents_[agent].busy_since, at);
}

void Tally::begins_work(std::uint32_t agent, Instant at) {
  Watched& watched = agents_[agent];
  if (watched.works++ != 0) return;
  watched.busy_since = at;
  if (watched.state == AgentState::ready) stop_idling(agent, at);
}

void Tally::ends_work(std::uint32_t agent, Instant at) {
  Watched& watched = agents_[agent];
  if (--watched.works != 0) return;
  watched.ready_since = at;
  stop_working(agent, at);
}

void Tally::wraps_up(std::uint32_t agent, Instant since, Instant at) {
  sums_.agents[agent].wrapping_up_us += counted_us(since, at);
}

Statistics Tally::finish(Instant at) {
  for (std::size_t group = 0; group < lines_.size(); ++group) pass_queue_time(GroupId{group}, at);
  for (std::uint32_t agent = 0; agent < agents_.size(); ++agent) {
    const Watched& watched = agents_[agent];
    if (watched.works != 0) stop_working(agent, at);
    if (watched.state == AgentState::signed_out) continue;
    if (watched.state == AgentState::ready && watched.works == 0) stop_idling(agent, at);
    sign_out(agent, at);
  }
  for (const ServiceCounts& demand : sums_.by_demand) sums_.total.add(demand);
  for (std::size_t group = 0; group < sums_.by_group.size(); ++group) {
    for (const ServiceCounts& part : sums_.by_interval[group]) sums_.by_group[group].add(part);
  }
  std::ranges::sort(sums_.flows, {}, [](const Flow& flow) {
    return std::tuple{flow.from, flow.to, flow.cause};
  });
  return std::move(sums_);
}

}  // namespace acd::simulation
