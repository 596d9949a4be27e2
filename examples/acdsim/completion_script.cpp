// One walk over CLI11's tree, three ways to write it down.
#include "completion_script.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <vector>

namespace acdsim {
namespace {

/// An option of a command; what has no dashes is none.
struct Word {
  std::string name{};  ///< "--seed", "-h"
  std::string description{};
  bool takes_value = false;
  std::string choices{};  ///< of the value, with blanks between; empty: anything
};

/// "{arrival,end}" in a type's name lists what is allowed.
std::string choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return {};
  std::string choices = type.substr(open + 1, close - open - 1);
  for (char& c : choices) c = c == ',' ? ' ' : c;
  return choices;
}

std::vector<Word> words_of(const CLI::App& command) {
  std::vector<Word> words;
  for (const CLI::Option* option : command.get_options()) {
    const bool takes_value = option->get_items_expected_max() > 0;
    const auto add = [&](const std::string& name) {
      words.push_back({name, option->get_description(), takes_value, choices_of(*option)});
    };
    for (const std::string& name : option->get_lnames()) add("--" + name);
    for (const std::string& name : option->get_snames()) add("-" + name);
  }
  return words;
}

/// The choices of what stands without dashes, if there are any.
std::string positional_choices(const CLI::App& command) {
  std::string choices;
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) choices += ' ' + choices_of(*option);
  }
  const std::size_t first = choices.find_first_not_of(' ');
  return first == std::string::npos ? std::string{} : choices.substr(first);
}

std::string joined_names(const std::vector<const CLI::App*>& commands) {
  std::string names;
  for (const CLI::App* command : commands) {
    names += (names.empty() ? "" : " ") + command->get_name();
  }
  return names;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

/// With a backslash before each of these.
std::string escaped(std::string_view text, std::string_view marks) {
  std::string result;
  for (const char c : text) {
    if (marks.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

/// In single quotes of a POSIX shell.
std::string shell_quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return result + '\'';
}

}  // namespace

std::string bash_completion(const CLI::App& app) {
  const std::vector<const CLI::App*> commands = commands_of(app);
  std::string values;
  std::string options;
  for (const CLI::App* command : commands) {
    std::string names;
    for (const Word& word : words_of(*command)) {
      names += ' ' + word.name;
      if (!word.takes_value) continue;
      values += fmt::format("    {}:{}) words='{}' value=1 ;;\n", command->get_name(), word.name,
                            word.choices);
    }
    options += fmt::format("    {}) options='{}' words='{}' ;;\n", command->get_name(),
                           names.substr(names.empty() ? 0 : 1), positional_choices(*command));
  }
  return fmt::format(R"bash(# Completion of {0} for bash: source <({0} completion bash)
_{0}() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}
  local command=${{COMP_WORDS[1]}}
  local words='' options='' value=''
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '{1} --help' -- "$cur"))
    return
  fi
  case $command:$prev in
{2}  esac
  if [[ -z $value ]]; then
    case $command in
{3}    esac
    [[ $cur != -* ]] || words=$options
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}}
complete -o default -F _{0} {0}
)bash",
                     app.get_name(), joined_names(commands), values, options);
}

std::string zsh_completion(const CLI::App& app) {
  std::string commands;
  std::string cases;
  for (const CLI::App* command : commands_of(app)) {
    commands += fmt::format("    {}\n", shell_quoted(command->get_name() + ":" +
                                                     escaped(command->get_description(), ":\\")));
    std::string specs;
    for (const Word& word : words_of(*command)) {
      const std::string description = escaped(word.description, "[]:\\");
      std::string spec = fmt::format("{}[{}]", word.name, description);
      if (word.takes_value) {
        spec += word.choices.empty() ? ":value:_files" : fmt::format(":value:({})", word.choices);
      }
      specs += " \\\n        " + shell_quoted(spec);
    }
    const std::string choices = positional_choices(*command);
    const std::string rest =
        choices.empty() ? "*:file:_files" : fmt::format("*:word:({})", choices);
    cases += fmt::format("    {}) _arguments{} \\\n        {} ;;\n", command->get_name(), specs,
                         shell_quoted(rest));
  }
  return fmt::format(R"zsh(#compdef {0}
# Completion of {0} for zsh: source <({0} completion zsh), after compinit
_{0}() {{
  local -a commands=(
{1}  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
{2}  esac
}}
compdef _{0} {0}
)zsh",
                     app.get_name(), commands, cases);
}

std::string fish_completion(const CLI::App& app) {
  const std::string name = app.get_name();
  std::string text =
      fmt::format("# Completion of {0} for fish: {0} completion fish | source\n", name);
  for (const CLI::App* command : commands_of(app)) {
    const std::string quoted = shell_quoted(escaped(command->get_description(), "\\"));
    text += fmt::format("complete -c {} -n __fish_use_subcommand -f -a {} -d {}\n", name,
                        command->get_name(), quoted);
    const std::string condition =
        fmt::format("-n '__fish_seen_subcommand_from {}'", command->get_name());
    for (const Word& word : words_of(*command)) {
      const bool is_long = word.name.starts_with("--");
      text += fmt::format("complete -c {} {} -{} {}{} -d {}\n", name, condition,
                          is_long ? 'l' : 's', word.name.substr(is_long ? 2 : 1),
                          !word.takes_value      ? ""
                          : word.choices.empty() ? " -r"
                                                 : " -x -a " + shell_quoted(word.choices),
                          shell_quoted(escaped(word.description, "\\")));
    }
    const std::string choices = positional_choices(*command);
    if (!choices.empty()) {
      text += fmt::format("complete -c {} {} -f -a {}\n", name, condition, shell_quoted(choices));
    }
  }
  return text;
}

}  // namespace acdsim
