// acdsim compare: its words.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "compare_command.hpp"

namespace acdsim {

void add_compare(CLI::App& app, Action& chosen) {
  const auto request = std::make_shared<CompareRequest>();
  CLI::App* command = app.add_subcommand(
      "compare", "Simulate two scenarios with the same customers, and compare their figures");
  command->add_option("A", request->first, "scenario, TOML; its targets are those of both")
      ->required();
  command->add_option("B", request->second, "scenario, TOML; without, A as --set-b changes it");
  command
      ->add_option("--set-b", request->second_sets, "as --set, which holds for both, for B alone")
      ->type_name("PATH=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag_callback(
      "--figures-only", [request] { request->agents = CompareRequest::Agents::left_out; },
      "do not search how many agents each needs");
  add_out_option(*command, request->out);
  add_experiment_options(*command, *request);
  command->callback([request, &chosen] {
    chosen = [request] {
      const ExperimentWriter writer;
      return writer.write(
          compare(*request, style_of_stdout()),
          request->quiet ? ExperimentWriter::Closing::left_out : ExperimentWriter::Closing::shown);
    };
  });
}

}  // namespace acdsim
