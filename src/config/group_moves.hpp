// Which groups overflow rules lead to: a graph of groups.
#pragma once

#include <cstddef>
#include <vector>

#include "acd/config/blueprint.hpp"

namespace acd {
inline namespace v1 {

class GroupMoves {
 public:
  struct Move {
    std::size_t to;    ///< a group
    std::size_t rule;  ///< of the group that it leads away from
  };

  /// Rules that can never act lead nowhere. The blueprint is without an error.
  explicit GroupMoves(const Blueprint& blueprint);

  [[nodiscard]] std::size_t groups() const { return moves_.size(); }
  /// Each other group once, by the first rule that leads there.
  [[nodiscard]] const std::vector<Move>& from(std::size_t group) const { return moves_[group]; }
  [[nodiscard]] std::vector<std::size_t> groups_from(std::size_t group) const;

  /// Groups one after the other, none twice, by so many moves; empty if there is no such chain,
  /// or none is found within some ten thousand steps.
  [[nodiscard]] std::vector<std::size_t> chain_of(std::size_t moves) const;

 private:
  std::vector<std::vector<Move>> moves_{};
};

}  // namespace v1
}  // namespace acd
