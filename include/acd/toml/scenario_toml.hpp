// Scenarios as TOML files; the format is described in docs/guide/simulation.md.
//
//   const ScenarioRead read = read_scenario_toml(text, "monday.toml");
//   show(problems_text(read));
//   if (any_error(read.problems)) return;
//   CompiledPlan::Result made = CompiledPlan::compile(read.scenario.blueprint);
//
// The blueprint's tables stand in the same file, or in one that it names. No function does I/O;
// linear in the length of the text, up to sorting.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acd/config/problem.hpp"
#include "acd/config/registry.hpp"
#include "acd/export.hpp"
#include "acd/simulation/call_log.hpp"
#include "acd/simulation/scenario.hpp"
#include "acd/simulation/service_target.hpp"
#include "acd/toml/blueprint_toml.hpp"
#include "acd/toml/setting.hpp"

namespace acd {
inline namespace v1 {

struct ScenarioRead {
  Scenario scenario{};  ///< sound if no problem is an error, else what was understood
  std::vector<ServiceTarget> targets{};
  std::vector<Problem> problems{};  ///< each with its position, in the order of the file
  /// Line of the first agent that `[[staff]]` makes; those before stand in the blueprint.
  std::uint32_t first_made_agent = 0;
  std::chrono::seconds utc_offset{
      0};              ///< of `begin` as the file writes it: whose clocks it goes by
  std::string file{};  ///< as given
};

/// The blueprint that a scenario names by `blueprint = "..."`; nothing if it cannot be had.
using BlueprintSource = std::function<std::optional<Blueprint>(const std::string& name)>;

/// The call log that a demand names by `log = {file = "..."}`; nothing if it cannot be had. Asked
/// once for each name.
using CallLogSource = std::function<std::optional<CallLog>(const std::string& name)>;

/// Every problem of the file at once: of its form and names, then what `check` finds in the
/// blueprint and in the scenario. `file` is a name for messages; nothing is opened. Problems of
/// `settings` have line 0; those of a blueprint or a log in another file are left to its source.
[[nodiscard]] ACD_EXPORT ScenarioRead
read_scenario_toml(std::string_view text, const std::string& file, const Registry& registry = {},
                   const ZoneSource& zones = {}, const BlueprintSource& blueprints = {},
                   const CallLogSource& call_logs = {}, std::span<const Setting> settings = {});

/// True if it has a key at its top that scenarios have and blueprints have not.
[[nodiscard]] ACD_EXPORT bool is_scenario_toml(std::string_view text);

/// The form of a scenario's file, its blueprint in the same file, as `blueprint_json_schema`.
[[nodiscard]] ACD_EXPORT std::string scenario_json_schema();

/// One line per problem, as of a blueprint.
[[nodiscard]] ACD_EXPORT std::string problems_text(const ScenarioRead& read);

}  // namespace v1
}  // namespace acd
