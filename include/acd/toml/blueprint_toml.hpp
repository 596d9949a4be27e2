// Blueprints as TOML files; the format is described in docs/guide/blueprint.md.
//
//   const BlueprintRead read = read_blueprint_toml(text, "bank.toml");
//   if (!read.problems.empty()) { show(problems_text(read)); return; }
//   CompiledPlan::Result made = CompiledPlan::compile(read.blueprint);
//
// Law: read(write(b)).blueprint == b for every sound blueprint whose names are UTF-8.
// Neither function does I/O; linear in the length of the text, up to sorting; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/problem.hpp"
#include "acd/config/registry.hpp"
#include "acd/export.hpp"

namespace acd {
inline namespace v1 {

struct BlueprintRead {
  Blueprint blueprint{};            ///< sound if there is no problem, else what was understood
  std::vector<Problem> problems{};  ///< each with its position, in the order of the file
  std::string file{};               ///< as given
};

/// Every problem of the file at once: of its form, its names and its policies, and then what
/// `check` finds against `registry`. `file` is a name for messages; nothing is opened.
[[nodiscard]] ACD_EXPORT BlueprintRead read_blueprint_toml(std::string_view text,
                                                           const std::string& file,
                                                           const Registry& registry = {});

/// One line per problem: "bank.toml:12:5: groups.sales.weight: 0 is not in 1 to 255".
[[nodiscard]] ACD_EXPORT std::string problems_text(const BlueprintRead& read);

/// The file in its usual order, without what is as by default.
[[nodiscard]] ACD_EXPORT std::string write_blueprint_toml(const Blueprint& blueprint);

}  // namespace v1
}  // namespace acd
