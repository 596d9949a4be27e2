// --precision: until the first target's interval is narrow enough.
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string day = examples_directory() + "/scenarios/ordinary_day.toml";

std::string replications_in(const std::string& out) {
  const std::size_t at = out.find("  replications   ");
  return out.substr(at + 17, out.find(',', at) - at - 17);
}

}  // namespace

TEST_CASE("simulation ends when the first target's interval is as narrow as asked for") {
  const Run run = run_acdsim("run " + day + " --quiet --precision 2%");
  CHECK(replications_in(run.out) == "60");
  const std::size_t at = run.out.find("sales    service level in 20s");
  REQUIRE(at != std::string::npos);
  const std::size_t half = run.out.find("± ", at) + 3;
  CHECK(std::stod(run.out.substr(half)) <= 2.0);
}

TEST_CASE("a precise result does not depend on how many threads simulate") {
  const Run one = run_acdsim("run " + day + " --quiet --precision 2% --jobs 1");
  CHECK(run_acdsim("run " + day + " --quiet --precision 2% --jobs 3").out == one.out);
  CHECK(run_acdsim("run " + day + " --quiet --precision 2% --jobs 16").out == one.out);
  CHECK(run_acdsim("run " + day + " --quiet --replications 60").out == one.out);
}

TEST_CASE("with a precision the number of replications is the most") {
  const Run run = run_acdsim("run " + day + " --quiet --precision 0.01% --replications 30");
  CHECK(replications_in(run.out) == "30");
}

TEST_CASE("a time is as precise as a share of it, or as another time") {
  const std::string speed = "run " + day +
                            " --quiet --set 'target=[{group=\"support\", "
                            "speed_of_answer=\"60s\"}]' --precision ";
  CHECK(replications_in(run_acdsim(speed + "2s").out) == "70");
  CHECK(replications_in(run_acdsim(speed + "20%").out) == "20");
}

TEST_CASE("a precision that does not fit is refused") {
  CHECK(run_acdsim("run " + day + " --precision 2s").err ==
        "acdsim: --precision: \"2s\" is no share, such as 1%, as the first target is one\n");
  for (const char* text : {"0%", "-1%", "narrow"}) {
    const Run run = run_acdsim("run " + day + " --precision=" + text);
    CHECK(run.exit_code == 64);
    CHECK(run.err ==
          std::string{"acdsim: --precision: \""} + text + "\" is no share above 0, such as 1%\n");
  }
}
