// Distributions as text, both ways.
#include <chrono>
#include <string>
#include <vector>

#include "acd/simulation/time_distribution_text.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;
using Kind = TimeDistributionKind;

}  // namespace

TEST_CASE("each kind of distribution has its text") {
  struct Case {
    std::string text;
    TimeDistribution value;
  };
  const std::vector<Case> cases = {
      {"constant(3m)", constant_time(3min)},
      {"exponential(4m)", exponential_time(4min)},
      {"gamma(4m, 0.8)", gamma_time(4min, 0.8)},
      {"lognormal(3m20s, 0.9)", lognormal_time(200s, 0.9)},
      {"hyperexponential(30%: 1m, 70%: 6m)",
       {.kind = Kind::hyperexponential, .parts = {{1min, 0.3}, {6min, 0.7}}}},
      {"uniform(1m..3m)", {.kind = Kind::uniform, .mean = 2min, .cv = 0.5}},
      {"empirical(10s, 20s, 20s)", {.kind = Kind::empirical, .parts = {{10s}, {20s}, {20s}}}},
      {"survival(10s: 90%, 20s: 75%)",
       {.kind = Kind::survival, .parts = {{10s, 0.9}, {20s, 0.75}}}},
      {"never", infinite_patience()},
  };
  for (const Case& each : cases) {
    const Parsed<TimeDistribution> parsed = parse_time_distribution(each.text);
    INFO(each.text << ": " << parsed.message);
    REQUIRE(parsed.value);
    CHECK(*parsed.value == each.value);
    CHECK(to_text(each.value) == each.text);
  }
}

TEST_CASE("what was read prints as what reads the same") {
  for (const char* text :
       {"hyperexponential(0.1: 1m, 0.2: 2m, 0.7: 3m)", "survival(1ms: 33.3%, 2ms: 0.125)",
        "uniform(1us..4us)", "uniform(0s..1h)", "gamma(1h1m1s1ms1us, 0.333333333333)",
        " empirical( 1s ,2s ) ", "hyperexponential(12.345678901234567%: 1m, 87.7%: 3m)"}) {
    const Parsed<TimeDistribution> once = parse_time_distribution(text);
    INFO(text << ": " << once.message);
    REQUIRE(once.value);
    const Parsed<TimeDistribution> again = parse_time_distribution(to_text(*once.value));
    REQUIRE(again.value);
    CHECK(to_text(*again.value) == to_text(*once.value));
  }
}

TEST_CASE("what cannot be read is refused at its column") {
  struct Case {
    std::string text, message;
    int column;
  };
  const std::vector<Case> cases = {
      {"", "expected a distribution such as \"exponential(4m)\", found the end", 1},
      {"3m", "expected a distribution such as \"exponential(4m)\", found \"3m\"", 1},
      {"expnential(4m)",
       "expected a distribution such as \"exponential(4m)\", found \"expnential\", did you mean "
       "\"exponential\"?",
       1},
      {"exponential", "expected \"(\", found the end; it is written exponential(4m)", 12},
      {"exponential(4)", "expected a duration such as 1m30s, found \"4\"", 13},
      {"exponential(4m", "expected \")\", found the end; it is written exponential(4m)", 15},
      {"exponential(4m) x", "expected the end, found \"x\"", 17},
      {"gamma(4m)", "expected \",\", found \")\"; it is written gamma(4m, 0.8)", 9},
      {"gamma(4m, x)", "expected a number such as 0.8", 11},
      {"hyperexponential(1m: 30%)",
       "expected \":\", found \"m: 30%)\"; it is written hyperexponential(30%: 1m, 70%: 6m)", 19},
      {"survival(10s 90%)",
       "expected \":\", found \"90%)\"; it is written survival(10s: 90%, 20s: 75%)", 14},
      {"uniform(3m..1m)", "the lower bound comes first", 9},
      {"empirical()", "expected a duration such as 1m30s, found \")\"", 11},
  };
  for (const Case& each : cases) {
    const Parsed<TimeDistribution> parsed = parse_time_distribution(each.text);
    INFO(each.text);
    CHECK(!parsed.value);
    CHECK(parsed.message == each.message);
    CHECK(parsed.column == each.column);
  }
}

TEST_CASE("a share is a percentage or a number") {
  CHECK(parse_share("5%") == 0.05);
  CHECK(parse_share("0.05") == 0.05);
  for (const char* text : {"", "%", "5 %", "five", "nan", "inf%", "5%%"}) CHECK(!parse_share(text));
}

}  // namespace acd::test
