// The gallery: each scenario of examples/scenarios says its question and its finding, and each
// run that its first comment names gives the figures of its golden file.
#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string directory = examples_directory() + "/scenarios/";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// "acdsim run examples/scenarios/x.toml --set ...", as the first comment has them: indented, and
/// further where a line goes on.
std::vector<std::string> runs_of(const std::vector<std::string>& lines) {
  const std::string run = "#   ";
  const std::string more = "#     ";
  std::vector<std::string> runs;
  for (const std::string& line : lines) {
    if (!line.starts_with("#")) break;
    if (line.starts_with(more)) {
      REQUIRE((!runs.empty() && runs.back().ends_with(" \\")));
      runs.back().pop_back();
      runs.back() += line.substr(more.size());
    } else if (line.starts_with(run)) {
      runs.push_back(line.substr(run.size()));
    }
  }
  return runs;
}

/// Of a report, what does not say by which program and of which text it is.
std::string figures_of(const std::string& report) {
  constexpr std::array<std::string_view, 4> shown = {"Targets", "Total", "By group", "Overflow"};
  std::string figures;
  bool is_shown = false;
  for (const std::string& line : lines_of(report)) {
    const bool is_title = !line.empty() && line.front() != ' ';
    if (is_title) is_shown = std::ranges::find(shown, std::string_view{line}) != shown.end();
    if (is_shown) figures += line + "\n";
  }
  return figures;
}

/// Settings may make a rule one that never acts.
bool says_warnings_only(const std::string& err) {
  return std::ranges::all_of(lines_of(err), [](const std::string& line) {
    return line.empty() || line.find(": warning: ") != std::string::npos;
  });
}

Run play(const std::string& run) {
  const std::string program = "acdsim ";
  const std::string place = "examples/scenarios/";
  std::string arguments = run.substr(program.size());
  const std::size_t at = arguments.find(place);
  REQUIRE(at != std::string::npos);
  return run_acdsim(arguments.replace(at, place.size(), directory) + " --quiet");
}

/// Every run, one after the other, with how it ends.
void check_gallery(const std::string& name) {
  const std::vector<std::string> lines = lines_of(read_whole(directory + name + ".toml"));
  const std::vector<std::string> runs = runs_of(lines);
  REQUIRE(runs.size() >= 2);
  std::string out;
  for (const std::string& run : runs) {
    INFO(run);
    const Run played = play(run);
    CHECK(played.exit_code <= 1);
    CHECK(says_warnings_only(played.err));
    out += "$ " + run + "\n" + figures_of(played.out) +
           (played.exit_code == 0 ? "targets met\n\n" : "targets missed\n\n");
  }
  CHECK(golden("gallery_" + name + ".out", out) == out);
}

}  // namespace

TEST_CASE("gallery: a hurricane's evening") { check_gallery("surge_day"); }
TEST_CASE("gallery: a pandemic week") { check_gallery("pandemic_week"); }
TEST_CASE("gallery: a site goes dark") { check_gallery("site_cut_over"); }
TEST_CASE("gallery: the night of the Double Eleven") { check_gallery("double_eleven"); }
TEST_CASE("gallery: a hotline follows the sun") { check_gallery("follow_the_sun"); }
TEST_CASE("gallery: first-contact responsibility") { check_gallery("first_contact"); }
TEST_CASE("gallery: an outside pool") { check_gallery("outside_pool"); }
TEST_CASE("gallery: tickets with due times") { check_gallery("ticket_desk"); }

TEST_CASE("each scenario of the gallery asks a question, and ends with a finding") {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator{directory}) {
    if (entry.path().extension() != ".toml") continue;
    const std::string name = entry.path().stem().string();
    if (name == "ordinary_day") continue;  // it shows the file, and asks nothing
    names.push_back(name);
    INFO(name);
    const std::string text = read_whole(entry.path().string());
    CHECK(text.starts_with("#"));
    CHECK(text.find("\n# Question: ") < text.find("\nname = "));
    const std::size_t finding = text.find("\n# Finding: ");
    REQUIRE(finding != std::string::npos);
    const std::vector<std::string> last = lines_of(text.substr(finding + 1));
    CHECK(std::ranges::all_of(last, [](const std::string& line) { return line.starts_with("#"); }));
  }
  CHECK(names.size() == 8);
}
