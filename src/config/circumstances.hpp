// Whether conditions can hold together, whatever happens: what a check may say about rules
// without running them.
//
// Every leaf asks whether an observed quantity lies in a range. The bounds of all ranges cut what
// each quantity can be into cells in which no leaf can tell two values apart; a search over the
// cells answers exactly, up to what quantities have to do with each other. It knows of the latter
// that a full group is a long one, a group opens by its hours, and free members are ready and
// ready ones signed in. Where it knows less it takes more for possible: `impossible` is certain.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "acd/config/blueprint.hpp"

namespace acd {
inline namespace v1 {

/// What a condition is asked for.
enum class ConditionPlace : std::uint8_t { entry, arriving, waiting, surge, affinity };

/// What one leaf observes: of which line it is depends on the kind.
struct Quantity {
  TestKind kind = TestKind::channel;
  std::uint32_t line = 0;
  friend auto operator<=>(const Quantity&, const Quantity&) = default;
};

enum class Possibility : std::uint8_t {
  impossible,  ///< certainly
  somehow,     ///< as far as it knows what depends on what
  unknown,     ///< too many cases
};

class Circumstances {
 public:
  /// `group`: whose rules they are, if any. The blueprint has all lines that the conditions name.
  Circumstances(const Blueprint& blueprint, ConditionPlace place, GroupId group = {})
      : blueprint_{blueprint}, place_{place}, group_{group} {}

  /// From now on the surge is taken to be on, or off.
  void suppose(SurgeId surge, bool is_on) { supposed_ = {surge, is_on}; }

  /// Whether all of `holding` can hold while none of `failing` does. Exponential in the leaves at
  /// worst, therefore given up after some thousand cases.
  [[nodiscard]] Possibility possible(std::span<const Condition> holding,
                                     std::span<const Condition> failing = {}) const;

  /// What the condition depends on, each once, rising.
  [[nodiscard]] std::vector<Quantity> quantities(const Condition& condition) const;

 private:
  /// A leaf as a range of a quantity, both ends included; no quantity: it is always `holds`.
  struct Reading {
    std::optional<Quantity> quantity{};
    bool holds = false;
    std::int64_t low = 0;
    std::int64_t high = 0;
  };
  [[nodiscard]] Reading read(const Test& test) const;
  [[nodiscard]] Reading read_fact(const Test& test, GroupId group) const;
  [[nodiscard]] Reading read_names(const Test& test) const;
  [[nodiscard]] GroupId group_of(const Test& test) const;

  friend class CaseSearch;
  const Blueprint& blueprint_;
  ConditionPlace place_;
  GroupId group_;
  struct Supposition {
    SurgeId surge;
    bool is_on;
  };
  std::optional<Supposition> supposed_{};
};

/// What the values of a quantity can be, both ends included; of an attribute with a value.
struct ValueRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
  friend bool operator==(const ValueRange&, const ValueRange&) = default;
};
[[nodiscard]] ValueRange values_of(const Blueprint& blueprint, const Quantity& quantity);

}  // namespace v1
}  // namespace acd
