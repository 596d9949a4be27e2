// JUnit's XML as continuous integration reads it: a case for each target.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace acdsim {

struct JunitCase {
  std::string of{};       ///< "class": the scenario, or one of several runs
  std::string name{};     ///< the target
  std::string failure{};  ///< what was found instead; empty: it is met
};

struct JunitSuite {
  std::string name{};
  std::vector<std::pair<std::string, std::string>> properties{};
  std::vector<JunitCase> cases{};
};

[[nodiscard]] std::string junit_text(const JunitSuite& suite);

}  // namespace acdsim
