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

/// The names of lines in their order.
class LineNames {
 public:
  LineNames() = default;
  /// The names must stay where they are for as long as these are used.
  template <class Line>
  explicit LineNames(const std::vector<Line>& lines) {
    learn(lines);
  }
  template <class Line>
  void learn(const std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      all_.push_back(lines[i].name);
      first_.emplace(lines[i].name, i);
    }
  }
  [[nodiscard]] const std::vector<std::string_view>& all() const { return all_; }

  /// The first line of this name; nothing if there is none.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const {
    const auto found = first_.find(name);
    return found == first_.end() ? std::nullopt : std::optional{found->second};
  }

  /// "groups.sales", of the lines that `family` names.
  [[nodiscard]] std::string path(std::string_view family, std::size_t index) const {
    const std::string_view name = index < all_.size() ? all_[index] : std::string_view{};
    std::string path{family};
    if (name.empty() || find(name) != index) return path + '[' + std::to_string(index) + ']';
    return path + '.' + word_or_quoted(name);
  }

 private:
  std::vector<std::string_view> all_{};
  std::map<std::string_view, std::size_t> first_{};
};

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
    names_[static_cast<std::size_t>(family)].learn(lines);
  }

  [[nodiscard]] static constexpr std::string_view name_of(Family family) {
    return family_names[static_cast<std::size_t>(family)];
  }

  /// The names of a family's lines, in their order.
  [[nodiscard]] const std::vector<std::string_view>& names(Family family) const {
    return names_[static_cast<std::size_t>(family)].all();
  }

  /// The first line of this name; nothing if there is none.
  [[nodiscard]] std::optional<std::size_t> find(Family family, std::string_view name) const {
    return names_[static_cast<std::size_t>(family)].find(name);
  }

  [[nodiscard]] std::string of(Family family, std::size_t index) const {
    return names_[static_cast<std::size_t>(family)].path(name_of(family), index);
  }

 private:
  static constexpr std::array<std::string_view, 19> family_names{
      "channels",     "skills",     "attributes",  "reasons",    "host_ranks",
      "host_choices", "teams",      "offer_rules", "capacities", "requirements",
      "zones",        "time_plans", "groups",      "agents",     "bots",
      "menu_nodes",   "entries",    "break_rules", "surges"};

  std::array<LineNames, family_names.size()> names_{};
};

}  // namespace v1
}  // namespace acd
