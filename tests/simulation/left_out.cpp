// Published figures that are not compared with a simulation, and why.
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "simulation/theory.hpp"

namespace acd::test {
namespace {

struct LeftOut {
  std::string_view name;  ///< of a case, or of a figure of one
  std::string_view why;
};

constexpr std::string_view no_such_order = "no criterion of an agent order ranks so";
constexpr auto all_left_out = std::to_array<LeftOut>({
    {"LWISF_w2_1", no_such_order},
    {"trace_round_robin", no_such_order},
});

}  // namespace

std::string_view left_out(const Published& one, const nlohmann::json& row) {
  if (row["status"] == "approximation") return "an approximation is not a truth";
  const std::string name = row["name"];
  const auto* found = std::ranges::find_if(all_left_out, [&](const LeftOut& line) {
    return line.name == name || line.name == one.name;
  });
  return found == all_left_out.end() ? std::string_view{} : found->why;
}

std::vector<std::string_view> names_left_out() {
  std::vector<std::string_view> names;
  for (const LeftOut& line : all_left_out) names.push_back(line.name);
  return names;
}

}  // namespace acd::test
