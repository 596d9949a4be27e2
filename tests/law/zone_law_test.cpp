// What a zone says of instants and of local times agrees with its transitions, one by one.
#include <rapidcheck.h>

#include "law/dense_time.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

LocalTime random_local() { return LocalTime{dense::random_instant().time_since_epoch()}; }

/// Every offset that the zone ever has.
std::vector<std::chrono::seconds> offsets_of(const ZoneRules& zone) {
  std::vector<std::chrono::seconds> offsets{zone.first_offset};
  for (const ZoneTransition& one : zone.transitions) offsets.push_back(one.offset);
  return offsets;
}

/// The earliest instant at which the clock shows `local`; never if it is skipped.
Instant first_shown(const ZoneRules& zone, LocalTime local) {
  Instant first = never;
  for (const auto offset : offsets_of(zone)) {
    const Instant at{local.time_since_epoch() - offset};
    if (zone.local_time(at) == local) first = std::min(first, at);
  }
  return first;
}

TEST_CASE("the offset at an instant is that of the last transition by then") {
  CHECK(rc::check([] {
    const ZoneRules zone = dense::random_zone();
    const Instant at = dense::random_instant();
    std::chrono::seconds offset = zone.first_offset;
    for (const ZoneTransition& one : zone.transitions) {
      if (one.at <= at) offset = one.offset;
    }
    RC_ASSERT(zone.offset_at(at) == offset);
  }));
}

TEST_CASE("a local time that is shown resolves to the first instant that shows it") {
  CHECK(rc::check([] {
    const ZoneRules zone = dense::random_zone();
    const LocalTime local = random_local();
    const Instant shown = first_shown(zone, local);
    if (shown != never) RC_ASSERT(zone.resolve(local) == shown);
  }));
}

TEST_CASE("a skipped local time resolves by the offset before a transition that skips it") {
  CHECK(rc::check([] {
    const ZoneRules zone = dense::random_zone();
    const LocalTime local = random_local();
    if (first_shown(zone, local) != never) return;
    const auto offsets = offsets_of(zone);
    bool is_skipped_there = false;
    for (std::size_t i = 0; i < zone.transitions.size(); ++i) {
      const Instant at = zone.transitions[i].at;
      const Instant before{local.time_since_epoch() - offsets[i]};
      const Instant after{local.time_since_epoch() - offsets[i + 1]};
      if (before >= at && after < at) is_skipped_there |= zone.resolve(local) == before;
    }
    RC_ASSERT(is_skipped_there);
  }));
}

TEST_CASE("a zone has a day if any quarter of an hour of it is shown") {
  CHECK(rc::check([] {
    const ZoneRules zone = dense::random_zone();
    const Date day = std::chrono::floor<std::chrono::days>(random_local());
    bool any = false;
    for (int i = 0; i < 96; ++i) {
      any = any || first_shown(zone, day + i * std::chrono::minutes{15}) != never;
    }
    RC_ASSERT(zone.has_day(day) == any);
  }));
}

}  // namespace
}  // namespace acd
