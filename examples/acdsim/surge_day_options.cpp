// acdsim make-surge-day: its words.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "commands.hpp"
#include "surge_day.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

ExitStatus write_surge_day(const std::filesystem::path& directory) {
  const SurgeDay day = make_surge_day();
  write_text_file(directory / "calls.csv", day.calls);
  write_text_file(directory / "agent_skills.csv", day.skills);
  write_text_file(directory / "agent_sessions.csv", day.shifts);
  return ExitStatus::done;
}

}  // namespace

void add_make_surge_day(CLI::App& app, Action& chosen) {
  const auto directory = std::make_shared<std::filesystem::path>();
  CLI::App* command = app.add_subcommand(
      "make-surge-day", "Write the synthetic log of examples/surge_day, the same every time");
  command->add_option("DIRECTORY", *directory, "where to write its CSV files")->required();
  command->callback(
      [directory, &chosen] { chosen = [directory] { return write_surge_day(*directory); }; });
}

}  // namespace acdsim
