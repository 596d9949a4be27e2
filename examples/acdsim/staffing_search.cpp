// Up until all is met, then down by turns.
#include <algorithm>
#include <cmath>
#include <utility>

#include "experiment_figures.hpp"
#include "simulate.hpp"
#include "staffing.hpp"

namespace acdsim {
namespace {

constexpr std::uint32_t cell_max = 5'000;
constexpr std::uint32_t rounds_max = 200;
// Intervals that are tried at once lie so far apart that a neighbour that misses has one cause.
constexpr std::size_t apart = 3;

class Search {
 public:
  Search(const LoadedScenario& loaded, const SimulationOptions& options, Staffing& staffing,
         const std::function<void(const Staffing&)>& seen)
      : loaded_{loaded}, options_{options}, staffing_{staffing}, seen_{seen} {}

  void run() {
    staffing_.is_found = rise();
    if (!staffing_.is_found) return;
    // One by one in turn, so that no interval falls to its least while its neighbours are many.
    bool is_changed = true;
    while (is_changed) {
      is_changed = false;
      for (std::size_t kind = staffing_.kinds.size(); kind-- > 0;) {
        for (std::size_t first = 0; first < apart; ++first) {
          is_changed = fall(kind, first) || is_changed;
        }
      }
    }
    // Intervals that were tried at once may miss together.
    staffing_.is_found = rise();
  }

 private:
  [[nodiscard]] std::size_t count() const { return staffing_.intervals.size() - 1; }

  void simulate_now() {
    const LoadedScenario changed = with_staff(loaded_, lines_of(staffing_, &StaffKind::needed));
    const Seen each = [&](const Replications& /*so_far*/, std::uint64_t /*expected*/) {
      seen_(staffing_);
    };
    Replications replications = simulate(changed, options_, each);
    sum_ = std::move(replications.sum);
    staffing_.events += replications.events;
    ++staffing_.simulations;
  }
  [[nodiscard]] acd::ServiceCounts counts(acd::GroupId group, std::size_t interval) const {
    if (!group.is_none()) return sum_.by_interval[group.index()][interval];
    acd::ServiceCounts all;
    for (const std::vector<acd::ServiceCounts>& own : sum_.by_interval) all.add(own[interval]);
    return all;
  }
  [[nodiscard]] bool meets(const acd::ServiceTarget& target, std::size_t interval) const {
    const acd::Ratio ratio =
        ratio_of(counts(target.group, interval), target.figure, loaded_.formula);
    return ratio.denominator <= 0 || is_met(target, ratio.numerator / ratio.denominator);
  }
  [[nodiscard]] bool meets_all(std::size_t interval) const {
    return std::ranges::all_of(
        loaded_.targets, [&](const acd::ServiceTarget& target) { return meets(target, interval); });
  }

  /// Of the group; of all, that whose calls wait worst. Kinds of which it is the first group are
  /// asked before others.
  [[nodiscard]] StaffKind* helper_of(const acd::ServiceTarget& target, std::size_t interval) {
    StaffKind* best = nullptr;
    double worst = -1;
    for (StaffKind& kind : staffing_.kinds) {
      const auto found = std::ranges::find(kind.groups, target.group);
      const bool concerns = target.group.is_none() || found != kind.groups.end();
      if (!concerns || kind.groups.empty()) continue;
      const acd::ServiceCounts own = counts(kind.groups.front(), interval);
      const double misses = static_cast<double>(own.offered - own.served_in_target);
      const bool is_first = found == kind.groups.begin();
      const double need = target.group.is_none() ? misses : (is_first ? 2.0 : 1.0);
      if (need > worst) best = &kind;
      worst = std::max(worst, need);
    }
    return best;
  }
  /// Adds where a target is missed; false if nothing can be added.
  bool add_where_missed() {
    bool is_changed = false;
    for (std::size_t i = 0; i < count(); ++i) {
      for (const acd::ServiceTarget& target : loaded_.targets) {
        if (meets(target, i)) continue;
        StaffKind* kind = helper_of(target, i);
        if (kind == nullptr || kind->needed[i] >= cell_max) return false;
        kind->needed[i] += 1 + kind->needed[i] / 20;
        is_changed = true;
        break;
      }
    }
    return is_changed;
  }
  /// True as soon as every target is met in every interval.
  bool rise() {
    for (std::uint32_t round = 0; round < rounds_max; ++round) {
      simulate_now();
      bool all = true;
      for (std::size_t i = 0; i < count(); ++i) all = all && meets_all(i);
      if (all) return true;
      if (!add_where_missed()) return false;
    }
    return false;
  }

  /// Takes an agent of one kind from every third interval, if it and its neighbours stay met
  /// without. True if it took any.
  bool fall(std::size_t kind, std::size_t first) {
    std::vector<std::uint32_t>& needed = staffing_.kinds[kind].needed;
    std::vector<std::size_t> tried;
    for (std::size_t i = first; i < count(); i += apart) {
      if (needed[i] > 0) tried.push_back(i);
    }
    if (tried.empty()) return false;
    for (const std::size_t i : tried) --needed[i];
    simulate_now();
    bool is_changed = false;
    for (const std::size_t i : tried) {
      const bool stays =
          meets_all(i) && (i == 0 || meets_all(i - 1)) && (i + 1 >= count() || meets_all(i + 1));
      if (!stays) ++needed[i];
      is_changed = is_changed || stays;
    }
    return is_changed;
  }

  const LoadedScenario& loaded_;
  const SimulationOptions& options_;
  Staffing& staffing_;
  const std::function<void(const Staffing&)>& seen_;
  acd::Statistics sum_{};
};

}  // namespace

void search_staffing(const LoadedScenario& loaded, const SimulationOptions& options,
                     Staffing& staffing, const std::function<void(const Staffing&)>& seen) {
  Search{loaded, options, staffing, seen}.run();
}

}  // namespace acdsim
