// The graph, and its chains.
#include "config/group_moves.hpp"

#include <algorithm>
#include <array>

#include "config/circumstances.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool can_act(const Blueprint& blueprint, GroupId group, const OverflowRule& rule) {
  const bool is_arriving = rule.stage == OverflowStage::arriving;
  const Circumstances world{
      blueprint, is_arriving ? ConditionPlace::arriving : ConditionPlace::waiting, group};
  return world.possible(std::array{rule.when}) != Possibility::impossible;
}

/// The group in which a target lets the session wait, now or later.
GroupId group_of(const Target& target) {
  const bool has_group = target.kind == TargetKind::group || target.kind == TargetKind::message ||
                         target.kind == TargetKind::callback;
  return has_group ? target.group : GroupId::none();
}

/// Depth first, giving up after a number of steps.
class ChainSearch {
 public:
  ChainSearch(const GroupMoves& moves, std::size_t length)
      : moves_{moves}, length_{length}, is_on_way_(moves.groups(), false) {}

  bool find_from(std::size_t group) {
    if (++steps_ > steps_max) return false;
    is_on_way_[group] = true;
    way_.push_back(group);
    if (way_.size() > length_) return true;
    for (const GroupMoves::Move& move : moves_.from(group)) {
      if (!is_on_way_[move.to] && find_from(move.to)) return true;
    }
    is_on_way_[group] = false;
    way_.pop_back();
    return false;
  }
  [[nodiscard]] const std::vector<std::size_t>& way() const { return way_; }

 private:
  static constexpr int steps_max = 10'000;
  const GroupMoves& moves_;
  std::size_t length_;
  std::vector<bool> is_on_way_;
  std::vector<std::size_t> way_{};
  int steps_ = 0;
};

}  // namespace

GroupMoves::GroupMoves(const Blueprint& blueprint) : moves_(blueprint.groups.size()) {
  for (std::size_t i = 0; i < moves_.size(); ++i) {
    const std::vector<OverflowRule>& rules = blueprint.groups[i].overflow;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      if (!can_act(blueprint, GroupId{i}, rules[rule])) continue;
      for (const Target& target : rules[rule].targets) {
        const GroupId to = group_of(target);
        const bool is_new = std::ranges::count(moves_[i], to.index(), &Move::to) == 0;
        if (!to.is_none() && is_new) moves_[i].push_back({to.index(), rule});
      }
    }
  }
}

std::vector<std::size_t> GroupMoves::groups_from(std::size_t group) const {
  std::vector<std::size_t> groups;
  for (const Move& move : moves_[group]) groups.push_back(move.to);
  return groups;
}

std::vector<std::size_t> GroupMoves::chain_of(std::size_t moves) const {
  ChainSearch search{*this, moves};
  for (std::size_t i = 0; i < groups(); ++i) {
    if (search.find_from(i)) return search.way();
  }
  return {};
}

}  // namespace v1
}  // namespace acd
