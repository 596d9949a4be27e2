// Warns of overflow rules that lead round, and of chains that are longer than a session may go.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "config/cycle_search.hpp"
#include "config/findings.hpp"
#include "config/group_moves.hpp"

namespace acd {
inline namespace v1 {
namespace {

std::string chain_text(const Findings& findings, const std::vector<std::size_t>& chain) {
  std::string text;
  for (const std::size_t group : chain) {
    text += (text.empty() ? "" : " -> ") + quoted(findings.blueprint().groups[group].name);
  }
  return text;
}

void warn_of_cycle(Findings& findings, const GroupMoves& moves, std::vector<std::size_t> cycle) {
  const auto& ways = moves.from(cycle.front());
  const std::size_t next = cycle[cycle.size() > 1 ? 1 : 0];
  const std::size_t rule = std::ranges::find(ways, next, &GroupMoves::Move::to)->rule;
  cycle.push_back(cycle.front());
  findings.warn(
      fmt::format("{}.overflow[{}]", findings.path_of(Family::groups, cycle.front()), rule),
      fmt::format("rules lead round: {}; a session is not taken back to where it was",
                  chain_text(findings, cycle)));
}

}  // namespace

void warn_of_moves(Findings& findings) {
  const GroupMoves moves{findings.blueprint()};
  const auto next_of = [&](std::size_t group) { return moves.groups_from(group); };
  std::set<std::size_t> told;  // groups: where all lead to all, one chain for each is enough
  for (std::vector<std::size_t>& cycle : CycleSearch::find(moves.groups(), next_of)) {
    const std::size_t before = told.size();
    told.insert(cycle.begin(), cycle.end());
    if (told.size() > before) warn_of_cycle(findings, moves, std::move(cycle));
  }
  const std::size_t hops = findings.blueprint().limits.hops;
  const std::vector<std::size_t> chain = moves.chain_of(hops + 1);
  if (chain.empty()) return;
  findings.warn("limits.hops", fmt::format("a session stops after {} of the moves {}", hops,
                                           chain_text(findings, chain)));
}

}  // namespace v1
}  // namespace acd
