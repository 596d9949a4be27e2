// acdsim staff: its words.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "staff_command.hpp"

namespace acdsim {

void add_staff(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<StaffRequest>();
  CLI::App* command = app.add_subcommand(
      "staff", "Search how few agents reach a scenario's targets in every interval");
  command->add_option("FILE", request->file, "scenario, TOML")->required();
  command
      ->add_option("--toml", request->toml,
                   "write the agents as staff lines of a scenario; - instead of the table")
      ->type_name("FILE");
  add_out_option(*command, request->out);
  add_experiment_options(*command, *request);
  add_interval_option(*command, *request);
  command->callback([request, &chosen] {
    chosen = [request] {
      const ExperimentWriter writer;
      return writer.write(
          staff(*request, style_of_stdout()),
          request->quiet ? ExperimentWriter::Closing::left_out : ExperimentWriter::Closing::shown);
    };
  });
}

}  // namespace acdsim
