// Compiling a plan's toggles into buckets, and the questions that are not asked at every command.
#include "acd/time_plan/timetable.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>

#include "time_plan/materialiser.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::size_t crowd_max = 3;  // toggles of a bucket, for a search of two steps
constexpr std::size_t buckets_per_toggle_max = 4;

}  // namespace

Timetable Timetable::compile(const TimePlan& plan, const PlanBook& book, Instant from,
                             Instant until) {
  Materialiser made{book, from, until};
  const std::vector<Decision> decisions = made.decisions(made.layers(plan));
  Timetable table;
  table.from_ = made.from();
  table.until_ = made.until();
  table.open_ = made.open(plan, decisions);
  for (const Decision& one : decisions) table.reigns_.push_back({one.from, one.layer});
  const auto toggles = table.open_.toggles();
  table.toggles_.assign(toggles.begin(), std::ranges::lower_bound(toggles, table.until_));
  table.toggle_count_ = table.toggles_.size();
  table.fill_open_time();
  table.fill_buckets();
  return table;
}

void Timetable::fill_open_time() {
  open_time_.assign(1, Duration{0});
  for (std::size_t i = 0; i < toggle_count_; ++i) {
    const Duration at = toggles_[i].time_since_epoch();
    open_time_.push_back(i % 2 == 0 ? open_time_[i] - at : open_time_[i] + at);
  }
}

// At most as many buckets as toggles, then twice as many while that parts a crowd.
void Timetable::fill_buckets() {
  const auto window = static_cast<std::uint64_t>((until_ - from_).count());
  const std::uint64_t toggles = std::max<std::uint64_t>(1, toggle_count_);
  shift_ = static_cast<unsigned>(std::bit_width(window / toggles));
  std::size_t crowd = fill_buckets_of(shift_);
  while (crowd > crowd_max && shift_ > 0 &&
         (window >> (shift_ - 1)) < buckets_per_toggle_max * toggles) {
    crowd = fill_buckets_of(--shift_);
  }
  first_step_ = std::max(2U, static_cast<std::uint32_t>(std::bit_floor(crowd)));
  toggles_.resize(toggle_count_ + 2 * std::size_t{first_step_}, never);
}

std::size_t Timetable::fill_buckets_of(unsigned shift) {
  const auto bucket_of = [&](Instant at) {
    return static_cast<std::size_t>(static_cast<std::uint64_t>((at - from_).count()) >> shift);
  };
  buckets_.assign(bucket_of(until_) + 2, 0);
  for (std::size_t i = 0; i < toggle_count_; ++i) ++buckets_[bucket_of(toggles_[i]) + 1];
  const std::size_t crowd = std::ranges::max(buckets_);
  std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());
  return crowd;
}

Instant Timetable::first_open(Instant at) const { return is_open(at) ? at : next_opening(at); }

Instant Timetable::first_closed(Instant at) const { return is_open(at) ? next_closing(at) : at; }

Duration Timetable::open_time_by(Instant at) const {
  const Instant within = std::clamp(at, from_, until_);
  const std::size_t toggles = toggles_by(within);
  return open_time_[toggles] + (toggles % 2 == 1 ? within.time_since_epoch() : Duration{0});
}

Duration Timetable::open_time(Instant a, Instant b) const {
  return a < b ? open_time_by(b) - open_time_by(a) : Duration{0};
}

Instant Timetable::after_open_time(Instant at, Duration open_time) const {
  if (open_time <= Duration{0}) return at;
  if (open_time > open_time_by(until_) - open_time_by(at)) return never;
  const Duration wanted = open_time_by(at) + open_time;
  // After an even number of toggles the open time stands still: the last such number by which
  // less than enough has passed is followed by the opening during which enough passes.
  std::size_t closings = 0;
  for (std::size_t step = std::bit_floor(toggle_count_ / 2 + 1); step != 0; step >>= 1) {
    const std::size_t probe = closings + step;
    if (2 * probe <= toggle_count_ && open_time_[2 * probe] < wanted) closings = probe;
  }
  return Instant{wanted - open_time_[2 * closings + 1]};
}

std::size_t Timetable::why(Instant at) const {
  if (!covers(at)) return no_layer;
  const auto later = std::ranges::upper_bound(reigns_, at, {}, &Reign::from);
  return std::prev(later)->layer;
}

}  // namespace v1
}  // namespace acd
