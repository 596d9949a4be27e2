// The folds behind the tables.
#include "summary.hpp"

#include <algorithm>
#include <chrono>

namespace acdsim {
namespace {

void add_calls(Summary& summary, const Story& story, const IntervalGrid& grid,
               acd::Duration answer_limit) {
  for (const CallRecord& call : story.calls) {
    const acd::Duration work = call.talk + call.wrap_up;
    Figures& queue = summary.queues[call.queue.index()];
    summary.total.tally.add(call, answer_limit);
    summary.total.working += work;
    queue.tally.add(call, answer_limit);
    queue.working += work;
    summary.priorities[call.priority].add(call, answer_limit);
    summary.intervals[grid.interval_of(call.arrived)].tally.add(call, answer_limit);
    ++summary.outcomes[static_cast<std::size_t>(call.outcome)];
    if (call.answered == acd::never) continue;
    grid.spread(call.answered, call.answered + work,
                [&](std::size_t i, acd::Duration part) { summary.intervals[i].working += part; });
  }
}

void add_signed_in(Summary& summary, const Story& story, const acd::Blueprint& blueprint,
                   const IntervalGrid& grid) {
  for (const SignedIn& stretch : story.signed_in) {
    const acd::Duration length = stretch.end - stretch.begin;
    summary.total.signed_in += length;
    for (const acd::Membership& member : blueprint.agents[stretch.agent].memberships) {
      summary.queues[member.group.index()].signed_in += length;
    }
    grid.spread(stretch.begin, stretch.end,
                [&](std::size_t i, acd::Duration part) { summary.intervals[i].signed_in += part; });
  }
}

struct Waits {
  acd::Duration sum{0};
  std::size_t count = 0;

  void add(acd::Duration wait) {
    sum += wait;
    ++count;
  }
};

std::optional<UrgentWaits> compare_urgent(const Story& story, acd::Priority urgent) {
  constexpr acd::Duration half_hour = std::chrono::minutes{30};
  std::map<acd::Duration::rep, std::array<Waits, 2>> strata;
  for (const CallRecord& call : story.calls) {
    if (call.outcome != Outcome::served || call.wait == acd::Duration{0}) continue;
    const auto stratum = call.arrived.time_since_epoch() / half_hour;
    strata[stratum][call.priority == urgent ? 1 : 0].add(call.wait);
  }
  UrgentWaits result{.priority = urgent};
  for (const auto& [stratum, waits] : strata) {
    const auto& [others, own] = waits;
    if (own.count == 0 || others.count == 0) continue;
    result.count += own.count;
    result.urgent_s += *mean_s(own.sum, own.count) * static_cast<double>(own.count);
    result.others_s += *mean_s(others.sum, others.count) * static_cast<double>(own.count);
  }
  if (result.count == 0) return std::nullopt;
  result.urgent_s /= static_cast<double>(result.count);
  result.others_s /= static_cast<double>(result.count);
  return result;
}

}  // namespace

std::optional<double> Figures::occupancy() const {
  if (signed_in == acd::Duration{0}) return std::nullopt;
  return static_cast<double>(working.count()) / static_cast<double>(signed_in.count());
}

Summary summarise(const Story& story, const acd::Blueprint& blueprint, const IntervalGrid& grid,
                  acd::Duration answer_limit) {
  Summary summary;
  summary.queues.resize(blueprint.groups.size());
  summary.intervals.resize(grid.size());
  add_calls(summary, story, grid, answer_limit);
  add_signed_in(summary, story, blueprint, grid);
  summary.reunions = summarise_reunions(story.calls, answer_limit);
  if (summary.priorities.size() > 1) {
    summary.urgent = compare_urgent(story, summary.priorities.rbegin()->first);
  }
  return summary;
}

}  // namespace acdsim
