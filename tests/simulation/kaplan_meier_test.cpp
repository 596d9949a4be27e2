// Kaplan-Meier against tables worked out by hand.
#include "kaplan_meier.hpp"

#include <cmath>
#include <vector>

#include "support/catch.hpp"

using acdsim::KaplanMeier;
using acdsim::PatienceObservation;
using std::chrono::seconds;
using Kind = PatienceObservation::Kind;

namespace {

/// Remission of 21 patients in weeks (Freireich and others 1963), the textbooks' example;
/// those with a plus are censored.
const std::vector<PatienceObservation> freireich = {
    {seconds{6}, Kind::abandoned},  {seconds{6}, Kind::abandoned},  {seconds{6}, Kind::abandoned},
    {seconds{6}, Kind::censored},   {seconds{7}, Kind::abandoned},  {seconds{9}, Kind::censored},
    {seconds{10}, Kind::abandoned}, {seconds{10}, Kind::censored},  {seconds{11}, Kind::censored},
    {seconds{13}, Kind::abandoned}, {seconds{16}, Kind::abandoned}, {seconds{17}, Kind::censored},
    {seconds{19}, Kind::censored},  {seconds{20}, Kind::censored},  {seconds{22}, Kind::abandoned},
    {seconds{23}, Kind::abandoned}, {seconds{25}, Kind::censored},  {seconds{32}, Kind::censored},
    {seconds{32}, Kind::censored},  {seconds{34}, Kind::censored},  {seconds{35}, Kind::censored}};

}  // namespace

TEST_CASE("the estimate is the textbooks' for the textbooks' data") {
  const KaplanMeier estimate = KaplanMeier::estimate(freireich);
  struct Row {
    int time;
    std::size_t at_risk, abandoned;
    double survival;
  };
  const std::vector<Row> expected = {{6, 21, 3, 0.8571},  {7, 17, 1, 0.8067},  {10, 15, 1, 0.7529},
                                     {13, 12, 1, 0.6902}, {16, 11, 1, 0.6275}, {22, 7, 1, 0.5378},
                                     {23, 6, 1, 0.4482}};
  REQUIRE(estimate.steps().size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const KaplanMeier::Step& step = estimate.steps()[i];
    CHECK(step.time == seconds{expected[i].time});
    CHECK(step.at_risk == expected[i].at_risk);
    CHECK(step.abandoned == expected[i].abandoned);
    CHECK(step.survival == Approx(expected[i].survival).margin(0.00005));
  }
  CHECK(estimate.abandoned() == 9);
}

TEST_CASE("the order of the observations does not matter") {
  const std::vector<PatienceObservation> backwards{freireich.rbegin(), freireich.rend()};
  const KaplanMeier a = KaplanMeier::estimate(freireich);
  const KaplanMeier b = KaplanMeier::estimate(backwards);
  for (int t = 0; t < 40; ++t) CHECK(a.survival(seconds{t}) == b.survival(seconds{t}));
}

TEST_CASE("survival falls at an abandonment and stays between two") {
  const KaplanMeier estimate = KaplanMeier::estimate(freireich);
  CHECK(estimate.survival(seconds{5}) == 1);
  CHECK(estimate.survival(seconds{6}) == Approx(18.0 / 21));
  CHECK(estimate.survival(seconds{9}) == estimate.survival(seconds{7}));
}

TEST_CASE("beyond the last abandonment survival is the exponential curve through its last value") {
  const KaplanMeier estimate = KaplanMeier::estimate(freireich);
  const double last = estimate.steps().back().survival;
  CHECK(estimate.survival(seconds{46}) == Approx(last * last));
  CHECK(estimate.survival(seconds{35}) == Approx(std::pow(last, 35.0 / 23)));
}

TEST_CASE("a draw is the first time at which survival has fallen to the drawn share") {
  const KaplanMeier estimate = KaplanMeier::estimate(freireich);
  CHECK(estimate.draw_beyond(seconds{0}, 1.0) == seconds{6});
  CHECK(estimate.draw_beyond(seconds{0}, 0.86) == seconds{6});
  CHECK(estimate.draw_beyond(seconds{0}, 0.85) == seconds{7});
  CHECK(estimate.draw_beyond(seconds{0}, 0.75) == seconds{13});
  CHECK(estimate.draw_beyond(seconds{0}, 0.45) == seconds{23});
}

TEST_CASE("who has waited already draws from those who waited longer") {
  const KaplanMeier estimate = KaplanMeier::estimate(freireich);
  // survival(12) = .7529; .7529 * .92 = .6927 lies above .6902, .7529 * .91 = .6851 below.
  CHECK(estimate.draw_beyond(seconds{12}, 0.92) == seconds{13});
  CHECK(estimate.draw_beyond(seconds{12}, 0.91) == seconds{16});
  CHECK(estimate.draw_beyond(seconds{6}, 1.0) == seconds{7});
}

TEST_CASE("a draw beyond the last abandonment follows the tail") {
  const KaplanMeier estimate = KaplanMeier::estimate(freireich);
  const double last = estimate.steps().back().survival;
  // Half of survival(23): t with last^(t/23) = last/2.
  const double expected_s = 23 * std::log(last / 2) / std::log(last);
  const auto drawn = estimate.draw_beyond(seconds{23}, 0.5);
  CHECK(static_cast<double>(drawn.count()) / 1e6 == Approx(expected_s).margin(1e-5));
  CHECK(estimate.draw_beyond(seconds{500}, 1.0) > seconds{500});
}

TEST_CASE("when the last observation is an abandonment nobody waits longer than a second more") {
  const KaplanMeier estimate =
      KaplanMeier::estimate({{seconds{4}, Kind::abandoned}, {seconds{9}, Kind::abandoned}});
  CHECK(estimate.survival(seconds{9}) == 0);
  CHECK(estimate.draw_beyond(seconds{0}, 0.001) == seconds{9});
  CHECK(estimate.draw_beyond(seconds{20}, 0.5) == seconds{21});
}

TEST_CASE("where nobody ever abandoned everybody waits for ever") {
  const KaplanMeier estimate = KaplanMeier::estimate({{seconds{4}, Kind::censored}});
  CHECK(estimate.survival(seconds{100}) == 1);
  CHECK(estimate.draw_beyond(seconds{4}, 0.5) == acd::longest);
}
