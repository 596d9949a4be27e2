// The coarse part of the search: down in falling steps, then other kinds instead.
#include <algorithm>
#include <bit>
#include <utility>

#include "staffing_search.hpp"

namespace acdsim {
namespace {

bool are_zero(const std::vector<std::uint32_t>& steps) {
  return std::ranges::all_of(steps, [](std::uint32_t step) { return step == 0; });
}

}  // namespace

/// Makes the move in every interval, as large as each one's step says, and takes it back, with half
/// the step from then on, where a target is missed.
void StaffingSearch::try_move(const Move& move, std::vector<std::uint32_t>& steps) {
  std::vector<std::uint32_t>& from = staffing_.kinds[move.from].needed;
  std::vector<std::uint32_t> moved(from.size(), 0);
  const auto others = [&](std::size_t i) -> std::uint32_t& {
    return staffing_.kinds[*move.to].needed[i];
  };
  for (std::size_t i = staffing_.first_counted; i < from.size(); ++i) {
    steps[i] = std::min(steps[i], from[i]);
    if (move.to && steps[i] < 2) steps[i] = 0;
    moved[i] = steps[i];
    from[i] -= moved[i];
    if (move.to && moved[i] > 0) others(i) += moved[i] - 1;
  }
  if (are_zero(steps)) return;
  trial_.simulate(seed_, effort_.coarse);
  const auto blame = [&](std::size_t i) {
    if (i >= from.size() || moved[i] == 0) return false;
    if (move.to) others(i) -= moved[i] - 1;
    from[i] += std::exchange(moved[i], 0);
    steps[i] /= 2;
    return true;
  };
  for (const std::size_t i : trial_.missed()) {
    if (blame(i)) continue;
    if (i > 0) blame(i - 1);
    blame(i + 1);
  }
}

/// All moves in turn, until none goes on.
void StaffingSearch::move_on(const std::vector<Move>& moves) {
  std::vector<std::vector<std::uint32_t>> steps;
  for (const Move& move : moves) {
    const std::vector<std::uint32_t>& own = staffing_.kinds[move.from].needed;
    steps.emplace_back(own.size(), 0);
    for (std::size_t i = staffing_.first_counted; i < own.size(); ++i) {
      steps.back()[i] = std::bit_floor(std::max(own[i] / 4, 1U));
    }
  }
  bool is_open = true;
  while (is_open) {
    is_open = false;
    for (std::size_t i = 0; i < moves.size(); ++i) {
      if (are_zero(steps[i])) continue;
      try_move(moves[i], steps[i]);
      is_open = true;
    }
  }
}

void StaffingSearch::descend() {
  std::vector<Move> away;
  std::vector<Move> exchanges;
  for (std::size_t from = staffing_.kinds.size(); from-- > 0;) {
    away.push_back({from, std::nullopt});
    for (std::size_t to = 0; to < staffing_.kinds.size(); ++to) {
      if (to != from && have_group_in_common(from, to)) exchanges.push_back({from, to});
    }
  }
  move_on(away);
  move_on(exchanges);
}

bool StaffingSearch::have_group_in_common(std::size_t a, std::size_t b) const {
  return std::ranges::any_of(staffing_.kinds[a].memberships, [&](const acd::Membership& own) {
    const std::vector<acd::Membership>& others = staffing_.kinds[b].memberships;
    return std::ranges::find(others, own.group, &acd::Membership::group) != others.end();
  });
}

}  // namespace acdsim
