// Widths, tables, numbers, clocks, random numbers.
#include "clock_text.hpp"
#include "display_width.hpp"
#include "interval_grid.hpp"
#include "number_text.hpp"
#include "random.hpp"
#include "support/catch.hpp"
#include "text_table.hpp"

using namespace acdsim;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

TEST_CASE("width counts columns of the terminal") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("坐席") == 4);
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\xCC\x81") == 1);  // with a combining accent
  CHECK(display_width("\x1b[1mbold\x1b[0m") == 4);
  CHECK(display_width("–█░") == 3);
  CHECK(display_width("\xFF") == 1);
  CHECK(code_points("坐席é") == 3);
}

TEST_CASE("tables align wide characters, and group columns under a common title") {
  TextTable table{{{"queue", TableColumn::Align::left, ""},
                   {"calls", TableColumn::Align::right, "replay"},
                   {"SL %", TableColumn::Align::right, "replay"}}};
  table.add_row({"事故", "1,200", "80.0"});
  table.add_row({"bills", "7", "–"});
  CHECK(table.text({}) ==
        "           replay\n"
        "  queue    calls  SL %\n"
        "  ─────    ─────  ────\n"
        "  事故     1,200  80.0\n"
        "  bills        7     –\n");
}

TEST_CASE("numbers read well") {
  CHECK(count_text(0) == "0");
  CHECK(count_text(999) == "999");
  CHECK(count_text(1000) == "1,000");
  CHECK(count_text(1234567) == "1,234,567");
  CHECK(percent_text(0.12345) == "12.3");
  CHECK(percent_text(std::nullopt) == "–");
  CHECK(with_percent(1.0) == "100.0 %");
  CHECK(wait_text(59.6) == "60");
  CHECK(wait_text(725.0) == "12:05");
  CHECK(wait_text(7265.0) == "2:01:05");
  CHECK(mean_text(0) == "0.0");
  CHECK(mean_text(1234567.85) == "1,234,567.9");
  CHECK(seconds_text(3.14) == "3.1 s");
}

TEST_CASE("clocks show the offset that is asked for") {
  const acd::Instant instant{hours{24 * 365} + minutes{61}};
  CHECK(day_text(instant) == "1971-01-01 Fri");
  CHECK(clock_text(instant) == "01:01");
  CHECK(read_utc_offset("-05:30") == -minutes{330});
  CHECK(read_utc_offset("Z") == minutes{0});
  CHECK_FALSE(read_utc_offset("5").has_value());
  CHECK_FALSE(read_utc_offset("+15:00").has_value());
  CHECK(utc_offset_text(-minutes{330}) == "-05:30");
  CHECK(utc_offset_text(-seconds{2670}) == "-00:44:30");
}

TEST_CASE("the grid begins at a whole interval of the local day and shares out time") {
  const acd::Instant first{hours{22} + minutes{40}};
  const IntervalGrid grid{first, first + hours{2}, minutes{30}, hours{2}};
  CHECK(grid.begin(0) == acd::Instant{hours{22} + minutes{30}});
  CHECK(grid.size() == 5);
  CHECK(grid.interval_of(acd::Instant{hours{23}}) == 1);
  CHECK(grid.interval_of(acd::Instant{hours{1}}) == 0);
  CHECK(grid.interval_of(acd::Instant{hours{99}}) == 4);
  std::vector<std::pair<std::size_t, acd::Duration>> parts;
  grid.spread(acd::Instant{hours{22} + minutes{50}}, acd::Instant{hours{23} + minutes{10}},
              [&](std::size_t i, acd::Duration part) { parts.emplace_back(i, part); });
  CHECK(parts ==
        std::vector<std::pair<std::size_t, acd::Duration>>{{0, minutes{10}}, {1, minutes{10}}});
}

TEST_CASE("the generator is SplitMix64") {
  Random random{1234567};
  CHECK(random.next() == 6457827717110365317U);
  CHECK(random.next() == 3203168211198807973U);
  CHECK(random.next() == 9817491932198370423U);
}

TEST_CASE("draws have the means of their distributions") {
  Random random{7};
  constexpr int draws = 200'000;
  double uniform = 0;
  double exponential = 0;
  double below_median = 0;
  for (int i = 0; i < draws; ++i) {
    uniform += random.uniform();
    exponential += random.exponential(30);
    if (random.lognormal(100, 0.5) < 100) ++below_median;
  }
  CHECK(uniform / draws == Approx(0.5).margin(0.003));
  CHECK(exponential / draws == Approx(30).margin(0.3));
  CHECK(below_median / draws == Approx(0.5).margin(0.005));
}

TEST_CASE("what is drawn for one subject does not depend on others") {
  CHECK(random_for(1, Purpose::patience, 5).next() == random_for(1, Purpose::patience, 5).next());
  CHECK(random_for(1, Purpose::patience, 5).next() != random_for(1, Purpose::service, 5).next());
  CHECK(random_for(1, Purpose::patience, 5).next() != random_for(1, Purpose::patience, 6).next());
  CHECK(random_for(1, Purpose::patience, 5).next() != random_for(2, Purpose::patience, 5).next());
}
