// First to decide wins: the shape shared by all orderings.
//
// An ordering is a sequence of criteria. It compares two things by the first
// criterion that tells them apart; if none does, it is undecided. Orderings form a
// monoid under `then`:
//
//   indifferent.then(a) == a == a.then(indifferent)
//   a.then(b).then(c)   == a.then(b.then(c))
//
// The engine ends every ordering with a unique event number, so what is undecided
// here is still total, and replays.
#pragma once

#include <span>
#include <utility>
#include <vector>

namespace acd {
inline namespace v1 {

template <class Criterion>
class Ordering {
 public:
  /// `indifferent`: prefers nobody, identity of `then`.
  Ordering() = default;
  Ordering(const Criterion& only) : criteria_{only} {}  // NOLINT: a criterion is an ordering
  /// Its criteria joined by `then`, in linear time.
  [[nodiscard]] static Ordering from_criteria(std::vector<Criterion> criteria) {
    Ordering result;
    result.criteria_ = std::move(criteria);
    return result;
  }

  /// This ordering, and where it is undecided, `next`.
  [[nodiscard]] Ordering then(const Ordering& next) const {
    Ordering result = *this;
    result.criteria_.insert(result.criteria_.end(), next.criteria_.begin(), next.criteria_.end());
    return result;
  }
  [[nodiscard]] bool is_indifferent() const { return criteria_.empty(); }
  [[nodiscard]] std::span<const Criterion> criteria() const { return criteria_; }

  friend bool operator==(const Ordering&, const Ordering&) = default;

 private:
  std::vector<Criterion> criteria_{};
};

}  // namespace v1
}  // namespace acd
