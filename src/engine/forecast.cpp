// What is known of a counted group's pace: how long one who joins now would wait, and how many
// were answered in time.
//
// An answered session at place p passes p stages; the i-th passes at the rate of answers plus i
// times the rate at which one who waits gives up. The sum of their means has a logarithm for a
// closed form; docs/guide/expected_wait.md derives and measures it.
#include <algorithm>

#include "engine/engine_inline.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::int64_t integral_max = std::int64_t{1} << 57;
constexpr std::int64_t wait_max = std::int64_t{1} << 47;
constexpr std::int64_t one = std::int64_t{1} << 24;  // of the logarithm's fractions
constexpr std::int64_t ln2 = 11'629'080;

std::int64_t integrate(std::int64_t sum, Duration passed, std::int64_t height) {
  if (height == 0) return sum;
  const std::int64_t room = (integral_max - sum) / height;
  return passed.count() >= room ? integral_max : sum + passed.count() * height;
}

/// ln(1 + x / one) * one, by halving and a Pade approximant. Requires: 0 <= x < 2^62.
std::int64_t log_of_one_plus(std::int64_t x) {
  std::int64_t y = one + x;
  std::int64_t halvings = 0;
  for (; y >= 2 * one; y /= 2) halvings += ln2;
  const std::int64_t d = y - one;
  return halvings + d * (6 * one + 3 * d) / (6 * one + 6 * d + d * d / one);
}

/// Shortened by those in front who give up, each after `loss` on average.
std::int64_t shortened(std::int64_t wait, std::int64_t loss, std::int64_t gap) {
  constexpr std::int64_t coarse = 1024;
  wait = std::min(wait, wait_max);
  const std::int64_t coarse_wait = wait / coarse;
  const std::int64_t coarse_loss = loss / coarse;
  const std::int64_t coarse_gap = gap / coarse;
  if (coarse_wait <= 0 || coarse_loss <= 0 || coarse_gap <= 0) return wait;
  const std::int64_t x = coarse_wait * (2 * one) / (2 * coarse_loss + coarse_gap);
  if (x < 4096) return wait;
  return coarse_loss * log_of_one_plus(x) / one * coarse;
}

std::int64_t slot_number(Instant at, Duration window) {
  return at.time_since_epoch().count() / (window.count() / std::int64_t{service_slots});
}

}  // namespace

// Up to now, before anything changes.
void Router::Engine::pass_time(GroupId group) {
  ForecastRecord& forecast = forecasts_[group.index()];
  const std::uint32_t waiting = groups_[group.index()].waiting;
  if (waiting != 0) {
    const Duration passed = now_ - forecast.since;
    forecast.work = integrate(forecast.work, passed, forecast.ready);
    forecast.area = integrate(forecast.area, passed, waiting);
  }
  forecast.since = now_;
}

// It is counted among those who wait already, or still.
void Router::Engine::enter_line(const SessionRecord& session) {
  GroupRecord& group = groups_[session.group.index()];
  --group.waiting;
  pass_time(session.group);
  ++group.waiting;
  ++forecasts_[session.group.index()].waiting[session.priority];
}

void Router::Engine::leave_line(const SessionRecord& session) {
  GroupRecord& group = groups_[session.group.index()];
  ++group.waiting;
  pass_time(session.group);
  --group.waiting;
  --forecasts_[session.group.index()].waiting[session.priority];
}

// It waits still.
[[gnu::noinline]] void Router::Engine::count_answer(const SessionRecord& session) {
  const GroupId group = session.group;
  ForecastRecord& forecast = forecasts_[group.index()];
  const Duration limit = plan_.blueprint.groups[group.index()].target_wait;
  count_service(group,
                now_ - session.waits_since() <= limit ? Timeliness::in_time : Timeliness::late);
  if (stays_[slot_of(session)].joined == now_) return;
  pass_time(group);
  if (forecast.answers.count == 0 && forecast.handling.count != 0) {
    forecast.answers = {.sum = 4 * forecast.handling.value(), .count = 4};
  }
  forecast.answers.add(forecast.work);
  forecast.work = 0;
}

void Router::Engine::count_loss(const SessionRecord& session, Cause cause) {
  const GroupId group = session.group;
  if (cause == Cause::abandoned) count_service(group, Timeliness::late);
  pass_time(group);
  ForecastRecord& forecast = forecasts_[group.index()];
  forecast.losses.add(forecast.area);
  forecast.area = 0;
}

void Router::Engine::count_handling(const OfferRecord& offer, GroupId group) {
  forecasts_[group.index()].handling.add((now_ - offer.since).count());
}

// In each of his groups, after his state or a surge changed.
void Router::Engine::count_ready(Slot agent) {
  const AgentTables& own = plan_.agents[agent];
  for (Slot i = own.first_membership; i < own.first_membership + own.memberships; ++i) {
    const GroupId group = plan_.memberships[i].group;
    if (!groups_[group.index()].is_counted) continue;
    pass_time(group);
    forecasts_[group.index()].ready = staff_of(group).ready;
  }
}

Expectation EngineFacts::forecast(GroupId group, Priority priority) const {
  const ForecastRecord& known = forecasts_[group.index()];
  Expectation result{.is_staffed = known.ready != 0};
  const RecentMean& pace = known.answers.count != 0 ? known.answers : known.handling;
  result.is_known = pace.count != 0;
  if (!result.is_known || !result.is_staffed) return result;
  std::int64_t place = 1;
  for (std::size_t i = priority; i <= priority_max_; ++i) place += known.waiting[i];
  const std::int64_t gap = pace.value() / known.ready;
  const std::int64_t wait = gap > wait_max / place ? wait_max : place * gap;
  result.wait = Duration{shortened(wait, known.losses.value(), gap)};
  return result;
}

std::int64_t EngineFacts::expected_wait_asked(GroupId group, Priority priority) const {
  const Expectation known = forecast(group, priority);
  return known.is_staffed ? known.wait.count() : longest.count();
}

void Router::Engine::count_service(GroupId group, Timeliness timeliness) {
  const Duration window = plan_.blueprint.groups[group.index()].service_window;
  const std::int64_t number = slot_number(now_, window);
  ServiceSlot& slot =
      forecasts_[group.index()].slots[static_cast<std::size_t>(number) % service_slots];
  if (slot.number != number) slot = {.number = number};
  ++slot.counted;
  if (timeliness == Timeliness::in_time) ++slot.in_time;
}

Served EngineFacts::served_in_window(GroupId group, Instant at) const {
  const Duration window = plan_.blueprint.groups[group.index()].service_window;
  const std::int64_t number = slot_number(at, window);
  Served served;
  for (const ServiceSlot& slot : forecasts_[group.index()].slots) {
    if (slot.number <= number - std::int64_t{service_slots}) continue;
    served.counted += slot.counted;
    served.in_time += slot.in_time;
  }
  return served;
}

std::int64_t EngineFacts::service_level(GroupId group) const {
  const Served served = served_in_window(group, now_);
  return served.counted == 0 ? 100 : 100 * served.in_time / served.counted;
}

// The end of the slot, if the window will have lost something.
Instant EngineFacts::service_level_changes(GroupId group) const {
  if (served_in_window(group, now_).counted == 0) return never;
  const Duration window = plan_.blueprint.groups[group.index()].service_window;
  const std::int64_t length = window.count() / std::int64_t{service_slots};
  return Instant{Duration{(slot_number(now_, window) + 1) * length}};
}

void EngineFacts::hash_forecast(util::HashMixer& mixer, GroupId group) const {
  const ForecastRecord& known = forecasts_[group.index()];
  const std::uint32_t waiting = groups_[group.index()].waiting;
  const Duration passed = waiting == 0 ? Duration{0} : now_ - known.since;
  const auto mix = [&mixer](std::int64_t value) { mixer.mix(static_cast<std::uint64_t>(value)); };
  mix(integrate(known.work, passed, known.ready));
  mix(integrate(known.area, passed, waiting));
  for (const RecentMean* mean : {&known.answers, &known.losses, &known.handling}) {
    mix(mean->sum);
    mix(mean->count);
  }
  const Served served = served_in_window(group, now_);
  mix(served.counted);
  mix(served.in_time);
}

}  // namespace v1
}  // namespace acd
