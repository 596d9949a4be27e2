// Names of places in a blueprint: "groups.sales", "agents[3]".
//
// A line is called by its name if it is the first line of that name, else by its index,
// so that a path leads to exactly one place.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

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
  offer_rules,
  capacities,
  requirements,
  groups,
  agents,
};

class Paths {
 public:
  /// The blueprint must outlive the paths.
  explicit Paths(const Blueprint& blueprint) {
    learn(Family::channels, blueprint.channels);
    learn(Family::skills, blueprint.skills);
    learn(Family::attributes, blueprint.attributes);
    learn(Family::reasons, blueprint.reasons);
    learn(Family::host_ranks, blueprint.host_ranks);
    learn(Family::offer_rules, blueprint.offer_rules);
    learn(Family::capacities, blueprint.capacities);
    learn(Family::requirements, blueprint.requirements);
    learn(Family::groups, blueprint.groups);
    learn(Family::agents, blueprint.agents);
  }

  [[nodiscard]] static constexpr std::string_view name_of(Family family) {
    constexpr std::array<std::string_view, 10> names{
        "channels",    "skills",     "attributes",   "reasons", "host_ranks",
        "offer_rules", "capacities", "requirements", "groups",  "agents"};
    return names[static_cast<std::size_t>(family)];
  }

  /// The first line of this name; nothing if there is none.
  [[nodiscard]] const std::size_t* find(Family family, std::string_view name) const {
    const auto& lines = first_[static_cast<std::size_t>(family)];
    const auto found = lines.find(name);
    return found == lines.end() ? nullptr : &found->second;
  }

  [[nodiscard]] std::string of(Family family, std::size_t index, std::string_view name) const {
    const std::size_t* first = find(family, name);
    std::string path{name_of(family)};
    if (name.empty() || first == nullptr || *first != index) {
      return path + '[' + std::to_string(index) + ']';
    }
    return path + '.' + word_or_quoted(name);
  }

 private:
  template <class Lines>
  void learn(Family family, const Lines& lines) {
    auto& first = first_[static_cast<std::size_t>(family)];
    for (std::size_t i = 0; i < lines.size(); ++i) first.emplace(lines[i].name, i);
  }

  std::array<std::map<std::string_view, std::size_t>, 10> first_{};
};

}  // namespace v1
}  // namespace acd
