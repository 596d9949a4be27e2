// The command line wins over the file.
#include "replay_request.hpp"

#include <algorithm>
#include <string>

#include "exit_status.hpp"
#include "replay_file.hpp"

namespace acdsim {
namespace {

std::string option_of(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return "--" + name;
}

void apply_file(ReplaySettings& settings, const ReplayRequest& request) {
  ProblemList problems;
  const ReplayFile file = read_replay_file(request.file, request.data_directory, problems);
  for (const FileSetting& each : file.settings) {
    const std::string problem =
        each.text ? set(settings, each.name, *each.text) : "is neither a text nor a whole number";
    if (!problem.empty()) problems.add({file.file, each.position, each.name + ": " + problem});
  }
  if (!problems.empty()) throw BadInput{problems};
}

void require(const std::filesystem::path& path, const char* name) {
  if (!path.empty()) return;
  throw Failure{ExitStatus::usage, std::string{"a replay needs a replay file or "} + name +
                                       "; see acdsim replay --help"};
}

}  // namespace

ReplaySettings settings_of(const ReplayRequest& request) {
  ReplaySettings settings;
  if (request.forecast) settings.forecast = acd::Forecast::counted;
  if (!request.file.empty()) apply_file(settings, request);
  for (const auto& [name, text] : request.settings) {
    const std::string problem = set(settings, name, text);
    if (!problem.empty()) throw Failure{ExitStatus::usage, option_of(name) + ": " + problem};
  }
  require(settings.calls, "--calls");
  require(settings.shifts, "--shifts");
  require(settings.blueprint, "--blueprint");
  return settings;
}

}  // namespace acdsim
