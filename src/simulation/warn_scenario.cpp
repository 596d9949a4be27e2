// Who comes to work, by group; and who is sent where nobody comes.
#include "simulation/warn_scenario.hpp"

#include <algorithm>
#include <vector>

#include "config/path.hpp"

namespace acd::simulation {
namespace {

/// By agent: a stretch or a shift brings him.
std::vector<bool> comers(const Scenario& scenario) {
  const std::vector<Agent>& agents = scenario.blueprint.agents;
  std::vector<bool> comes(agents.size());
  for (std::size_t i = 0; i < agents.size(); ++i) comes[i] = !agents[i].shift.is_none();
  for (const Stretch& stretch : scenario.staff) {
    if (stretch.agent < comes.size()) comes[stretch.agent] = true;
  }
  return comes;
}

/// By group: one of its members comes.
std::vector<bool> served_groups(const Scenario& scenario) {
  std::vector<bool> served(scenario.blueprint.groups.size());
  const std::vector<bool> comes = comers(scenario);
  for (std::size_t i = 0; i < comes.size(); ++i) {
    for (const Membership& membership : scenario.blueprint.agents[i].memberships) {
      const std::size_t group = membership.group.index();
      if (comes[i] && group < served.size()) served[group] = true;
    }
  }
  return served;
}

bool happening_signs_in(const Scenario& scenario) {
  return std::ranges::any_of(scenario.happenings, [](const Happening& happening) {
    return happening.command.kind == CommandKind::sign_in;
  });
}

}  // namespace

void warn_of_unserved_groups(ScenarioFindings& findings) {
  const Scenario& scenario = findings.scenario();
  if (happening_signs_in(scenario)) return;
  const std::vector<bool> served = served_groups(scenario);
  const LineNames names{scenario.demands};
  for (std::size_t i = 0; i < scenario.demands.size(); ++i) {
    const std::size_t group = scenario.demands[i].arrive.group.index();
    if (group >= served.size() || served[group]) continue;
    const SkillGroup& line = scenario.blueprint.groups[group];
    if (!line.overflow.empty()) continue;  // which may take them elsewhere
    findings.warn(names.path("demands", i) + ".group",
                  fmt::format("nobody of group {} comes to work", quoted(line.name)));
  }
}

}  // namespace acd::simulation
