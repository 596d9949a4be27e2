// Sections and lines.
#include "scenario/script.hpp"

#include <sstream>

namespace acd::scenario {
namespace {

bool is_output(const std::string& line) { return line.starts_with("  "); }

}  // namespace

Script cut_script(const std::string& text) {
  enum class Section { story, blueprint, next_blueprint, script } section = Section::story;
  Script script;
  std::string next;
  std::istringstream in{text};
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (section == Section::script) {
      if (!is_output(line)) script.lines.push_back({number, line});
      continue;
    }
    script.head += line + '\n';
    if (line == "--- script") {
      section = Section::script;
    } else if (line == "--- blueprint") {
      section = Section::blueprint;
    } else if (line == "--- next blueprint") {
      section = Section::next_blueprint;
    } else if (section == Section::blueprint) {
      script.blueprint += line;
    } else if (section == Section::next_blueprint) {
      next += line;
    }
    script.blueprint += '\n';
    next += '\n';
    if (section == Section::next_blueprint) script.next_blueprint = next;
  }
  if (section != Section::script) {
    throw ScriptError{number, 1, "expected the sections \"--- blueprint\" and \"--- script\""};
  }
  return script;
}

}  // namespace acd::scenario
