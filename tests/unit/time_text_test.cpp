// How durations and instants read, and what is neither.
#include "acd/companion/time_text.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;

TEST_CASE("durations print in the largest units, without those that are 0") {
  CHECK(to_text(Duration{0}) == "0s");
  CHECK(to_text(Duration{90s}) == "1m30s");
  CHECK(to_text(Duration{2h}) == "2h");
  CHECK(to_text(Duration{250ms}) == "250ms");
  CHECK(to_text(Duration{1h + 1us}) == "1h1us");
  CHECK(to_text(Duration{-45s}) == "-45s");
  CHECK(to_text(Duration{48h}) == "48h");
}

TEST_CASE("durations are read in any units, largest first") {
  CHECK(parse_duration("90s") == 90s);
  CHECK(parse_duration("1m30s") == 90s);
  CHECK(parse_duration("2d") == 48h);
  CHECK(parse_duration("0s") == 0s);
  CHECK(parse_duration("1500ms") == 1500ms);
  CHECK(parse_duration("-1m") == -60s);
  CHECK(parse_duration("9223372036854775807us") == Duration::max());
  CHECK(parse_duration("-9223372036854775808us") == Duration::min());
}

TEST_CASE("what is no duration is not read") {
  for (const char* text : {"",
                           "5",
                           "s",
                           "5 s",
                           " 5s",
                           "5s ",
                           "1s1m",
                           "1s1s",
                           "5x",
                           "5S",
                           "1.5s",
                           "+5s",
                           "--5s",
                           "-",
                           "9223372036854775808us",
                           "-9223372036854775809us",
                           "18446744073709551616us",
                           "99999999999999999999h",
                           "106751992d",
                           "1m30"}) {
    INFO(text);
    CHECK_FALSE(parse_duration(text));
  }
}

const std::vector<std::pair<Instant, std::string>> instants{
    {earliest, "1970-01-01T00:00:00Z"},
    {Instant{933487200500000us}, "1999-08-01T06:00:00.5Z"},
    {Instant{1us}, "1970-01-01T00:00:00.000001Z"},
    {Instant{-1us}, "1969-12-31T23:59:59.999999Z"},
    {latest, "2112-09-17T23:53:47.370496Z"},
    {never, "never"},
    {Instant{253402300799999999us}, "9999-12-31T23:59:59.999999Z"},
    {Instant{253402300800000000us}, "@253402300800000000"},
    {Instant::min(), "@-9223372036854775808"},
};

TEST_CASE("instants are ISO 8601 in UTC, with as many decimals as it takes") {
  for (const auto& [instant, text] : instants) {
    CHECK(to_text(instant) == text);
    CHECK(parse_instant(text) == instant);
  }
  CHECK(parse_instant("1999-08-01T06:00:00.500Z") == Instant{933487200500000us});
  CHECK(parse_instant("2000-02-29T00:00:00Z"));
}

TEST_CASE("what is no instant is not read") {
  for (const char* text : {"",
                           "Never",
                           "1999-08-01",
                           "1999-08-01T06:00:00",
                           "1999-08-01 06:00:00Z",
                           "1999-02-29T00:00:00Z",
                           "1999-13-01T00:00:00Z",
                           "1999-00-01T00:00:00Z",
                           "1999-08-01T24:00:00Z",
                           "1999-08-01T06:60:00Z",
                           "1999-08-01T06:00:60Z",
                           "1999-08-01T06:00:00.Z",
                           "1999-08-01T06:00:00.1234567Z",
                           "1999-08-01T06:00:00+08:00",
                           "999-08-01T06:00:00Z",
                           "1999-8-1T06:00:00Z",
                           "1999-08-01T06:00:00Z ",
                           "@",
                           "@1x",
                           "@9223372036854775808"}) {
    INFO(text);
    CHECK_FALSE(parse_instant(text));
  }
}

}  // namespace
}  // namespace acd
