// A table of broken scenarios with what acdsim says of each (tests/acdsim/broken/scenarios.txt).
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "acd/companion/zones.hpp"
#include "acd/toml/scenario_toml.hpp"
#include "check_command.hpp"
#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

using Lines = std::vector<std::string>;

const std::string table_file = std::string{ACD_TESTS_DIR} + "/acdsim/broken/scenarios.txt";

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

struct Case {
  std::string title{};
  Lines edits{};  ///< with "-" or "+" in front
  Lines says{};
};

struct Table {
  Lines preface{};
  Lines scenario{};
  std::vector<Case> cases{};
};

Table read_table() {
  Table table;
  bool is_preface = true;
  for (const std::string& line : lines_of(read_whole(table_file))) {
    is_preface = is_preface && line.starts_with('#');
    if (line.starts_with("## ")) {
      table.cases.push_back({.title = line.substr(3), .edits = {}, .says = {}});
    } else if (table.cases.empty()) {
      (is_preface ? table.preface : table.scenario).push_back(line);
    } else if (line.starts_with('-') || line.starts_with('+')) {
      table.cases.back().edits.push_back(line);
    } else if (!line.empty()) {
      table.cases.back().says.push_back(line);
    }
  }
  return table;
}

/// The scenario with the case's lines; each edit is sought behind the one before it.
std::string edited(const Case& each, Lines scenario) {
  std::size_t at = scenario.size();
  std::size_t sought_from = 0;
  for (const std::string& edit : each.edits) {
    if (edit.starts_with('-')) {
      const auto from = scenario.begin() + static_cast<std::ptrdiff_t>(sought_from);
      const auto found = std::find(from, scenario.end(), edit.substr(1));
      REQUIRE(found != scenario.end());
      at = static_cast<std::size_t>(found - scenario.begin());
      scenario.erase(found);
    } else {
      scenario.insert(scenario.begin() + static_cast<std::ptrdiff_t>(at), edit.substr(1));
      ++at;
    }
    sought_from = at;
  }
  return text_of(scenario);
}

/// What is printed, without the directory in front of the file's name.
std::string said_of(const std::string& scenario) {
  const std::string directory = scratch_directory() + '/';
  const std::string path = directory + "day.toml";
  write_text(path, scenario);
  for (const char* log : {"calls.csv", "broken_calls.csv", "unanswered.csv"}) {
    write_text(directory + log, read_whole(std::string{ACD_TESTS_DIR} + "/acdsim/broken/" + log));
  }
  std::string report = acdsim::check_report({.files = {path}}, {}).report;
  for (std::size_t at = 0; (at = report.find(directory, at)) != std::string::npos;) {
    report.erase(at, directory.size());
  }
  return report;
}

void write_table(const Table& table) {
  std::ofstream file{table_file, std::ios::binary};
  file << text_of(table.preface) << text_of(table.scenario);
  for (std::size_t i = 0; i < table.cases.size(); ++i) {
    const Case& each = table.cases[i];
    file << (i == 0 ? "" : "\n") << "## " << each.title << '\n'
         << text_of(each.edits) << text_of(each.says);
  }
}

}  // namespace

TEST_CASE("the scenario that the broken ones are made of is sound") {
  CHECK(said_of(text_of(read_table().scenario)) == "day.toml: sound\n");
}

TEST_CASE("of every broken scenario is said what is wrong, where, and what was meant") {
  Table table = read_table();
  REQUIRE(table.cases.size() >= 50);
  for (Case& each : table.cases) {
    INFO(each.title);
    const std::string said = said_of(edited(each, table.scenario));
    if (std::getenv("ACD_REWRITE_GOLDEN") != nullptr) each.says = lines_of(said);
    CHECK(text_of(each.says) == said);
  }
  if (std::getenv("ACD_REWRITE_GOLDEN") != nullptr) write_table(table);
}

TEST_CASE("of a line that is no TOML is said what is wrong, and of no other line anything") {
  for (const char* name : {"ordinary_day", "ticket_desk", "follow_the_sun"}) {
    const Lines sound = lines_of(read_whole(examples_directory() + "/scenarios/" + name + ".toml"));
    for (std::size_t i = 0; i < sound.size(); ++i) {
      const std::size_t equals = sound[i].find('=');
      const bool is_key = equals != std::string::npos && sound[i].front() != '#';
      const bool is_header = sound[i].starts_with('[');
      if (!is_key && !is_header) continue;
      Lines broken = sound;
      if (is_header) {
        std::erase(broken[i], ']');
      } else {
        broken[i].erase(equals, 1);
      }
      const acd::ScenarioRead read =
          acd::read_scenario_toml(text_of(broken), "day.toml", {}, acd::zone_rules);
      INFO(name << ".toml: " << broken[i] << '\n' << problems_text(read));
      REQUIRE(read.problems.size() == 1);
      // The end of a list may be missed on the next line only.
      const int line = read.problems[0].position.line;
      CHECK(line >= static_cast<int>(i) + 1);
      CHECK(line <= static_cast<int>(i) + 2);
    }
  }
}

TEST_CASE("what check says of a broken scenario, run says too, and simulates nothing") {
  const Table table = read_table();
  const std::string path = scratch_directory() + "/day.toml";
  write_text(path, edited(table.cases.front(), table.scenario));
  const Run check = run_acdsim("check " + path);
  const Run run = run_acdsim("run " + path);
  CHECK(check.exit_code == 65);
  CHECK(run.exit_code == 65);
  CHECK(run.out.empty());
  CHECK(check.out.starts_with(run.err));
}
