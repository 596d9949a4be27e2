// acdsim completion: what shells complete.
#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "completion_script.hpp"

namespace acdsim {
namespace {

using Script = std::string (*)(const CLI::App&);

constexpr std::array<std::pair<const char*, Script>, 3> shells{
    {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}}};

std::string script_for(const std::string& shell, const CLI::App& app) {
  for (const auto& [name, script] : shells) {
    if (shell == name) return script(app);
  }
  return {};
}

}  // namespace

// The script is made while the commands are still there.
void add_completion(CLI::App& app, Action& chosen) {
  const auto shell = std::make_shared<std::string>();
  std::vector<std::string> names;
  for (const auto& [name, script] : shells) names.emplace_back(name);
  CLI::App* command =
      app.add_subcommand("completion", "Print what completes these commands in a shell");
  command->add_option("SHELL", *shell, "which one")->required()->check(CLI::IsMember(names));
  command->callback([shell, &app, &chosen] {
    chosen = [script = script_for(*shell, app)] {
      std::fputs(script.c_str(), stdout);
      return ExitStatus::done;
    };
  });
}

}  // namespace acdsim
