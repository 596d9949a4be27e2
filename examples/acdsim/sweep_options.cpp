// acdsim sweep: its words.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "sweep_command.hpp"

namespace acdsim {

void add_sweep(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<SweepRequest>();
  CLI::App* command =
      app.add_subcommand("sweep", "Simulate a scenario at many points, and compare their targets");
  command->add_option("FILE", request->file, "scenario, TOML")->required();
  command
      ->add_option("--vary", request->vary,
                   "values of a place, as staff[0].count=10:20:2 or demands.orders.balking=0%,5%; "
                   "several make a grid")
      ->type_name("PATH=VALUES")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->required();
  command->add_flag("--dry-run", request->dry_run, "check and list the runs, simulate none");
  add_out_option(*command, request->out);
  add_experiment_options(*command, *request);
  command->callback([request, &chosen] {
    chosen = [request] {
      const ExperimentWriter writer;
      return writer.write(
          sweep(*request, style_of_stdout()),
          request->quiet ? ExperimentWriter::Closing::left_out : ExperimentWriter::Closing::shown);
    };
  });
}

}  // namespace acdsim
