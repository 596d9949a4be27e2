// Names lead from the lines of one blueprint to those of the other.
#include "acd/companion/memory_copy.hpp"

#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace acd {
inline namespace v1 {
namespace {

constexpr std::uint32_t nowhere = 0xffffffff;

/// By index of `from`: the index of the line of the same name in `to`, or nowhere.
template <class Line>
std::vector<std::uint32_t> lines_by_name(const std::vector<Line>& from,
                                         const std::vector<Line>& to) {
  absl::flat_hash_map<std::string_view, std::uint32_t> places;
  for (std::uint32_t i = 0; i < to.size(); ++i) places.emplace(to[i].name, i);
  std::vector<std::uint32_t> lines;
  for (const Line& line : from) {
    const auto found = places.find(line.name);
    lines.push_back(found == places.end() ? nowhere : found->second);
  }
  return lines;
}

bool keeps_owners(const SkillGroup& group) {
  return std::ranges::any_of(group.affinity.criteria(),
                             [](const AffinityStrategy& one) { return asks_owner(one.kind); });
}

class MemoryCopy {
 public:
  MemoryCopy(const Router& from, const Blueprint& to,
             const std::function<void(const Command&)>& give)
      : from_{from},
        to_{to},
        give_{give},
        agents_{lines_by_name(from.blueprint().agents, to.agents)},
        groups_{lines_by_name(from.blueprint().groups, to.groups)} {}

  void give_all() {
    std::size_t left = 0;
    for (std::size_t place = 0; place < from_.contacts(); ++place) left += is_copied(place);
    for (std::size_t place = 0; place < from_.contacts(); ++place) {
      if (!is_copied(place)) continue;
      if (left-- <= to_.memory.contacts) give_contact(*from_.contact(place));
    }
    for (const auto& [pair, owners] : owners_) {
      if (owners.copied != owners.wanted) changed_.push_back(pair);
    }
    std::sort(changed_.begin(), changed_.end());
    for (const Pair& pair : changed_) give_owner(pair);
  }

 private:
  using Pair = std::pair<std::uint64_t, std::uint16_t>;  ///< customer, group of `to`
  struct Owners {
    AgentHandle copied{};  ///< as `remember` alone makes it
    AgentHandle wanted{};
  };

  [[nodiscard]] AgentHandle agent_of(AgentHandle agent) const {
    if (agent.is_none() || agents_[agent.slot] == nowhere) return {};
    return {.slot = agents_[agent.slot], .generation = 1};
  }

  [[nodiscard]] bool is_copied(std::size_t place) const {
    const std::optional<Contact> contact = from_.contact(place);
    if (!contact || groups_[contact->group.index()] == nowhere) return false;
    const Duration keep = to_.memory.keep;
    if (keep > Duration{0} && from_.now() - contact->at > keep) return false;
    if (is_told(*contact)) return true;
    const bool is_orphaned = !contact->is_familiar && agent_of(contact->owner).is_none();
    return !agent_of(contact->agent).is_none() && !is_orphaned;
  }
  /// Only the owner was told.
  [[nodiscard]] static bool is_told(const Contact& contact) { return contact.agent.is_none(); }

  void give_contact(const Contact& contact) {
    const std::uint32_t group = groups_[contact.group.index()];
    const AgentHandle agent = agent_of(contact.agent);
    Owners& owners = owners_[Pair{contact.customer, static_cast<std::uint16_t>(group)}];
    if (!is_told(contact) && owners.copied.is_none()) owners.copied = agent;
    const bool was_kept = keeps_owners(from_.blueprint().groups[contact.group.index()]);
    owners.wanted = was_kept ? agent_of(contact.owner) : owners.copied;
    if (is_told(contact)) return;
    give_({.kind = CommandKind::remember,
           .group = GroupId{group},
           .agent = agent,
           .customer = contact.customer,
           .start = contact.at});
  }

  void give_owner(const Pair& pair) {
    const GroupId group{pair.second};
    if (!keeps_owners(to_.groups[group.index()])) return;
    give_({.kind = CommandKind::set_owner,
           .group = group,
           .agent = owners_.at(pair).wanted,
           .customer = pair.first});
  }

  const Router& from_;
  const Blueprint& to_;
  const std::function<void(const Command&)>& give_;
  std::vector<std::uint32_t> agents_;
  std::vector<std::uint32_t> groups_;
  absl::flat_hash_map<Pair, Owners> owners_{};
  std::vector<Pair> changed_{};
};

}  // namespace

void for_each_memory_command(const Router& from, const Blueprint& to,
                             const std::function<void(const Command&)>& give) {
  if (to.memory.contacts > 0) MemoryCopy{from, to, give}.give_all();
}

}  // namespace v1
}  // namespace acd
