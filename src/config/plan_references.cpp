// Chains of references, measured from the plans that refer to none.
#include "config/plan_references.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/word.hpp"

namespace acd {
inline namespace v1 {
namespace {

std::vector<std::size_t> targets_of(const TimePlan& plan, std::size_t plans) {
  std::vector<std::size_t> targets;
  for (const PlanLayer& layer : plan.layers) {
    for (const TimeExpression::Node& node : layer.when.nodes()) {
      if (node.op != BooleanOp::leaf || node.leaf.kind != TimeRuleKind::plan) continue;
      if (node.leaf.plan.index() < plans) targets.push_back(node.leaf.plan.index());
    }
  }
  std::ranges::sort(targets);
  targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
  return targets;
}

}  // namespace

PlanReferences::PlanReferences(const std::vector<TimePlan>& plans)
    : plans_{plans}, length_(plans.size(), endless) {
  for (const TimePlan& plan : plans) targets_.push_back(targets_of(plan, plans.size()));
  measure();
  find_cycles();
}

// Takes away plans all of whose targets were taken away, the leaves first.
void PlanReferences::measure() {
  std::vector<std::vector<std::size_t>> sources(plans_.size());
  std::vector<std::size_t> open_targets(plans_.size());
  std::vector<std::size_t> free;
  for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
    open_targets[plan] = targets_[plan].size();
    for (const std::size_t target : targets_[plan]) sources[target].push_back(plan);
    if (targets_[plan].empty()) free.push_back(plan);
  }
  while (!free.empty()) {
    const std::size_t plan = free.back();
    free.pop_back();
    for (const std::size_t target : targets_[plan]) {
      length_[plan] = std::max(length_[plan], length_[target]);
    }
    ++length_[plan];
    for (const std::size_t source : sources[plan]) {
      if (--open_targets[source] == 0) free.push_back(source);
    }
  }
}

// Every plan without an end has a target without an end: following the first leads into a cycle.
void PlanReferences::find_cycles() {
  constexpr auto nobody = static_cast<std::size_t>(-1);
  std::vector<std::size_t> seen_from(plans_.size(), nobody);
  for (std::size_t first = 0; first < plans_.size(); ++first) {
    std::vector<std::size_t> path;
    std::size_t plan = first;
    while (length_[plan] == endless && seen_from[plan] == nobody) {
      seen_from[plan] = first;
      path.push_back(plan);
      plan = *std::ranges::find(targets_[plan], endless,
                                [&](std::size_t target) { return length_[target]; });
    }
    if (path.empty() || seen_from[plan] != first) continue;
    path.erase(path.begin(), std::ranges::find(path, plan));
    std::rotate(path.begin(), std::ranges::min_element(path), path.end());
    cycles_[path.front()] = path;
  }
}

std::string PlanReferences::problem(std::size_t plan) const {
  if (length_[plan] > chain_max) {
    return fmt::format("a chain of {} plans that refer to each other, at most {}", length_[plan],
                       chain_max);
  }
  const auto cycle = cycles_.find(plan);
  if (cycle == cycles_.end()) return {};
  std::string chain;
  for (const std::size_t member : cycle->second) chain += quoted(plans_[member].name) + ", ";
  return fmt::format("a cycle of references: {}{}", chain, quoted(plans_[plan].name));
}

}  // namespace v1
}  // namespace acd
