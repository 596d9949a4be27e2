// Checks bots and menus: trees without a cycle, and no way that leads back to where it was.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "config/cycle_search.hpp"
#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

void check_bot(Findings& findings, const std::string& path, const Bot& bot) {
  if (bot.sessions_max == 0) findings.report(path + ".sessions_max", "a bot takes at least one");
  findings.may_name_line(path + ".hand_over_hours", bot.hand_over_hours,
                         findings.blueprint().time_plans, "time plan");
  check_target(findings, path + ".off_duty", bot.off_duty);
  if (bot.hand_over_hours.is_none() && bot.off_duty != Target{}) {
    findings.warn(path + ".off_duty", "without hand-over hours the bot is never off duty");
  }
}

bool has_children(const std::vector<MenuNode>& nodes, std::size_t node) {
  return std::ranges::count(nodes, MenuNodeId{node}, &MenuNode::parent) > 0;
}

void check_node(Findings& findings, const std::string& path, std::size_t index) {
  const std::vector<MenuNode>& nodes = findings.blueprint().menu_nodes;
  const MenuNode& node = nodes[index];
  findings.may_name_line(path + ".parent", node.parent, nodes, "menu node");
  findings.may_name_line(path + ".hours", node.hours, findings.blueprint().time_plans, "time plan");
  check_slot(findings, path + ".on_duty", node.on_duty);
  check_slot(findings, path + ".off_duty", node.off_duty);
  if (has_children(nodes, index) && node.on_duty != EntrySlot{}) {
    findings.warn(path + ".on_duty", "a node with others below it waits for a key instead");
  }
  if (node.hours.is_none() && node.off_duty != EntrySlot{}) {
    findings.warn(path + ".off_duty", "without hours the node is never off duty");
  }
}

void check_keys(Findings& findings) {
  const std::vector<MenuNode>& nodes = findings.blueprint().menu_nodes;
  std::set<std::pair<MenuNodeId, std::int64_t>> taken;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].parent.is_none() || taken.emplace(nodes[i].parent, nodes[i].key).second) continue;
    findings.report(findings.path_of(Family::menu_nodes, i) + ".key",
                    fmt::format("another node below the same has the key {}", nodes[i].key));
  }
}

/// Where a session goes on from a node by itself.
std::vector<std::size_t> ways_on(const std::vector<MenuNode>& nodes, std::size_t index) {
  std::vector<std::size_t> on;
  const auto note = [&](const EntrySlot& slot) {
    const bool leads = slot.target.kind == TargetKind::menu;
    if (leads && slot.target.node.index() < nodes.size()) on.push_back(slot.target.node.index());
  };
  if (!has_children(nodes, index)) note(nodes[index].on_duty);
  if (!nodes[index].hours.is_none()) note(nodes[index].off_duty);
  return on;
}

template <class NextOf>
void check_cycles(Findings& findings, std::string_view member, std::string_view what,
                  const NextOf& next_of) {
  const std::vector<MenuNode>& nodes = findings.blueprint().menu_nodes;
  for (const std::vector<std::size_t>& cycle : CycleSearch::find(nodes.size(), next_of)) {
    std::string chain;
    for (const std::size_t node : cycle) chain += quoted(nodes[node].name) + " -> ";
    chain += quoted(nodes[cycle.front()].name);
    findings.report(findings.path_of(Family::menu_nodes, cycle.front()) + std::string{member},
                    fmt::format("{}: {}", what, chain));
  }
}

}  // namespace

void check_bots(Findings& findings) {
  const std::vector<Bot>& lines = findings.blueprint().bots;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_bot(findings, findings.named_line(Family::bots, i, lines[i]), lines[i]);
  }
}

void check_menu_nodes(Findings& findings) {
  const std::vector<MenuNode>& lines = findings.blueprint().menu_nodes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_node(findings, findings.named_line(Family::menu_nodes, i, lines[i]), i);
  }
  check_keys(findings);
  check_cycles(findings, ".parent", "a node is below itself", [&](std::size_t node) {
    const MenuNodeId parent = lines[node].parent;
    return parent.index() < lines.size() ? std::vector{parent.index()} : std::vector<std::size_t>{};
  });
  check_cycles(findings, "", "a session would go round by itself",
               [&](std::size_t node) { return ways_on(lines, node); });
}

}  // namespace v1
}  // namespace acd
