// acdsim schema: what JSON Schema's own validator makes of it.
#include <cstdlib>
#include <filesystem>
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

/// tests/acdsim/schema_check.py with these arguments; what it says is in the test's output.
int check_schema(const std::string& arguments) {
  const std::string script = std::string{ACD_TESTS_DIR} + "/acdsim/schema_check.py";
  return std::system(("python3 " + script + ' ' + arguments).c_str());
}

bool has_validator() {
  const bool is_there = std::system("python3 -c 'import jsonschema, tomllib' >/dev/null 2>&1") == 0;
  if (!is_there) WARN("Skipped: python3-jsonschema is not installed");
  return is_there;
}

std::string schema_file(const std::string& option) {
  const std::string path = scratch_directory() + "/schema.json";
  write_text(path, run_acdsim("schema " + option).out);
  return path;
}

}  // namespace

TEST_CASE("every scenario of the examples fits the schema, and so does what init writes") {
  if (!has_validator()) return;
  const std::string schema = schema_file("");
  const std::string own = std::filesystem::path{schema}.parent_path().string() + "/day.toml";
  REQUIRE(run_acdsim("init " + own).exit_code == 0);
  CHECK(check_schema("fits " + schema + ' ' + own + ' ' + examples_directory() +
                     "/scenarios/*.toml") == 0);
}

TEST_CASE("every blueprint of the examples fits the schema of blueprints") {
  if (!has_validator()) return;
  const std::string examples = examples_directory();
  CHECK(check_schema("fits " + schema_file("--blueprint") + ' ' + examples + "/*/blueprint*.toml " +
                     examples + "/overflow/desk.toml " + examples + "/affinity/desk.toml " +
                     examples + "/plans/plans.toml") == 0);
}

TEST_CASE("a misspelt key and a value of another kind do not fit") {
  if (!has_validator()) return;
  const std::string schema = schema_file("");
  const std::string own = std::filesystem::path{schema}.parent_path().string() + "/day.toml";
  const std::string window = "begin = 2026-11-23T08:00:00Z\nend = \"12:00\"\n";
  for (const char* broken :
       {"[[demnd]]\n", "[[staff]]\nbegin = \"08:00\"\nend = \"12:00\"\ncounts = 3\n",
        "[habits]\nabsence = true\n", "[[target]]\nservice_level = 80\n",
        "[[group]]\nweight = \"high\"\n", "[[group]]\nweight = -1\n",
        "[[group]]\ndistribution = \"pushed\"\n", "[[demand]]\nname = \"no service\"\n"}) {
    write_text(own, window + broken);
    CHECK(check_schema("refuses " + schema + ' ' + own) == 0);
  }
}

TEST_CASE("the reader knows every key of the schema") {
  if (!has_validator()) return;
  for (const char* option : {"", "--blueprint"}) {
    const std::string schema = schema_file(option);
    const std::string own = std::filesystem::path{schema}.parent_path().string() + "/all.toml";
    REQUIRE(check_schema("writes " + schema + ' ' + own) == 0);
    const Run run = run_acdsim("check " + own);
    CHECK(run.exit_code == 65);
    CHECK(run.out.find("expected") != std::string::npos);
    CHECK(run.out.find("unknown key") == std::string::npos);
  }
}
