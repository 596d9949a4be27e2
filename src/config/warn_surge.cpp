// Warns of surges that can be entered or left by hand only, without saying so.
#include <array>

#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool can_enter(const Blueprint& blueprint, SurgeId id) {
  Circumstances world{blueprint, ConditionPlace::surge};
  world.suppose(id, false);
  return world.possible(std::array{blueprint.surges[id.index()].enter}) != Possibility::impossible;
}

bool can_leave(const Blueprint& blueprint, SurgeId id) {
  Circumstances world{blueprint, ConditionPlace::surge};
  world.suppose(id, true);
  const Surge& surge = blueprint.surges[id.index()];
  const Possibility found = surge.leave ? world.possible(std::array{*surge.leave})
                                        : world.possible({}, std::array{surge.enter});
  return found != Possibility::impossible;
}

}  // namespace

void warn_of_surges(Findings& findings) {
  const Blueprint& blueprint = findings.blueprint();
  for (std::size_t i = 0; i < blueprint.surges.size(); ++i) {
    const std::string path = findings.path_of(Family::surges, i);
    const Surge& surge = blueprint.surges[i];
    if (!surge.enter.is_nothing() && !can_enter(blueprint, SurgeId{i})) {
      findings.warn(path + ".enter", "it cannot hold: the surge is entered by hand only");
    }
    if (can_leave(blueprint, SurgeId{i})) continue;
    findings.warn(path + (surge.leave ? ".leave" : ".enter"),
                  surge.leave ? "it cannot hold: once entered, the surge is left by hand only"
                              : "it holds for good once the surge is on: it is left by hand only");
  }
}

}  // namespace v1
}  // namespace acd
