// The commands of acdsim: each registers its words, its options and what is then done in a
// file of its own, NAME_options.cpp.
#pragma once

#include "action.hpp"

namespace CLI {
class App;
}

namespace acdsim {

// `chosen` is set when the command is; both must outlive the parsing.
void add_replay(CLI::App& app, Action& chosen);
void add_sweep(CLI::App& app, Action& chosen);
void add_compare(CLI::App& app, Action& chosen);
void add_staff(CLI::App& app, Action& chosen);
void add_run(CLI::App& app, Action& chosen);
void add_plan(CLI::App& app, Action& chosen);
void add_explain(CLI::App& app, Action& chosen);
void add_init(CLI::App& app, Action& chosen);
void add_check(CLI::App& app, Action& chosen);
void add_schema(CLI::App& app, Action& chosen);
void add_completion(CLI::App& app, Action& chosen);
void add_import(CLI::App& app, Action& chosen);
void add_forecast(CLI::App& app, Action& chosen);
void add_make_surge_day(CLI::App& app, Action& chosen);

}  // namespace acdsim
