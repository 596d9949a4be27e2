// Expressions are folded into sets of instants; of a plan's layers the first to cover decides.
#include "time_plan/materialiser.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <utility>

#include "time_plan/local_hours.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// The algebra of the sets within a window.
struct Instants {
  Materialiser& made;
  const ZoneRules& zone;
  LocalReading reading;

  [[nodiscard]] TimeSet leaf(const TimeRule& rule) const {
    switch (rule.kind) {
      case TimeRuleKind::shifts:
      case TimeRuleKind::stretch:
        return local_hours(rule, zone, reading, made.from(), made.until());
      case TimeRuleKind::plan: return made.open(rule.plan);
    }
    return {};
  }
  [[nodiscard]] TimeSet both(const TimeSet& a, const TimeSet& b) const { return a & b; }
  [[nodiscard]] TimeSet either(const TimeSet& a, const TimeSet& b) const { return a | b; }
  [[nodiscard]] TimeSet negation(const TimeSet& a) const { return made.window() - a; }
  [[nodiscard]] TimeSet anything() const { return made.window(); }
  [[nodiscard]] TimeSet nothing() const { return {}; }
};

/// A layer begins or ceases to cover.
struct LayerToggle {
  Instant at;
  std::size_t layer;
};

std::vector<LayerToggle> toggles_of(const std::vector<TimeSet>& layers) {
  std::vector<LayerToggle> toggles;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    for (const Instant at : layers[i].toggles()) toggles.push_back({at, i});
  }
  std::ranges::sort(toggles, {}, &LayerToggle::at);
  return toggles;
}

/// The layers that cover the instant reached.
class Covering {
 public:
  explicit Covering(std::size_t layers) : words_((layers + 63) / 64) {}
  void toggle(std::size_t layer) { words_[layer / 64] ^= std::uint64_t{1} << layer % 64; }
  [[nodiscard]] std::size_t topmost() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i] != 0) return i * 64 + static_cast<std::size_t>(std::countr_zero(words_[i]));
    }
    return Timetable::no_layer;
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace

Materialiser::Materialiser(const PlanBook& book, Instant from, Instant until)
    : book_{book},
      from_{std::clamp(from, earliest, latest)},
      until_{std::max(from_, std::clamp(until, earliest, latest))},
      made_(book.plans.size()) {}

TimeSet Materialiser::covered(const TimeExpression& expression, const ZoneRules& zone,
                              LocalReading reading) {
  return expression.fold(Instants{*this, zone, reading});
}

std::vector<TimeSet> Materialiser::layers(const TimePlan& plan) {
  assert(plan.zone.index() < book_.zones.size());
  const ZoneRules& zone = book_.zones[plan.zone.index()];
  std::vector<TimeSet> sets;
  for (const PlanLayer& layer : plan.layers) {
    sets.push_back(covered(layer.when, zone, plan.reading));
  }
  return sets;
}

std::vector<Decision> Materialiser::decisions(const std::vector<TimeSet>& layers) const {
  std::vector<Decision> result;
  if (from_ == until_) return result;
  result.push_back({from_, Timetable::no_layer});
  Covering covering{layers.size()};
  for (const LayerToggle& toggle : toggles_of(layers)) {
    if (toggle.at == until_) break;
    covering.toggle(toggle.layer);
    if (result.back().from == toggle.at) result.pop_back();
    const std::size_t layer = covering.topmost();
    if (result.empty() || result.back().layer != layer) result.push_back({toggle.at, layer});
  }
  return result;
}

TimeSet Materialiser::open(const TimePlan& plan, const std::vector<Decision>& decisions) const {
  std::vector<TimeSet::Interval> intervals;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const std::size_t layer = decisions[i].layer;
    if (layer == Timetable::no_layer || plan.layers[layer].effect == LayerEffect::closes) continue;
    intervals.push_back(
        {decisions[i].from, i + 1 < decisions.size() ? decisions[i + 1].from : until_});
  }
  return TimeSet::from_intervals(std::move(intervals));
}

TimeSet Materialiser::open(const TimePlan& plan) { return open(plan, decisions(layers(plan))); }

const TimeSet& Materialiser::open(TimePlanId plan) {
  assert(plan.index() < made_.size());
  std::optional<TimeSet>& made = made_[plan.index()];
  if (!made) made = open(book_.plans[plan.index()]);
  return *made;
}

TimeSet materialise(const TimePlan& plan, const PlanBook& book, Instant from, Instant until) {
  return Materialiser{book, from, until}.open(plan);
}

TimeSet materialise(const TimeExpression& expression, const ZoneRules& zone, LocalReading reading,
                    const PlanBook& book, Instant from, Instant until) {
  return Materialiser{book, from, until}.covered(expression, zone, reading);
}

}  // namespace v1
}  // namespace acd
