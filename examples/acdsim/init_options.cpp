// acdsim init: its words.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "commands.hpp"
#include "init_command.hpp"

namespace acdsim {

void add_init(CLI::App& app, Action& chosen) {
  const auto file = std::make_shared<std::filesystem::path>();
  CLI::App* command = app.add_subcommand("init", "Write a scenario to begin with, with comments");
  command->add_option("FILE", *file, "to be made; otherwise stdout");
  command->callback([file, &chosen] { chosen = [file] { return write_template(*file); }; });
}

}  // namespace acdsim
