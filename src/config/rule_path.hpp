// Paths of what lies within a time plan, and its times in words.
#pragma once

#include <fmt/format.h>

#include <string>

#include "acd/time_plan/time_plan.hpp"

namespace acd {
inline namespace v1 {

/// Calls `visit(path, leaf)` for each leaf of an expression, numbered from the left.
template <class Leaf, class Visit>
void each_leaf(const Boolean<Leaf>& expression, const std::string& path, const Visit& visit) {
  std::size_t number = 0;
  for (const auto& node : expression.nodes()) {
    if (node.op != BooleanOp::leaf) continue;
    visit(fmt::format("{}[{}]", path, number), node.leaf);
    ++number;
  }
}

[[nodiscard]] inline std::string path_of_layer(const std::string& plan, std::size_t layer) {
  return fmt::format("{}.layers[{}]", plan, layer);
}

/// "2026-10-01"
[[nodiscard]] inline std::string date_text(Date date) {
  const std::chrono::year_month_day parts{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
}

/// "30:00", with the seconds if there are any.
[[nodiscard]] inline std::string clock_text(std::chrono::seconds time) {
  const char* sign = time.count() < 0 ? "-" : "";
  const std::int64_t total = time.count() < 0 ? -time.count() : time.count();
  const std::string text = fmt::format("{}{:02}:{:02}", sign, total / 3600, total / 60 % 60);
  return total % 60 == 0 ? text : fmt::format("{}:{:02}", text, total % 60);
}

}  // namespace v1
}  // namespace acd
