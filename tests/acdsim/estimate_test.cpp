// Confidence intervals: tables of Student's t, and small examples by hand.
#include "estimate.hpp"

#include <cmath>
#include <vector>

#include "student.hpp"
#include "support/catch.hpp"

using namespace acdsim;

TEST_CASE("Student's quantiles are those of the tables") {
  struct Case {
    double tail, degrees, t;
  };
  for (const Case& each : {Case{0.025, 1, 12.706204736}, Case{0.025, 2, 4.302652730},
                           Case{0.05, 5, 2.015048373}, Case{0.025, 29, 2.045229642},
                           Case{0.005, 10, 3.169272673}, Case{0.025, 1e6, 1.959966357}}) {
    CHECK(std::abs(student_quantile(each.tail, each.degrees) - each.t) < 1e-8 * each.t);
  }
}

TEST_CASE("a plain mean has the usual interval") {
  const Estimate found = estimate({{1, 1}, {2, 1}, {3, 1}, {4, 1}}, 0.95);
  CHECK(found.value == 2.5);
  // Standard deviation 1.2909944, t of three degrees 3.1824463.
  CHECK(std::abs(found.half_width.value() - 3.1824463 * 1.2909944 / 2) < 1e-6);
}

TEST_CASE("a ratio is that of the sums, and exact where every day has the same") {
  const Estimate found = estimate({{1, 2}, {3, 6}, {10, 20}}, 0.95);
  CHECK(found.value == 0.5);
  CHECK(found.half_width == 0.0);
}

TEST_CASE("of one day there is no interval, of nobody no value") {
  CHECK(!estimate({{1, 2}}, 0.95).half_width);
  CHECK(!estimate({{0, 0}, {0, 0}}, 0.95).value);
  CHECK(!estimate({}, 0.95).value);
}
