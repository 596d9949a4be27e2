// Offers: accepted at once, or declined on the way; each with its time limit set and taken back.
#include <benchmark/benchmark.h>

#include "floor.hpp"
#include "verdict.hpp"

namespace acd::bench {
namespace {

constexpr OfferMode offer = OfferMode::offer;

/// Arrive, `declines` times offered and declined, offered, accepted, completed.
void offers(benchmark::State& state) {
  Floor floor{{.offer_rule = {.mode = offer, .retry_after = std::chrono::seconds{5}}}};
  floor.everybody_ready();
  std::uint64_t number = 0;
  for (auto life : state) {
    const Outcome arrived = floor.arrive(number++);
    OfferToken token = arrived.offer;
    for (std::int64_t i = 0; i < state.range(0); ++i) token = floor.decline(token).offer;
    floor.accept(token);
    floor.complete(arrived.session);
    floor.pass(std::chrono::milliseconds{10});
  }
  if (floor.refusals() == 0) return;
  disagreed = true;
  state.SkipWithError("a command was refused");
}
BENCHMARK(offers)->ArgName("declines")->Arg(0)->Arg(1)->Arg(4);

/// Offered to several at once; one accepts, the others' offers are withdrawn and end at once.
void offers_at_once(benchmark::State& state) {
  Floor floor{{.offer_rule = {.mode = offer,
                              .fan_out = static_cast<std::uint8_t>(state.range(0)),
                              .withdrawal_lease = Duration{0}}}};
  floor.everybody_ready();
  std::uint64_t number = 0;
  for (auto life : state) {
    const Outcome arrived = floor.arrive(number++);
    floor.accept(arrived.offer);
    floor.complete(arrived.session);
    floor.pass(std::chrono::milliseconds{10});
  }
  if (floor.refusals() == 0) return;
  disagreed = true;
  state.SkipWithError("a command was refused");
}
BENCHMARK(offers_at_once)->ArgName("fan_out")->Arg(4)->Arg(16);

}  // namespace
}  // namespace acd::bench
