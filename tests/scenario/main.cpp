// Performs scenario scripts and compares what follows with what they say.
//
//   acd_scenario [--rewrite] tests/scenario/b2_*.txt ...
//
// With --rewrite the output in the files is replaced by what follows now: read the change.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acd/toml/blueprint_toml.hpp"
#include "scenario/replay_check.hpp"
#include "scenario/script.hpp"
#include "scenario/stage.hpp"

namespace acd::scenario {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw ScriptError{0, 0, "cannot be read"};
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

CompiledPlan plan_of(const std::string& blueprint, const std::string& path) {
  const BlueprintRead read = read_blueprint_toml(blueprint, path);
  if (any_error(read.problems)) throw ScriptError{0, 0, '\n' + problems_text(read)};
  return CompiledPlan::compile(read.blueprint).plan.value();
}

/// A script being performed: on one stage, or on two of which the second takes over.
class Performance {
 public:
  Performance(Script script, std::string path)
      : script_{std::move(script)},
        path_{std::move(path)},
        plan_{plan_of(script_.blueprint, path_)},
        stage_{std::make_unique<Stage>(plan_)} {}

  /// The script with the output that follows now.
  std::string perform() {
    std::string result = script_.head;
    for (const Line& line : script_.lines) {
      result += line.text + '\n';
      if (line.text.empty() || line.text.starts_with('#')) continue;
      try {
        for (const std::string& output : perform(line.text)) result += "  " + output + '\n';
      } catch (ScriptError& error) {
        error.line = line.number;
        throw;
      }
    }
    check();
    return result;
  }

 private:
  std::vector<std::string> perform(const std::string& line) {
    if (line != "next_blueprint") return stage_->perform(line);
    if (!script_.next_blueprint) throw ScriptError{0, 1, "there is no next blueprint"};
    check();
    const std::unique_ptr<Stage> before = std::move(stage_);
    plan_ = plan_of(*script_.next_blueprint, path_);
    stage_ = std::make_unique<Stage>(plan_);
    return stage_->take_over(*before);
  }

  void check() const {
    const std::string difference = check_replays(*stage_, plan_);
    if (!difference.empty()) throw ScriptError{0, 0, difference};
  }

  Script script_;
  std::string path_;
  CompiledPlan plan_;
  std::unique_ptr<Stage> stage_;
};

std::string performed(const std::string& text, const std::string& path) {
  return Performance{cut_script(text), path}.perform();
}

/// The first line that differs, both ways.
std::string first_difference(const std::string& expected, const std::string& found) {
  std::istringstream left{expected};
  std::istringstream right{found};
  for (int line = 1;; ++line) {
    std::string a;
    std::string b;
    const bool has_a = static_cast<bool>(std::getline(left, a));
    const bool has_b = static_cast<bool>(std::getline(right, b));
    if (a == b && has_a && has_b) continue;
    return fmt::format("{}\n  expected: {}\n  found:    {}", line, has_a ? a : "the end",
                       has_b ? b : "the end");
  }
}

enum class Mode { compare, rewrite };

bool perform_file(const std::string& path, Mode mode) try {
  const std::string text = read_file(path);
  const std::string now = performed(text, path);
  if (now == text) return true;
  if (mode == Mode::rewrite) {
    std::ofstream{path, std::ios::binary} << now;
    fmt::print("{}: rewritten\n", path);
    return true;
  }
  fmt::print("{}:{}\n", path, first_difference(text, now));
  return false;
} catch (const ScriptError& error) {
  const std::string place =
      error.line > 0 ? fmt::format("{}:{}:{}", path, error.line, error.column) : path;
  fmt::print("{}: {}\n", place, error.message);
  return false;
}

int run(std::span<char*> arguments) {
  Mode mode = Mode::compare;
  int scripts = 0;
  int failed = 0;
  for (const std::string_view argument : arguments) {
    if (argument == "--rewrite") {
      mode = Mode::rewrite;
      continue;
    }
    ++scripts;
    if (!perform_file(std::string{argument}, mode)) ++failed;
  }
  fmt::print("{} of {} scripts as written\n", scripts - failed, scripts);
  return scripts > 0 && failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace acd::scenario

int main(int argc, char** argv) try {
  return acd::scenario::run(std::span{argv, static_cast<std::size_t>(argc)}.subspan(1));
} catch (const std::exception& error) {
  fmt::print("{}\n", error.what());
  return 1;
}
