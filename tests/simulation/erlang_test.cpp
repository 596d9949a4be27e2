// Erlang's formulas, as they are published.
#include <cmath>
#include <string>

#include "acd/simulation/erlang.hpp"
#include "simulation/theory.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

const Played played_staffing{"staffing"};

double expected(const Published& one, const std::string& metric) {
  for (const nlohmann::json& row : one.rows) {
    if (row["metric"] == metric) return row["expected"];
  }
  FAIL("nothing is published of " << metric);
  return 0;
}

TEST_CASE("the formulas give the figures that simulations agree with") {
  for (const Published& one : published()) {
    const auto agents = [&] { return static_cast<std::uint32_t>(one.number("n")); };
    CAPTURE(one.name);
    if (one.family == "erlang_b") {
      CHECK(erlang_b(one.number("offered_load"), agents()) ==
            Approx(expected(one, "P_block")).epsilon(1e-9));
    } else if (one.family == "erlang_c" || one.family == "erlang_a") {
      ErlangQueue queue{.per_hour = per_hour(one.number("lam")),
                        .service = units(1 / one.number("mu"))};
      const Duration wait = units(one.number("t"));
      if (one.family == "erlang_c") {
        CHECK(service_level(queue, agents(), wait) == Approx(expected(one, "SL")).epsilon(1e-6));
      } else {
        queue.patience = units(1 / one.number("theta"));
        CHECK(service_level(queue, agents(), wait) ==
              Approx(expected(one, "SL_offered")).epsilon(1e-6));
      }
    }
  }
}

TEST_CASE("the least staff for a target is the published one") {
  for (const Published& one : played_staffing.cases()) {
    const auto seconds = [&](const char* key) {
      return std::chrono::seconds{std::llround(one.number(key))};
    };
    ErlangQueue queue{.per_hour = 2 * one.number("calls_per_30min"), .service = seconds("aht_s")};
    const ErlangTarget target{.share = one.number("target"), .wait = seconds("awt_s")};
    const std::uint32_t patient = least_agents(queue, target);
    CHECK(patient == expected(one, "agents_erlangC_80_20"));
    CHECK(service_level(queue, patient, target.wait) ==
          Approx(expected(one, "SL_erlangC")).epsilon(1e-9));
    queue.patience = seconds("patience_s");
    const std::uint32_t impatient = least_agents(queue, target);
    CHECK(impatient == expected(one, "agents_erlangA_80_20_patience120"));
    CHECK(service_level(queue, impatient, target.wait) ==
          Approx(expected(one, "SL_erlangA")).epsilon(1e-9));
    const double load = queue.per_hour * one.number("aht_s") / 3600;
    CHECK(least_trunks(load, 0.01) == expected(one, "trunks_erlangB_1pct"));
  }
}

TEST_CASE("an overload without end answers as many as agents can, late") {
  const ErlangQueue queue{.per_hour = 20'000, .service = 10min, .patience = 24h};
  CHECK(service_level(queue, 1000, 20s) < 1e-6);
  CHECK(service_level(queue, 1000, 240h) == Approx(1000 / (20'000.0 / 6)).epsilon(1e-3));
}

TEST_CASE("agents who cannot keep up let everybody wait") {
  CHECK(erlang_c(10, 10) == 1);
  CHECK(service_level({.per_hour = 60, .service = 10min}, 10, 20s) == 0);
  CHECK(service_level({.per_hour = 60, .service = 10min, .patience = 1min}, 0, 20s) == 0);
}

}  // namespace
}  // namespace acd::test
