// One earlier rule is named; several together are not.
#include "config/shadow.hpp"

#include <fmt/format.h>

#include <array>
#include <span>

#include "util/word.hpp"

namespace acd {
inline namespace v1 {

std::string Shadow::over(const Condition& when) const {
  const std::array holding{when};
  if (world_.possible(holding) == Possibility::impossible) {
    return "the rule never acts: its condition cannot hold";
  }
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    if (world_.possible(holding, std::span{&taken_[i], 1}) != Possibility::impossible) continue;
    return fmt::format("the rule never acts: {} takes whoever it would act on", quoted(names_[i]));
  }
  if (world_.possible(holding, taken_) != Possibility::impossible) return {};
  return "the rule never acts: those before it take whoever it would act on";
}

}  // namespace v1
}  // namespace acd
