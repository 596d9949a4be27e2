// One walk over the answered calls, with the latest agent of each customer.
#include "reunion.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace acdsim {
namespace {

/// Served, by an agent who is recorded, of a customer who is known; as they were answered.
std::vector<const CallRecord*> answered_calls(const std::vector<CallRecord>& calls) {
  std::vector<const CallRecord*> result;
  for (const CallRecord& call : calls) {
    const bool counts = call.outcome == Outcome::served && call.agent >= 0 && call.customer != 0;
    if (counts) result.push_back(&call);
  }
  std::stable_sort(result.begin(), result.end(), [](const CallRecord* a, const CallRecord* b) {
    return a->answered < b->answered;
  });
  return result;
}

}  // namespace

std::optional<double> ReunionSummary::same_agent_share() const {
  if (served_again == 0) return std::nullopt;
  return static_cast<double>(same_agent) / static_cast<double>(served_again);
}

ReunionSummary summarise_reunions(const std::vector<CallRecord>& calls,
                                  acd::Duration answer_limit) {
  ReunionSummary summary;
  for (const CallRecord& call : calls) {
    (call.customer != 0 ? summary.identified : summary.others).add(call, answer_limit);
  }
  std::map<std::uint64_t, std::int32_t> last_agents;
  for (const CallRecord* call : answered_calls(calls)) {
    const auto [last, is_first] = last_agents.emplace(call->customer, call->agent);
    if (is_first) continue;
    ++summary.served_again;
    if (last->second == call->agent) ++summary.same_agent;
    last->second = call->agent;
  }
  return summary;
}

}  // namespace acdsim
