// Staff lines as a scenario's file has them.
#include <fmt/format.h>

#include <algorithm>

#include "acd/companion/time_text.hpp"
#include "staff_report.hpp"

namespace acdsim {
namespace {

/// "26:30" of the day on which the scenario begins, or an instant.
std::string moment_text(const LoadedScenario& loaded, acd::Instant at) {
  const acd::Instant begin = loaded.scenario.begin + loaded.utc_offset;
  const acd::Instant local = at + loaded.utc_offset;
  const auto midnight = std::chrono::floor<std::chrono::days>(begin);
  const auto passed = std::chrono::duration_cast<std::chrono::seconds>(local - midnight);
  const bool is_clock = passed <= std::chrono::hours{48} && passed.count() % 60 == 0;
  if (!is_clock) return acd::to_text(at);
  return fmt::format("\"{:02}:{:02}\"", passed.count() / 3600, passed.count() / 60 % 60);
}

}  // namespace

std::string staff_toml(const StaffResult& result) {
  const LoadedScenario& loaded = result.loaded;
  const std::vector<acd::Agent>& agents = loaded.scenario.blueprint.agents;
  std::string text;
  for (const StaffLine& line : lines_of(result.staffing, &StaffKind::needed)) {
    const auto named = agents.begin() + loaded.first_made_agent;
    const bool is_agent = std::find_if(agents.begin(), named, [&](const acd::Agent& agent) {
                            return agent.name == line.name;
                          }) != named;
    text += fmt::format("[[staff]]\n{} = \"{}\"\ncount = {}\nbegin = {}\nend = {}\n\n",
                        is_agent ? "like" : "group", line.name, line.count,
                        moment_text(loaded, line.shifts.front().begin),
                        moment_text(loaded, line.shifts.front().end));
  }
  return text;
}

}  // namespace acdsim
