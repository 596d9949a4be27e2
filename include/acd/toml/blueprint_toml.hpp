// Blueprints as TOML files; the format is described in docs/guide/blueprint.md.
//
//   const BlueprintRead read = read_blueprint_toml(text, "bank.toml");
//   show(problems_text(read));
//   if (any_error(read.problems)) return;
//   CompiledPlan::Result made = CompiledPlan::compile(read.blueprint);
//
// Law: read(write(b)).blueprint == b for every sound blueprint whose names are UTF-8, and in
// whose time plans no list has more than 36,600 dates.
// Neither function does I/O; linear in the length of the text, up to sorting; any thread.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/problem.hpp"
#include "acd/config/registry.hpp"
#include "acd/export.hpp"
#include "acd/time_plan/zone.hpp"
#include "acd/toml/setting.hpp"

namespace acd {
inline namespace v1 {

struct BlueprintRead {
  Blueprint blueprint{};            ///< sound if no problem is an error, else what was understood
  std::vector<Problem> problems{};  ///< each with its position, in the order of the file
  std::string file{};               ///< as given
};

/// Rules of the zones that a file gives by name alone; `zone_rules` (acd/companion/zones.hpp) is
/// such a source. They must hold within [from, until).
using ZoneSource = std::function<std::optional<ZoneRules>(std::string_view iana_name, Instant from,
                                                          Instant until)>;

/// Every problem of the file at once: of its form, its names and its policies, and then what
/// `check` finds against `registry`. `file` is a name for messages; nothing is opened. Without
/// `zones` a file gives the offsets of its zones itself, except of UTC. Problems of `settings` have
/// line 0; those of keys that no blueprint has are passed over.
[[nodiscard]] ACD_EXPORT BlueprintRead read_blueprint_toml(std::string_view text,
                                                           const std::string& file,
                                                           const Registry& registry = {},
                                                           const ZoneSource& zones = {},
                                                           std::span<const Setting> settings = {});

/// One line per problem: "bank.toml:12:5: groups.sales.weight: 0 is not in 1 to 255".
[[nodiscard]] ACD_EXPORT std::string problems_text(const BlueprintRead& read);

/// The form of a blueprint's file as a JSON Schema (draft 2020-12), for editors: every key that is
/// read, and none else. Dates and instants, which JSON has not, are strings.
[[nodiscard]] ACD_EXPORT std::string blueprint_json_schema();

/// The file in its usual order, without what is as by default.
[[nodiscard]] ACD_EXPORT std::string write_blueprint_toml(const Blueprint& blueprint);

}  // namespace v1
}  // namespace acd
