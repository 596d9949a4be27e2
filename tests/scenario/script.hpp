// A scenario script cut into its parts.
//
//   # What happened, where, and what must happen here.
//   --- blueprint
//   [[groups]] ...                       TOML
//   --- next blueprint                   may be left out; TOML of a router that takes over
//   --- script
//   at 12s                               time passes: what falls due
//   arrive alice group=sales             a command, as acd/companion/text.hpp writes it
//     arrived alice group=sales          indented: what follows from it, exactly
//
// Only what is indented is output; rewriting a script replaces it and nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace acd::scenario {

struct Line {
  int number = 0;  // in the file, from 1
  std::string text{};
};

struct Script {
  std::string head{};       // up to and with the line "--- script"
  std::string blueprint{};  // TOML, after as many empty lines as stand before it in the file
  std::optional<std::string> next_blueprint{};
  std::vector<Line> lines{};  // of the script, without the output
};

/// Fails with a message if a section is missing.
[[nodiscard]] Script cut_script(const std::string& text);

/// An error in a script: the message says the line and column.
struct ScriptError {
  int line = 0;
  int column = 0;
  std::string message{};
};

}  // namespace acd::scenario
