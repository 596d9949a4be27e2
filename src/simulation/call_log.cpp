// What is known of each call, and what of the others like it.
#include "acd/simulation/call_log.hpp"

#include <algorithm>
#include <utility>

#include "acd/simulation/kaplan_meier.hpp"

namespace acd {
inline namespace v1 {
namespace {

using Kind = PatienceObservation::Kind;

bool is_of(const LoggedCall& call, std::optional<std::uint32_t> queue) {
  return !queue || call.queue == *queue;
}

struct Observations {
  std::vector<TimePart> services{};
  std::vector<PatienceObservation> waits{};
  std::size_t abandoned = 0;
};

Observations observed(const CallLog& log, std::optional<std::uint32_t> queue) {
  Observations seen;
  for (const LoggedCall& call : log.calls) {
    if (!is_of(call, queue)) continue;
    switch (call.outcome) {
      case LoggedOutcome::served:
        seen.services.push_back({.time = call.service});
        seen.waits.push_back({call.wait, Kind::censored});
        break;
      case LoggedOutcome::abandoned:
        seen.waits.push_back({call.patience, Kind::abandoned});
        ++seen.abandoned;
        break;
    }
  }
  return seen;
}

RecordedArrival recorded(const LoggedCall& call) {
  RecordedArrival arrival{.at = call.arrival, .customer = call.customer, .priority = call.priority};
  switch (call.outcome) {
    case LoggedOutcome::served:
      arrival.service = call.service;
      arrival.waited = call.wait;
      break;
    case LoggedOutcome::abandoned: arrival.patience = call.patience; break;
  }
  return arrival;
}

}  // namespace

std::optional<std::uint32_t> CallLog::queue(std::string_view name) const {
  const auto found = std::ranges::find(queues, name);
  if (found == queues.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - queues.begin());
}

CallerHabits caller_habits(const CallLog& log, std::optional<std::uint32_t> queue) {
  Observations own = observed(log, queue);
  const bool are_few =
      own.services.size() < CallLog::observations_min || own.abandoned < CallLog::observations_min;
  if (queue && are_few) {
    Observations all = observed(log, std::nullopt);
    if (own.services.size() < CallLog::observations_min) own.services = std::move(all.services);
    if (own.abandoned < CallLog::observations_min) own.waits = std::move(all.waits);
  }
  return {.service = {.kind = TimeDistributionKind::empirical, .parts = std::move(own.services)},
          .patience = kaplan_meier(std::move(own.waits))};
}

RecordedCalls recorded_calls(const CallLog& log, std::optional<std::uint32_t> queue, Instant begin,
                             Instant end) {
  RecordedCalls calls{.habits = caller_habits(log, queue)};
  for (const LoggedCall& call : log.calls) {
    const bool is_inside = call.arrival >= begin && call.arrival < end;
    if (is_inside && is_of(call, queue)) calls.arrivals.push_back(recorded(call));
  }
  return calls;
}

}  // namespace v1
}  // namespace acd
