// The roster by shifts, with a few people called in when the surge was noticed.
#include "surge_roster.hpp"

#include <fmt/format.h>

#include "random.hpp"

namespace acdsim {
namespace {

constexpr std::int64_t minute_s = 60;
constexpr std::int64_t at(std::int64_t hour, std::int64_t minute) {
  return (hour * 60 + minute) * minute_s;
}

struct RosterLine {
  std::array<int, surge_queues.size()> people;  // ACC, BRK, ESP, MEM
  PlainAgent shift;
};

constexpr std::array<RosterLine, 6> lines = {{
    {{1, 2, 1, 1}, {at(0, 0), at(7, 0)}},     // night
    {{3, 5, 1, 2}, {at(6, 30), at(14, 30)}},  // early
    {{2, 4, 1, 2}, {at(8, 30), at(17, 0)}},   // day
    {{2, 4, 1, 0}, {at(9, 30), at(14, 30)}},  // called in
    {{3, 5, 1, 2}, {at(14, 0), at(22, 30)}},  // late
    {{1, 2, 1, 1}, {at(22, 0), at(24, 0)}},   // next night
}};

constexpr std::size_t acc = 0;
constexpr std::size_t brk = 1;
constexpr std::size_t esp = 2;
constexpr std::size_t mem = 3;

/// What he has learnt beside his own queue: accidents and breakdowns are alike, Spanish
/// speakers take English calls too, half of those at the membership desk know breakdowns.
void add_skills(SurgeAgent& agent, std::size_t number, Random& random) {
  const auto some = [&random] { return 40 + random.below(260); };
  agent.calls[agent.queue] = 900 + random.below(2400);
  if (agent.queue == acc || agent.queue == esp) agent.calls[brk] = some();
  if (agent.queue == brk && number % 2 == 0) agent.calls[acc] = some();
  if (agent.queue == brk && number % 5 == 0) agent.calls[esp] = some();
  if (agent.queue == mem && number % 2 == 0) agent.calls[brk] = some();
}

}  // namespace

std::vector<SurgeAgent> surge_roster() {
  constexpr std::uint64_t seed = 18'012'015;
  Random random{seed};
  std::vector<SurgeAgent> roster;
  for (const RosterLine& line : lines) {
    for (std::size_t queue = 0; queue < surge_queues.size(); ++queue) {
      for (int i = 0; i < line.people[queue]; ++i) {
        const std::size_t number = roster.size() + 1;
        SurgeAgent agent{.name = fmt::format("R{:02}", number),
                         .queue = queue,
                         .shift = line.shift,
                         .calls = {}};
        agent.shift.begin_s += static_cast<std::int64_t>(random.below(120));
        agent.shift.end_s -= static_cast<std::int64_t>(random.below(120));
        add_skills(agent, number, random);
        roster.push_back(agent);
      }
    }
  }
  return roster;
}

}  // namespace acdsim
