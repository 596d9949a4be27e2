// acdsim schema: the form of scenarios or blueprints, for editors.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "acd/toml/blueprint_toml.hpp"
#include "acd/toml/scenario_toml.hpp"
#include "commands.hpp"

namespace acdsim {
namespace {

enum class SchemaOf : std::uint8_t { scenario, blueprint };

ExitStatus print_schema(SchemaOf of) {
  const std::string schema =
      of == SchemaOf::scenario ? acd::scenario_json_schema() : acd::blueprint_json_schema();
  std::fputs(schema.c_str(), stdout);
  return ExitStatus::done;
}

}  // namespace

void add_schema(CLI::App& app, Action& chosen) {
  const auto is_blueprint = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("schema", "Print the JSON Schema of scenarios, on stdout");
  command->add_flag("--blueprint", *is_blueprint, "of blueprints in files of their own");
  command->callback([is_blueprint, &chosen] {
    const SchemaOf of = *is_blueprint ? SchemaOf::blueprint : SchemaOf::scenario;
    chosen = [of] { return print_schema(of); };
  });
}

}  // namespace acdsim
