// Agents are told apart by all but their names.
#include "made_staff.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "exit_status.hpp"

namespace acdsim {
namespace {

acd::Agent without_name(acd::Agent agent) {
  agent.name.clear();
  return agent;
}

/// "sales" of "sales-3".
std::string stem_of(const std::string& name) { return name.substr(0, name.rfind('-')); }

std::map<std::uint32_t, std::vector<WorkShift>> shifts_by_agent(const LoadedScenario& loaded) {
  std::map<std::uint32_t, std::vector<WorkShift>> shifts;
  for (const acd::Stretch& stretch : loaded.scenario.staff) {
    if (stretch.agent < loaded.first_made_agent) continue;
    shifts[stretch.agent].push_back({stretch.begin, stretch.end});
  }
  return shifts;
}

/// Agents keep their lines of the blueprint, as others may name them: those whom staff lines made
/// come first, and new ones behind all.
class MadeAgents {
 public:
  explicit MadeAgents(const LoadedScenario& loaded) {
    for (const auto& [agent, shifts] : shifts_by_agent(loaded)) {
      free_[stem_of(loaded.scenario.blueprint.agents[agent].name)].push_back(agent);
    }
    for (auto& [name, agents] : free_) std::ranges::reverse(agents);
    for (const acd::Agent& agent : loaded.scenario.blueprint.agents) ++named_[stem_of(agent.name)];
  }

  [[nodiscard]] std::uint32_t next_of(const StaffLine& line, acd::Blueprint& blueprint) {
    std::vector<std::uint32_t>& own = free_[line.name];
    if (!own.empty()) {
      const std::uint32_t agent = own.back();
      own.pop_back();
      return agent;
    }
    acd::Agent agent = blueprint.agents[line.pattern];
    agent.name = line.name + "-" + std::to_string(++named_[line.name]);
    blueprint.agents.push_back(std::move(agent));
    return static_cast<std::uint32_t>(blueprint.agents.size() - 1);
  }

 private:
  std::map<std::string, std::vector<std::uint32_t>> free_{};  ///< the last is taken first
  std::map<std::string, std::uint32_t> named_{};
};

}  // namespace

std::vector<StaffLine> staff_lines(const LoadedScenario& loaded) {
  std::vector<StaffLine> lines;
  const std::vector<acd::Agent>& agents = loaded.scenario.blueprint.agents;
  for (const auto& [agent, shifts] : shifts_by_agent(loaded)) {
    const StaffLine one{agent, stem_of(agents[agent].name), shifts, 1};
    const auto same = std::ranges::find_if(lines, [&](const StaffLine& line) {
      return line.shifts == one.shifts && line.name == one.name &&
             without_name(agents[line.pattern]) == without_name(agents[one.pattern]);
    });
    if (same != lines.end()) {
      ++same->count;
    } else {
      lines.push_back(one);
    }
  }
  return lines;
}

LoadedScenario with_staff(const LoadedScenario& loaded, const std::vector<StaffLine>& lines) {
  LoadedScenario changed = loaded;
  MadeAgents made{loaded};
  std::vector<acd::Stretch>& staff = changed.scenario.staff;
  std::erase_if(
      staff, [&](const acd::Stretch& stretch) { return stretch.agent >= loaded.first_made_agent; });
  for (const StaffLine& line : lines) {
    for (std::uint32_t i = 0; i < line.count; ++i) {
      const std::uint32_t agent = made.next_of(line, changed.scenario.blueprint);
      for (const WorkShift& shift : line.shifts) staff.push_back({agent, shift.begin, shift.end});
    }
  }
  changed.plan = acd::CompiledPlan::compile(changed.scenario.blueprint).plan;
  if (!changed.plan) throw Failure{ExitStatus::internal, "the blueprint does not compile"};
  return changed;
}

std::uint64_t agents_of(const std::vector<StaffLine>& lines) {
  return std::accumulate(lines.begin(), lines.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const StaffLine& line) { return sum + line.count; });
}

std::vector<StaffLine> scaled(const std::vector<StaffLine>& lines, std::uint64_t agents) {
  const std::uint64_t before = agents_of(lines);
  std::vector<StaffLine> result = lines;
  if (before == 0) return result;
  std::vector<std::pair<std::uint64_t, std::size_t>> rests;  // what is missed, in parts of `before`
  std::uint64_t given = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::uint64_t parts = lines[i].count * agents;
    result[i].count = static_cast<std::uint32_t>(parts / before);
    given += result[i].count;
    rests.emplace_back(parts % before, i);
  }
  std::ranges::stable_sort(rests, std::ranges::greater{},
                           [](const auto& rest) { return rest.first; });
  for (std::size_t i = 0; given < agents; ++i, ++given) ++result[rests[i].second].count;
  return result;
}

}  // namespace acdsim
