// The companion reads it; only the problems' shape changes here.
#include "blueprint_file.hpp"

#include <string>
#include <utility>

#include "acd/toml/blueprint_toml.hpp"
#include "text_file.hpp"

namespace acdsim {

acd::Blueprint read_blueprint(const std::filesystem::path& path, ProblemList& problems) {
  const std::string text = read_text_file(path);
  auto result = acd::read_blueprint_toml(text, path.string());
  for (const acd::Problem& problem : result.problems) {
    const std::string where = problem.path.empty() ? "" : problem.path + ": ";
    problems.add({path.string(), problem.position, where + problem.message});
  }
  return result.problems.empty() ? std::move(result.blueprint) : acd::Blueprint{};
}

}  // namespace acdsim
