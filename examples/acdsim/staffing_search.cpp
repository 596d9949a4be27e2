// Up in growing steps, down one by one, checked.
#include "staffing_search.hpp"

#include <algorithm>
#include <utility>

namespace acdsim {
namespace {

constexpr std::uint32_t cell_max = 5'000;
constexpr std::uint32_t rounds_max = 60;
constexpr std::uint32_t rounds_in_vain_max = 8;
constexpr std::uint32_t checks_max = 12;
constexpr std::uint64_t cheap_events = 10'000;  // of a replication
// Intervals that are tried at once lie so far apart that a neighbour that misses has one cause.
constexpr std::size_t apart = 3;

std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace

StaffingSearch::StaffingSearch(const LoadedScenario& loaded, Staffing& staffing,
                               StaffingTrial& trial, std::uint64_t seed, const SearchEffort& effort)
    : loaded_{loaded}, staffing_{staffing}, trial_{trial}, seed_{seed}, effort_{effort} {}

std::uint32_t& StaffingSearch::needed(const Cell& cell) {
  return staffing_.kinds[cell.kind].needed[cell.interval];
}

/// How likely one agent more of this kind helps: those for whom the group is the first before
/// others, those who are lent to it by a surge last. Of all sessions: where most wait too long.
double StaffingSearch::help_of(const StaffKind& kind, const acd::ServiceTarget& target,
                               std::size_t interval) const {
  if (kind.memberships.empty()) return -1;
  if (target.group.is_none()) {
    const acd::ServiceCounts own = trial_.counts(kind.memberships.front().group, interval);
    return static_cast<double>(own.offered - own.served_in_target);
  }
  const auto found = std::ranges::find(kind.memberships, target.group, &acd::Membership::group);
  if (found == kind.memberships.end()) return -1;
  if (!found->when.is_none()) return 0;
  return found == kind.memberships.begin() ? 2 : 1;
}

StaffKind* StaffingSearch::helper_of(const acd::ServiceTarget& target, std::size_t interval) {
  StaffKind* best = nullptr;
  double most = -1;
  for (StaffKind& kind : staffing_.kinds) {
    const double help = help_of(kind, target, interval);
    if (help <= most) continue;
    most = help;
    best = &kind;
  }
  return best;
}

/// `steps` are by interval, and grow where they were not enough. False if nothing can be added.
bool StaffingSearch::add_where_missed(std::vector<std::uint32_t>& steps) {
  for (const std::size_t i : trial_.missed()) {
    for (std::size_t target = 0; target < loaded_.targets.size(); ++target) {
      if (trial_.meets(target, i)) continue;
      StaffKind* const kind = helper_of(loaded_.targets[target], i);
      if (kind == nullptr || kind->needed[i] >= cell_max) return false;
      kind->needed[i] += steps[i];
      raised_.push_back(i);
      break;
    }
    steps[i] *= 2;
  }
  return true;
}

/// True as soon as every target is met in every interval, by as many replications as are asked for.
bool StaffingSearch::rise(std::uint32_t replications) {
  std::vector<std::uint32_t> steps(staffing_.interval_count(), 1);
  const std::uint32_t paired = std::min(effort_.paired, replications);
  std::uint32_t in_vain = 0;
  std::size_t least_missed = staffing_.interval_count() + 1;
  bool is_base = true;
  for (std::uint32_t round = 0; round < rounds_max && in_vain < rounds_in_vain_max; ++round) {
    if (is_base) {
      trial_.simulate_base(seed_, replications, paired);
    } else {
      trial_.simulate_beside_base(seed_, paired);
    }
    const std::size_t missed = trial_.missed().size();
    if (missed == 0 && is_base) return true;
    is_base = missed == 0;
    if (is_base) continue;
    in_vain = missed < least_missed ? 0 : in_vain + 1;
    least_missed = std::min(least_missed, missed);
    if (!add_where_missed(steps)) return false;
  }
  return false;
}

/// Kinds in turn, so that no interval falls to its least while its neighbours are many.
StaffingSearch::Cells StaffingSearch::cells_in_turn() const {
  Cells cells;
  for (std::size_t kind = staffing_.kinds.size(); kind-- > 0;) {
    for (std::size_t first = 0; first < apart; ++first) {
      for (std::size_t i = staffing_.first_counted + first; i < staffing_.interval_count();
           i += apart) {
        const Cell cell{kind, i};
        if (staffing_.kinds[kind].needed[i] > 0 && !is_kept(cell)) cells.push_back(cell);
      }
    }
  }
  return cells;
}

bool StaffingSearch::is_kept(const Cell& cell) const {
  return std::ranges::find(kept_, cell) != kept_.end();
}

StaffingSearch::Cells StaffingSearch::apart_from_each_other(const Cells& open) const {
  Cells chosen;
  for (const Cell& cell : open) {
    const bool is_free = std::ranges::all_of(chosen, [&](const Cell& other) {
      return distance(cell.interval, other.interval) >= apart;
    });
    if (is_free) chosen.push_back(cell);
  }
  return chosen;
}

/// Takes an agent from each of `open` in turn, again and again until that misses a target. Says
/// from where, each as often as it was.
StaffingSearch::Cells StaffingSearch::take_where_possible(Cells open) {
  Cells taken;
  while (!open.empty()) {
    Cells tried = apart_from_each_other(open);
    for (const Cell& cell : tried) {
      std::erase(open, cell);
      --needed(cell);
    }
    trial_.simulate_beside_base(seed_, effort_.paired);
    for (const std::size_t i : trial_.missed()) {
      // Who was taken just now, or else before: misses add up.
      if (!give_back_nearest(i, tried, apart - 1)) give_back_for_good(i, taken);
    }
    for (const Cell& cell : tried) {
      taken.push_back(cell);
      if (needed(cell) > 0) open.push_back(cell);
    }
    std::erase_if(open, [&](const Cell& cell) { return is_kept(cell); });
  }
  return taken;
}

/// If there is one within `reach`.
std::optional<StaffingSearch::Cell> StaffingSearch::give_back_nearest(std::size_t interval,
                                                                      Cells& taken,
                                                                      std::size_t reach) {
  const auto distance_of = [&](const Cell& cell) { return distance(cell.interval, interval); };
  const auto nearest = std::ranges::min_element(taken, {}, distance_of);
  if (nearest == taken.end() || distance_of(*nearest) > reach) return std::nullopt;
  const Cell cell = *nearest;
  ++needed(cell);
  taken.erase(nearest);
  return cell;
}

/// After it had been taken for good: it is tried once more in the next pass, as others may have
/// been the cause, and so are those near it.
bool StaffingSearch::give_back_for_good(std::size_t interval, Cells& taken) {
  const std::optional<Cell> cell = give_back_nearest(interval, taken, staffing_.interval_count());
  if (!cell) return false;
  raised_.push_back(cell->interval);
  if (std::ranges::find(given_back_, *cell) != given_back_.end()) kept_always_.push_back(*cell);
  given_back_.push_back(*cell);
  kept_.push_back(*cell);
  return true;
}

/// True as soon as every target is met again: what was taken in several places may miss one
/// together.
bool StaffingSearch::settle(Cells& taken) {
  for (std::uint32_t round = 0; round < rounds_max; ++round) {
    trial_.simulate_base(seed_, effort_.fine, effort_.paired);
    if (trial_.missed().empty()) return true;
    while (!trial_.missed().empty()) {
      for (const std::size_t i : trial_.missed()) {
        if (!give_back_for_good(i, taken)) return rise(effort_.fine);
      }
      trial_.simulate_beside_base(seed_, effort_.paired);
    }
  }
  return false;
}

/// Cells that may spare an agent, though they could not before: some were added near them since.
StaffingSearch::Cells StaffingSearch::cells_near_raised() {
  kept_ = kept_always_;
  Cells cells = cells_in_turn();
  std::erase_if(cells, [&](const Cell& cell) {
    return std::ranges::none_of(raised_,
                                [&](std::size_t i) { return distance(i, cell.interval) < apart; });
  });
  raised_.clear();
  return cells;
}

SearchEnd StaffingSearch::refine() {
  constexpr int passes_max = 8;
  if (!rise(effort_.fine)) return SearchEnd::not_found;
  raised_.clear();
  Cells open = cells_in_turn();
  for (int pass = 0; pass < passes_max && !open.empty(); ++pass) {
    Cells taken = take_where_possible(std::move(open));
    if (!taken.empty() && !settle(taken)) return SearchEnd::not_found;
    open = cells_near_raised();
  }
  return open.empty() ? SearchEnd::local_least : SearchEnd::met;
}

void StaffingSearch::check(Result& result) {
  const double hours = staffing_.agent_hours(&StaffKind::needed);
  for (std::uint32_t round = 1; round <= checks_max; ++round) {
    result.check_seed = seed_ + round;
    trial_.simulate(result.check_seed, effort_.fine);
    result.missed = trial_.missed();
    result.hours_added = staffing_.agent_hours(&StaffKind::needed) - hours;
    if (result.missed.empty() || round == checks_max) return;
    std::vector<std::uint32_t> steps(staffing_.interval_count(), 1);
    if (!add_where_missed(steps)) return;
  }
}

StaffingSearch::Result StaffingSearch::run() {
  Result result;
  if (rise(effort_.coarse)) {
    if (trial_.effort().events < cheap_events * trial_.effort().replications) {
      effort_.paired = effort_.fine;
    }
    descend();
    result.end = refine();
  }
  result.paired = effort_.paired;
  if (result.end == SearchEnd::not_found) {
    result.check_seed = seed_;
    result.missed = trial_.missed();
  } else {
    check(result);
  }
  return result;
}

}  // namespace acdsim
