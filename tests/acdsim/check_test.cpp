// acdsim check: what it says about sound, doubtful and broken blueprints, and how it ends.
#include "check_command.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string directory = std::string{ACD_TESTS_DIR} + "/acdsim/check/";

/// Without the directory in front of the file's name.
std::string without_directory(std::string text) {
  for (std::size_t at = 0; (at = text.find(directory, at)) != std::string::npos;) {
    text.erase(at, directory.size());
  }
  return text;
}

}  // namespace

TEST_CASE("the blueprint with all of overflow is sound, without a warning") {
  const std::string file = examples_directory() + "/overflow/desk.toml";
  const Run run = run_acdsim("check " + file);
  CHECK(run.exit_code == 0);
  CHECK(run.out == file + ": sound\n");
  CHECK(run.err.empty());
}

TEST_CASE("the blueprint with all of affinity is sound, its host code taken to be bound") {
  const std::string file = examples_directory() + "/affinity/desk.toml";
  CHECK(run_acdsim("check " + file).out == file + ": sound\n");
}

TEST_CASE("every blueprint and every scenario of the examples is sound") {
  for (const auto& entry : std::filesystem::recursive_directory_iterator{examples_directory()}) {
    const std::string file = entry.path().string();
    const bool is_checked =
        std::ranges::any_of(std::array{"blueprint", "plans", "scenarios"},
                            [&](const char* part) { return file.find(part) != std::string::npos; });
    if (!is_checked || !file.ends_with(".toml")) continue;
    INFO(file);
    CHECK(run_acdsim("check " + file).out == file + ": sound\n");
  }
}

TEST_CASE("every problem of a broken blueprint is shown at its place") {
  const Run run = run_acdsim("check " + directory + "broken.toml");
  CHECK(run.exit_code == 65);
  CHECK(run.err.empty());
  const std::string out = without_directory(run.out);
  CHECK(golden("check_broken.out", out) == out);
}

TEST_CASE("a doubtful blueprint is warned of and accepted, next to a broken one") {
  const Run run = run_acdsim("check " + directory + "doubtful.toml");
  CHECK(run.exit_code == 0);
  const std::string out = without_directory(run.out);
  CHECK(golden("check_doubtful.out", out) == out);
  CHECK(run_acdsim("check " + directory + "doubtful.toml " + directory + "broken.toml").exit_code ==
        65);
}

TEST_CASE("the mark stands below its column, behind Chinese and tabs") {
  const std::string path = scratch_directory() + "/wide.toml";
  std::ofstream{path}
      << "channels = ['电话']\n[[group]]\nname = 'a'\n\tchannels = ['电话', '聊天']\n";
  const std::string out = acdsim::check_report({.files = {path}}, {}).report;
  CHECK(out.find("    4 | \tchannels = ['电话', '聊天']\n"
                 "      | \t                    ^\n") != std::string::npos);
}

TEST_CASE("checking nothing is a usage error, and a file that is not there no input") {
  CHECK(run_acdsim("check").exit_code == 64);
  const Run run = run_acdsim("check no/such.toml");
  CHECK(run.exit_code == 66);
  CHECK(run.err == "acdsim: no/such.toml: No such file or directory\n");
}
