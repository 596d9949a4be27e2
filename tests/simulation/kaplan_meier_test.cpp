// Kaplan-Meier against tables worked out by hand, and draws from what is left of a curve.
#include "acd/simulation/kaplan_meier.hpp"

#include <chrono>
#include <cmath>
#include <vector>

#include "support/catch.hpp"

namespace acd::test {
namespace {

using std::chrono::seconds;
using Kind = PatienceObservation::Kind;

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

/// Of many draws beyond a wait: the share of those that are longer than a time.
double share_beyond(const TimeDistribution& curve, seconds waited, seconds time) {
  constexpr int draws = 20'000;
  Random random{1};
  int longer = 0;
  for (int i = 0; i < draws; ++i) longer += curve.sample_beyond(waited, random) > time ? 1 : 0;
  return static_cast<double>(longer) / draws;
}

/// Four standard errors of such a share, at most.
constexpr double tolerance = 0.015;

}  // namespace

TEST_CASE("the estimate is the textbooks' for the textbooks' data") {
  const TimeDistribution curve = kaplan_meier(freireich);
  struct Row {
    int time;
    double lasting;
  };
  const std::vector<Row> expected = {{6, 0.8571},  {7, 0.8067},  {10, 0.7529}, {13, 0.6902},
                                     {16, 0.6275}, {22, 0.5378}, {23, 0.4482}};
  CHECK(curve.kind == TimeDistributionKind::survival);
  REQUIRE(curve.parts.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(curve.parts[i].time == seconds{expected[i].time});
    CHECK(curve.parts[i].share == Approx(expected[i].lasting).margin(0.00005));
  }
}

TEST_CASE("the order of the observations does not matter") {
  const std::vector<PatienceObservation> backwards{freireich.rbegin(), freireich.rend()};
  CHECK(kaplan_meier(freireich) == kaplan_meier(backwards));
}

TEST_CASE("where nobody ever abandoned everybody waits for ever") {
  const TimeDistribution curve = kaplan_meier({{seconds{4}, Kind::censored}});
  CHECK(curve == infinite_patience());
  Random random{1};
  CHECK(curve.sample_beyond(seconds{4}, random) == longest);
}

TEST_CASE("who has waited already draws from those who waited longer") {
  const TimeDistribution curve = kaplan_meier(freireich);
  // Lasting beyond 12 s: .7529; beyond 13 s .6902, beyond 16 s .6275.
  CHECK(share_beyond(curve, seconds{12}, seconds{12}) == 1);
  CHECK(share_beyond(curve, seconds{12}, seconds{13}) == Approx(0.6902 / 0.7529).margin(tolerance));
  CHECK(share_beyond(curve, seconds{12}, seconds{16}) == Approx(0.6275 / 0.7529).margin(tolerance));
  CHECK(share_beyond(curve, seconds{6}, seconds{7}) == Approx(0.8067 / 0.8571).margin(tolerance));
}

TEST_CASE("beyond the last abandonment it is the exponential curve through the last value") {
  const TimeDistribution curve = kaplan_meier(freireich);
  const double last = curve.parts.back().share;
  CHECK(share_beyond(curve, seconds{0}, seconds{46}) == Approx(last * last).margin(tolerance));
  CHECK(share_beyond(curve, seconds{23}, seconds{46}) == Approx(last).margin(tolerance));
  CHECK(share_beyond(curve, seconds{500}, seconds{523}) == Approx(last).margin(tolerance));
  CHECK(share_beyond(curve, seconds{500}, seconds{500}) == 1);
}

TEST_CASE("when the last observation is an abandonment nobody waits longer than a second more") {
  const TimeDistribution curve =
      kaplan_meier({{seconds{4}, Kind::abandoned}, {seconds{9}, Kind::abandoned}});
  CHECK(curve.parts.back().share == 0);
  Random random{1};
  for (int i = 0; i < 100; ++i) {
    CHECK(curve.sample_beyond(seconds{0}, random) <= seconds{9});
    CHECK(curve.sample_beyond(seconds{4}, random) == seconds{9});
    CHECK(curve.sample_beyond(seconds{20}, random) == seconds{21});
  }
}

TEST_CASE("an exponential patience does not remember how long one has waited") {
  const TimeDistribution curve = exponential_time(seconds{60});
  CHECK(curve.has_remainder());
  CHECK(share_beyond(curve, seconds{100}, seconds{160}) == Approx(std::exp(-1)).margin(tolerance));
  CHECK(!lognormal_time(seconds{60}, 1).has_remainder());
}

}  // namespace acd::test
