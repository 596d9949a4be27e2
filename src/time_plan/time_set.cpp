// Sets of instants: every operation is one merge of toggles.
#include "acd/time_plan/time_set.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace acd {
inline namespace v1 {
namespace {

/// Index of the first toggle after `at`.
std::ptrdiff_t after(std::span<const Instant> toggles, Instant at) {
  return std::ranges::upper_bound(toggles, at) - toggles.begin();
}

/// Walks one set's toggles in order.
struct Cursor {
  bool inside;
  std::span<const Instant> left;

  explicit Cursor(const TimeSet& set) : inside{set.starts_inside()}, left{set.toggles()} {}
  [[nodiscard]] bool at_end() const { return left.empty(); }
  [[nodiscard]] Instant next() const { return left.empty() ? never : left.front(); }
  void pass(Instant at) {
    if (left.empty() || left.front() != at) return;
    inside = !inside;
    left = left.subspan(1);
  }
};

/// Toggles of the combination by `inside(in_a, in_b)`, beginning from `in_result`.
template <class Inside>
std::vector<Instant> merged(Cursor a, Cursor b, bool in_result, const Inside& inside) {
  std::vector<Instant> toggles;
  toggles.reserve(a.left.size() + b.left.size());
  while (!a.at_end() || !b.at_end()) {
    const Instant at = std::min(a.next(), b.next());
    a.pass(at);
    b.pass(at);
    if (inside(a.inside, b.inside) == in_result) continue;
    in_result = !in_result;
    toggles.push_back(at);
  }
  return toggles;
}

}  // namespace

TimeSet TimeSet::all() { return ~TimeSet{}; }

TimeSet TimeSet::between(Instant from, Instant to) {
  TimeSet set;
  if (from < to) set.toggles_ = {from, to};
  return set;
}

TimeSet TimeSet::from_intervals(std::vector<Interval> intervals) {
  std::erase_if(intervals, [](const Interval& one) { return one.from >= one.to; });
  if (!std::ranges::is_sorted(intervals, {}, &Interval::from)) {
    std::ranges::sort(intervals, {}, &Interval::from);
  }
  TimeSet set;
  for (const Interval& one : intervals) {
    if (set.toggles_.empty() || set.toggles_.back() < one.from) {
      set.toggles_.insert(set.toggles_.end(), {one.from, one.to});
    } else {
      set.toggles_.back() = std::max(set.toggles_.back(), one.to);
    }
  }
  return set;
}

bool TimeSet::contains(Instant at) const {
  return starts_inside_ != (after(toggles_, at) % 2 == 1);
}

Instant TimeSet::next_change(Instant at) const {
  const auto next = static_cast<std::size_t>(after(toggles_, at));
  return next == toggles_.size() ? never : toggles_[next];
}

TimeSet operator|(const TimeSet& a, const TimeSet& b) {
  TimeSet set;
  set.starts_inside_ = a.starts_inside_ || b.starts_inside_;
  set.toggles_ = merged(Cursor{a}, Cursor{b}, set.starts_inside_, std::logical_or<>{});
  return set;
}

TimeSet operator&(const TimeSet& a, const TimeSet& b) {
  TimeSet set;
  set.starts_inside_ = a.starts_inside_ && b.starts_inside_;
  set.toggles_ = merged(Cursor{a}, Cursor{b}, set.starts_inside_, std::logical_and<>{});
  return set;
}

TimeSet operator-(const TimeSet& a, const TimeSet& b) {
  TimeSet set;
  set.starts_inside_ = a.starts_inside_ && !b.starts_inside_;
  set.toggles_ = merged(Cursor{a}, Cursor{b}, set.starts_inside_, std::greater<>{});
  return set;
}

TimeSet operator~(TimeSet set) {
  set.starts_inside_ = !set.starts_inside_;
  return set;
}

}  // namespace v1
}  // namespace acd
