// Names of places in a blueprint: "groups.sales", "agents[3]".
//
// A line is called by its name if it is the first line of that name, else by its index,
// so that a path leads to exactly one place.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "util/word.hpp"

namespace acd {
inline namespace v1 {

/// The named lines of a blueprint, in the order of its members.
enum class Family : std::uint8_t {
  channels,
  skills,
  attributes,
  reasons,
  host_ranks,
  host_choices,
  teams,
  offer_rules,
  capacities,
  requirements,
  zones,
  time_plans,
  groups,
  agents,
  bots,
  menu_nodes,
  entries,
  break_rules,
  surges,
};
inline constexpr Family last_family = Family::surges;

class Paths {
 public:
  Paths() = default;
  /// The names must stay where they are for as long as the paths are used.
  explicit Paths(const Blueprint& blueprint) {
    learn(Family::channels, blueprint.channels);
    learn(Family::skills, blueprint.skills);
    learn(Family::attributes, blueprint.attributes);
    learn(Family::reasons, blueprint.reasons);
    learn(Family::host_ranks, blueprint.host_ranks);
    learn(Family::host_choices, blueprint.host_choices);
    learn(Family::teams, blueprint.teams);
    learn(Family::offer_rules, blueprint.offer_rules);
    learn(Family::capacities, blueprint.capacities);
    learn(Family::requirements, blueprint.requirements);
    learn(Family::zones, blueprint.zones);
    learn(Family::time_plans, blueprint.time_plans);
    learn(Family::groups, blueprint.groups);
    learn(Family::agents, blueprint.agents);
    learn(Family::bots, blueprint.bots);
    learn(Family::menu_nodes, blueprint.menu_nodes);
    learn(Family::entries, blueprint.entries);
    learn(Family::break_rules, blueprint.break_rules);
    learn(Family::surges, blueprint.surges);
  }

  template <class Line>
  void learn(Family family, const std::vector<Line>& lines) {
    Names& names = names_[static_cast<std::size_t>(family)];
    for (std::size_t i = 0; i < lines.size(); ++i) {
      names.of.push_back(lines[i].name);
      names.first.emplace(lines[i].name, i);
    }
  }

  [[nodiscard]] static constexpr std::string_view name_of(Family family) {
    return family_names[static_cast<std::size_t>(family)];
  }

  /// The names of a family's lines, in their order.
  [[nodiscard]] const std::vector<std::string_view>& names(Family family) const {
    return names_[static_cast<std::size_t>(family)].of;
  }

  /// The first line of this name; nothing if there is none.
  [[nodiscard]] std::optional<std::size_t> find(Family family, std::string_view name) const {
    const auto& first = names_[static_cast<std::size_t>(family)].first;
    const auto found = first.find(name);
    return found == first.end() ? std::nullopt : std::optional{found->second};
  }

  [[nodiscard]] std::string of(Family family, std::size_t index) const {
    const std::vector<std::string_view>& all = names(family);
    const std::string_view name = index < all.size() ? all[index] : std::string_view{};
    std::string path{name_of(family)};
    if (name.empty() || find(family, name) != index) {
      return path + '[' + std::to_string(index) + ']';
    }
    return path + '.' + word_or_quoted(name);
  }

 private:
  static constexpr std::array<std::string_view, 19> family_names{
      "channels",     "skills",     "attributes",  "reasons",    "host_ranks",
      "host_choices", "teams",      "offer_rules", "capacities", "requirements",
      "zones",        "time_plans", "groups",      "agents",     "bots",
      "menu_nodes",   "entries",    "break_rules", "surges"};

  struct Names {
    std::vector<std::string_view> of{};
    std::map<std::string_view, std::size_t> first{};
  };
  std::array<Names, family_names.size()> names_{};
};

}  // namespace v1
}  // namespace acd
