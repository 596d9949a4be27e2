// Rules that are asked in vain, because earlier ones take whoever they would act on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "config/circumstances.hpp"

namespace acd {
inline namespace v1 {

/// Rules in the order in which they are asked, in one place.
class Shadow {
 public:
  explicit Shadow(const Circumstances& world) : world_{world} {}

  /// Why a rule with this condition never acts; empty if it may.
  [[nodiscard]] std::string over(const Condition& when) const;
  /// A rule that takes every session for which its condition holds.
  void add(std::string name, const Condition& when) {
    names_.push_back(std::move(name));
    taken_.push_back(when);
  }

 private:
  const Circumstances& world_;
  std::vector<std::string> names_{};
  std::vector<Condition> taken_{};
};

}  // namespace v1
}  // namespace acd
