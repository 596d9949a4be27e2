// What shells complete after `acdsim`, from the commands and options as they are registered.
#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace acdsim {

// Scripts to be sourced; of every command of `app`, with its options and their choices.
[[nodiscard]] std::string bash_completion(const CLI::App& app);
[[nodiscard]] std::string zsh_completion(const CLI::App& app);
[[nodiscard]] std::string fish_completion(const CLI::App& app);

}  // namespace acdsim
