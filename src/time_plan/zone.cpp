// Offsets of a zone, and the instants of its local times.
#include "acd/time_plan/zone.hpp"

#include <algorithm>

namespace acd {
inline namespace v1 {
namespace {

/// Stretches of constant offset; number 0 lies before the first transition.
class Segments {
 public:
  explicit Segments(const ZoneRules& zone) : zone_{zone} {}

  [[nodiscard]] std::size_t at(Instant instant) const {
    const auto after =
        std::ranges::upper_bound(zone_.transitions, instant, {}, &ZoneTransition::at);
    return static_cast<std::size_t>(after - zone_.transitions.begin());
  }
  [[nodiscard]] std::size_t count() const { return zone_.transitions.size() + 1; }
  [[nodiscard]] std::chrono::seconds offset(std::size_t segment) const {
    return segment == 0 ? zone_.first_offset : zone_.transitions[segment - 1].offset;
  }
  [[nodiscard]] Instant from(std::size_t segment) const {
    return segment == 0 ? Instant::min() : zone_.transitions[segment - 1].at;
  }
  [[nodiscard]] Instant until(std::size_t segment) const {
    return segment + 1 == count() ? never : zone_.transitions[segment].at;
  }

 private:
  const ZoneRules& zone_;
};

Instant as_if_utc(LocalTime local) { return Instant{local.time_since_epoch()}; }

}  // namespace

std::chrono::seconds ZoneRules::offset_at(Instant at) const {
  const Segments segments{*this};
  return segments.offset(segments.at(at));
}

// A local time's instants lie within offset_max of it read as UTC: only the segments there count.
Instant ZoneRules::resolve(LocalTime local) const {
  const Segments segments{*this};
  const Instant utc = as_if_utc(local);
  Instant skipped = never;
  for (std::size_t i = segments.at(utc - offset_max); i < segments.count(); ++i) {
    if (segments.from(i) > utc + offset_max) break;
    const Instant instant = utc - segments.offset(i);
    if (instant >= segments.until(i)) continue;
    if (instant >= segments.from(i)) return instant;
    if (skipped == never) skipped = utc - segments.offset(i - 1);
  }
  return skipped;
}

bool ZoneRules::has_day(Date day) const {
  const Segments segments{*this};
  const Instant utc = as_if_utc(day);
  for (std::size_t i = segments.at(utc - offset_max); i < segments.count(); ++i) {
    const Instant first = utc - segments.offset(i);
    if (std::max(first, segments.from(i)) <
        std::min(first + std::chrono::days{1}, segments.until(i))) {
      return true;
    }
    if (segments.from(i) > utc + std::chrono::days{1} + offset_max) break;
  }
  return false;
}

}  // namespace v1
}  // namespace acd
