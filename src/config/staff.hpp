// Who is a member of what, and who meets what, by the blueprint's levels.
#pragma once

#include <cstddef>
#include <vector>

#include "acd/config/blueprint.hpp"

namespace acd {
inline namespace v1 {

class Staff {
 public:
  /// The blueprint is without an error.
  explicit Staff(const Blueprint& blueprint);

  /// Agents, in order; whatever the surge of their membership.
  [[nodiscard]] const std::vector<std::size_t>& members(GroupId group) const {
    return members_[group.index()];
  }
  /// True if a member's capacity rule lists the channel, in a surge or out of it.
  [[nodiscard]] bool any_member_serves(GroupId group, ChannelId channel) const;
  [[nodiscard]] bool meets(std::size_t agent, const Requirement& requirement) const;
  [[nodiscard]] bool any_meets(const Requirement& requirement) const;
  /// Members of the group who meet its requirement and this one.
  [[nodiscard]] std::vector<std::size_t> who_meets(GroupId group,
                                                   const Requirement& requirement) const;

 private:
  const Blueprint& blueprint_;
  std::vector<std::vector<std::size_t>> members_;
};

}  // namespace v1
}  // namespace acd
