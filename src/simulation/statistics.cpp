// Sums, and what is read from them.
#include "acd/simulation/statistics.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

namespace acd {
inline namespace v1 {
namespace {

constexpr unsigned exact_bits = 6;  // below 64 microseconds
constexpr unsigned fine_bits = 5;   // 32 buckets a doubling

std::size_t bucket_of(std::uint64_t wait_us) {
  if (wait_us < std::uint64_t{1} << exact_bits) return static_cast<std::size_t>(wait_us);
  const auto width = static_cast<unsigned>(std::bit_width(wait_us));
  const std::uint64_t fine = wait_us >> (width - 1 - fine_bits) & ((1U << fine_bits) - 1);
  return (std::size_t{1} << exact_bits) + (std::size_t{width - 1 - exact_bits} << fine_bits) +
         static_cast<std::size_t>(fine);
}

/// The longest wait in it.
std::uint64_t end_of(std::size_t bucket) {
  constexpr std::size_t exact = std::size_t{1} << exact_bits;
  if (bucket < exact) return bucket;
  const std::size_t doubling = (bucket - exact) >> fine_bits;
  const std::uint64_t fine = (bucket - exact) & ((1U << fine_bits) - 1);
  const auto shift = static_cast<unsigned>(doubling) + exact_bits - fine_bits;
  return (((std::uint64_t{1} << fine_bits) + fine + 1) << shift) - 1;
}

template <class Value>
void add_each(std::vector<Value>& sums, const std::vector<Value>& others) {
  sums.resize(std::max(sums.size(), others.size()));
  for (std::size_t i = 0; i < others.size(); ++i) sums[i].add(others[i]);
}

template <class Value>
void add_rows(std::vector<std::vector<Value>>& sums,
              const std::vector<std::vector<Value>>& others) {
  sums.resize(std::max(sums.size(), others.size()));
  for (std::size_t i = 0; i < others.size(); ++i) add_each(sums[i], others[i]);
}

template <class Number>
void add_numbers(std::vector<Number>& sums, const std::vector<Number>& others) {
  sums.resize(std::max(sums.size(), others.size()));
  for (std::size_t i = 0; i < others.size(); ++i) sums[i] += others[i];
}

void add_flows(std::vector<Flow>& sums, const std::vector<Flow>& others) {
  const auto before = [](const Flow& a, const Flow& b) {
    return std::tie(a.from, a.to, a.cause) < std::tie(b.from, b.to, b.cause);
  };
  for (const Flow& flow : others) {
    const auto place = std::lower_bound(sums.begin(), sums.end(), flow, before);
    if (place == sums.end() || before(flow, *place)) {
      sums.insert(place, flow);
    } else {
      place->count += flow.count;
    }
  }
}

Ratio ratio(std::uint64_t good, std::uint64_t all) {
  return {static_cast<double>(good), static_cast<double>(all)};
}

}  // namespace

void WaitHistogram::add(Duration wait) {
  if (counts_.empty()) counts_.resize(buckets);
  const auto wait_us = static_cast<std::uint64_t>(std::max<std::int64_t>(wait.count(), 0));
  ++counts_[std::min(bucket_of(wait_us), buckets - 1)];
}

void WaitHistogram::add(const WaitHistogram& other) { add_numbers(counts_, other.counts_); }

Duration WaitHistogram::percentile(double share) const {
  std::uint64_t all = 0;
  for (const std::uint32_t count : counts_) all += count;
  if (all == 0) return Duration{0};
  const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(all)));
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    seen += counts_[i];
    if (seen >= wanted && seen > 0) return Duration{static_cast<std::int64_t>(end_of(i))};
  }
  return longest;
}

void WaitSums::add(Duration wait) {
  ++count;
  sum_us += wait.count();
  const double seconds = static_cast<double>(wait.count()) / 1e6;
  sum_of_squares_s2 += seconds * seconds;
  longest_us = std::max(longest_us, wait.count());
}

void WaitSums::add(const WaitSums& other) {
  count += other.count;
  sum_us += other.sum_us;
  sum_of_squares_s2 += other.sum_of_squares_s2;
  longest_us = std::max(longest_us, other.longest_us);
}

void ServiceCounts::add(const ServiceCounts& other) {
  offered += other.offered;
  blocked += other.blocked;
  served += other.served;
  served_at_once += other.served_at_once;
  abandoned += other.abandoned;
  short_abandoned += other.short_abandoned;
  abandoned_in_target += other.abandoned_in_target;
  served_in_target += other.served_in_target;
  by_bot += other.by_bot;
  elsewhere += other.elsewhere;
  left_waiting += other.left_waiting;
  redials += other.redials;
  known += other.known;
  met_again += other.met_again;
  due += other.due;
  fell_due += other.fell_due;
  wait_served.add(other.wait_served);
  wait_abandoned.add(other.wait_abandoned);
  talk_us += other.talk_us;
}

void AgentTimes::add(const AgentTimes& other) {
  signed_in_us += other.signed_in_us;
  ready_us += other.ready_us;
  serving_us += other.serving_us;
  wrapping_up_us += other.wrapping_up_us;
  busy_us += other.busy_us;
  served += other.served;
}

void WithinCounts::add(const WithinCounts& other) {
  served += other.served;
  abandoned += other.abandoned;
}

void StaffTimes::add(const StaffTimes& other) {
  signed_in_us += other.signed_in_us;
  ready_us += other.ready_us;
  busy_us += other.busy_us;
}

Ratio service_level_ratio(const ServiceCounts& counts, ServiceLevel formula) {
  switch (formula) {
    case ServiceLevel::of_offered: return ratio(counts.served_in_target, counts.offered);
    case ServiceLevel::of_answered: return ratio(counts.served_in_target, counts.served);
    case ServiceLevel::without_short:
      return ratio(counts.served_in_target, counts.offered - counts.abandoned_in_target);
    case ServiceLevel::abandoned_as_served:
      return ratio(counts.served_in_target + counts.abandoned_in_target, counts.offered);
  }
  return {};
}

double service_level(const ServiceCounts& counts, ServiceLevel formula) {
  const Ratio level = service_level_ratio(counts, formula);
  return level.denominator == 0 ? 1 : level.numerator / level.denominator;
}

void Statistics::add(const Statistics& other) {
  replications += other.replications;
  counted_us += other.counted_us;
  total.add(other.total);
  add_each(by_group, other.by_group);
  add_each(by_demand, other.by_demand);
  add_rows(by_interval, other.by_interval);
  add_each(staff_by_interval, other.staff_by_interval);
  add_each(waits, other.waits);
  add_rows(within, other.within);
  add_numbers(queue_us, other.queue_us);
  queue_longest.resize(std::max(queue_longest.size(), other.queue_longest.size()));
  for (std::size_t i = 0; i < other.queue_longest.size(); ++i) {
    queue_longest[i] = std::max(queue_longest[i], other.queue_longest[i]);
  }
  served_by.resize(std::max(served_by.size(), other.served_by.size()));
  for (std::size_t i = 0; i < other.served_by.size(); ++i) {
    add_numbers(served_by[i], other.served_by[i]);
  }
  add_each(agents, other.agents);
  add_flows(flows, other.flows);
}

}  // namespace v1
}  // namespace acd
