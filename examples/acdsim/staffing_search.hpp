// The least staff that meets every target in every interval on its own.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "staffing.hpp"
#include "staffing_trial.hpp"

namespace acdsim {

/// Replications of each staffing: few far from the targets, many near them.
struct SearchEffort {
  std::uint32_t coarse = 12;
  /// Of one that has an agent less than another; at most `fine`. All of them where a replication
  /// is soon done.
  std::uint32_t paired = 30;
  std::uint32_t fine = 100;
};

enum class SearchEnd : std::uint8_t {
  not_found,    ///< more agents do not help, or there were too many
  met,          ///< every target is met in every interval; an agent may be one too many
  local_least,  ///< and one agent fewer misses a target, wherever he is taken from
};

/// In three steps. Coarse: agents are added in growing steps where a target is missed, and taken
/// away in falling ones. Fine: agents are taken away one by one, in intervals far enough apart at
/// once, until none can be spared. Checked: with seeds not seen before; where these miss a target,
/// agents are added, and others seeds asked.
class StaffingSearch {
 public:
  struct Result {
    SearchEnd end = SearchEnd::not_found;
    std::uint32_t paired = 0;           ///< replications that one agent fewer was tried with
    std::uint64_t check_seed = 0;       ///< of the last check, which `trial` holds
    std::vector<std::size_t> missed{};  ///< intervals, in it
    double hours_added = 0;             ///< by the checks before it
  };

  /// Both are kept by reference; the staffing is where it begins, and where it ends.
  StaffingSearch(const LoadedScenario& loaded, Staffing& staffing, StaffingTrial& trial,
                 std::uint64_t seed, const SearchEffort& effort);

  [[nodiscard]] Result run();

 private:
  struct Cell {
    std::size_t kind = 0;
    std::size_t interval = 0;
    friend bool operator==(const Cell&, const Cell&) = default;
  };
  using Cells = std::vector<Cell>;
  /// Some agents of one kind go; all but one of them come as another kind, if there is one.
  struct Move {
    std::size_t from = 0;
    std::optional<std::size_t> to{};
  };

  [[nodiscard]] std::uint32_t& needed(const Cell& cell);
  [[nodiscard]] Cells cells_in_turn() const;

  // Up.
  [[nodiscard]] double help_of(const StaffKind& kind, const acd::ServiceTarget& target,
                               std::size_t interval) const;
  [[nodiscard]] StaffKind* helper_of(const acd::ServiceTarget& target, std::size_t interval);
  bool add_where_missed(std::vector<std::uint32_t>& steps);
  [[nodiscard]] bool rise(std::uint32_t replications);

  // Down by steps.
  void descend();
  void move_on(const std::vector<Move>& moves);
  void try_move(const Move& move, std::vector<std::uint32_t>& steps);
  [[nodiscard]] bool have_group_in_common(std::size_t a, std::size_t b) const;

  // Down one by one.
  [[nodiscard]] SearchEnd refine();
  [[nodiscard]] Cells take_where_possible(Cells open);
  [[nodiscard]] Cells apart_from_each_other(const Cells& open) const;
  [[nodiscard]] Cells cells_near_raised();
  [[nodiscard]] bool is_kept(const Cell& cell) const;
  std::optional<Cell> give_back_nearest(std::size_t interval, Cells& taken, std::size_t reach);
  bool give_back_for_good(std::size_t interval, Cells& taken);
  [[nodiscard]] bool settle(Cells& taken);

  void check(Result& result);

  const LoadedScenario& loaded_;
  Staffing& staffing_;
  StaffingTrial& trial_;
  std::uint64_t seed_;
  SearchEffort effort_;
  Cells kept_{};                       ///< not tried again in this pass ...
  Cells kept_always_{};                ///< ... nor in any other
  Cells given_back_{};                 ///< after they had been taken for good
  std::vector<std::size_t> raised_{};  ///< intervals to which agents were added
};

}  // namespace acdsim
