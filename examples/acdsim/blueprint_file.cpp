// The companion reads it; only the problems' shape changes here.
#include "blueprint_file.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <utility>

#include "acd/companion/zones.hpp"
#include "acd/toml/blueprint_toml.hpp"
#include "text_file.hpp"

namespace acdsim {

acd::Blueprint read_blueprint(const std::filesystem::path& path, ProblemList& problems) {
  const std::string text = read_text_file(path);
  auto result = acd::read_blueprint_toml(text, path.string(), {}, acd::zone_rules);
  const bool refused = acd::any_error(result.problems);
  for (const acd::Problem& problem : result.problems) {
    const bool is_warning = problem.severity == acd::Severity::warning;
    const std::string where = problem.path.empty() ? "" : problem.path + ": ";
    FileProblem found{path.string(), problem.position,
                      (is_warning ? "warning: " : "") + where + problem.message};
    if (refused) {
      problems.add(std::move(found));
    } else {
      fmt::print(stderr, "{}\n", to_text(found));
    }
  }
  return refused ? acd::Blueprint{} : std::move(result.blueprint);
}

}  // namespace acdsim
