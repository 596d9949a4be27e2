// First come, first served, with patience: calls can be decided one by one in their order,
// since nobody later can come before, and one that gives up takes nobody's time.
#include "plain_centre.hpp"

#include <algorithm>

namespace acdsim {
namespace {

struct Choice {
  std::size_t agent = 0;
  std::int64_t start_s = INT64_MAX;
  std::int64_t free_since_s = INT64_MAX;

  [[nodiscard]] bool is_better_than(const Choice& other) const {
    if (start_s != other.start_s) return start_s < other.start_s;
    return free_since_s < other.free_since_s;
  }
};

}  // namespace

std::vector<PlainEnd> serve_plainly(const std::vector<PlainCall>& calls,
                                    const std::vector<PlainAgent>& agents, std::int64_t wrap_up_s) {
  std::vector<std::int64_t> free_at;
  for (const PlainAgent& agent : agents) free_at.push_back(agent.begin_s);
  std::vector<PlainEnd> ends;
  for (const PlainCall& call : calls) {
    Choice best;
    for (std::size_t i = 0; i < agents.size(); ++i) {
      const std::int64_t start = std::max(call.arrival_s, free_at[i]);
      const Choice choice{i, start, free_at[i]};
      if (start < agents[i].end_s && choice.is_better_than(best)) best = choice;
    }
    if (best.start_s > call.arrival_s + call.patience_s) {
      ends.push_back({call.patience_s, -1});
      continue;
    }
    free_at[best.agent] = best.start_s + call.service_s + wrap_up_s;
    ends.push_back({best.start_s - call.arrival_s, static_cast<std::int32_t>(best.agent)});
  }
  return ends;
}

}  // namespace acdsim
