// Bindings of a host's own criteria to their names.
#include "acd/config/registry.hpp"

#include <algorithm>
#include <utility>

namespace acd {
inline namespace v1 {

void Registry::bind_agent_rank(std::string name, std::uint32_t version, std::uint8_t bits,
                               AgentRank rank) {
  bind({.name = std::move(name), .version = version, .bits = bits, .agent_rank = std::move(rank)});
}

void Registry::bind_session_rank(std::string name, std::uint32_t version, std::uint8_t bits,
                                 SessionRank rank) {
  bind(
      {.name = std::move(name), .version = version, .bits = bits, .session_rank = std::move(rank)});
}

void Registry::bind_agent_choice(std::string name, std::uint32_t version, AgentChoice choice) {
  bind({.name = std::move(name), .version = version, .agent_choice = std::move(choice)});
}

const Registry::Binding* Registry::find(std::string_view name) const {
  const auto found = std::ranges::find(bindings_, name, &Binding::name);
  return found == bindings_.end() ? nullptr : &*found;
}

void Registry::bind(Binding binding) {
  const auto found = std::ranges::find(bindings_, binding.name, &Binding::name);
  if (found == bindings_.end()) {
    bindings_.push_back(std::move(binding));
  } else {
    *found = std::move(binding);
  }
}

}  // namespace v1
}  // namespace acd
