// A problem belongs to the setting of its place, or of one around it.
#include "setting_problems.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exit_status.hpp"

namespace acdsim {
namespace {

bool lies_within(const std::string& path, const std::string& place) {
  if (!path.starts_with(place)) return false;
  return path.size() == place.size() || path[place.size()] == '.' || path[place.size()] == '[';
}

std::string problem_text(const acd::Problem& problem, std::span<const acd::Setting> settings) {
  const auto cause = std::ranges::find_if(settings, [&](const acd::Setting& setting) {
    return lies_within(problem.path, setting.path);
  });
  const acd::Setting* setting = cause != settings.end() ? &*cause : nullptr;
  // A path may be written in another way than problems do: then it is the only one, or unknown.
  if (setting == nullptr && settings.size() == 1) setting = &settings.front();
  const bool is_warning = problem.severity == acd::Severity::warning;
  const char* const warning = is_warning ? "warning: " : "";
  if (setting == nullptr)
    return fmt::format("--set: {}{}: {}\n", warning, problem.path, problem.message);
  const bool is_its_own = problem.path == setting->path;
  return fmt::format("--set {}={}: {}{}{}\n", setting->path, setting->value, warning,
                     is_its_own ? "" : problem.path + ": ", problem.message);
}

}  // namespace

std::vector<acd::Setting> settings_of(std::span<const std::string> texts) {
  std::vector<acd::Setting> settings;
  for (const std::string& text : texts) {
    // Quoted names may hold one: the first outside of quotes.
    bool in_quotes = false;
    std::size_t at = 0;
    while (at < text.size() && (in_quotes || text[at] != '=')) {
      if (text[at] == '"') in_quotes = !in_quotes;
      ++at;
    }
    if (at == 0 || at >= text.size()) {
      throw Failure{ExitStatus::usage,
                    fmt::format("--set {}: expected a path, = and a value, such as "
                                "groups.sales.target_wait=30s",
                                text)};
    }
    settings.push_back({text.substr(0, at), text.substr(at + 1)});
  }
  return settings;
}

std::string take_setting_problems(std::vector<acd::Problem>& problems,
                                  std::span<const acd::Setting> settings) {
  std::string text;
  if (settings.empty()) return text;
  for (const acd::Problem& problem : problems) {
    if (problem.position.line == 0) text += problem_text(problem, settings);
  }
  std::erase_if(problems, [](const acd::Problem& problem) { return problem.position.line == 0; });
  return text;
}

}  // namespace acdsim
