// Sound by construction: what a kind does not read is left out, and memory is there to be read.
#include "law/random_affinity.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "law/random_condition.hpp"
#include "law/random_policy.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool coin() { return *rc::gen::arbitrary<bool>(); }
std::size_t below(std::size_t end) { return *rc::gen::inRange<std::size_t>(0, end); }
Duration duration() { return random_duration(Duration{0}, longest); }

class RandomAffinity {
 public:
  RandomAffinity(Blueprint& blueprint, Registry& registry) : b_{blueprint}, registry_{registry} {}

  void add() {
    for (std::size_t i = below(3); i > 0; --i) add_choice("choice " + std::to_string(i));
    for (std::size_t i = below(3); i > 0; --i) b_.add(Team{"team " + std::to_string(i)});
    if (coin()) b_.memory.contacts = static_cast<std::uint32_t>(1 + below(contacts_limit_max));
    if (coin()) b_.memory.keep = duration();
    for (Agent& agent : b_.agents) {
      if (coin() && !b_.teams.empty()) agent.team = TeamId{below(b_.teams.size())};
    }
    for (std::size_t i = 0; i < b_.groups.size(); ++i) {
      if (coin()) b_.groups[i].substitutes = Substitutes::become_familiar;
      for (std::size_t left = below(4); left > 0; --left) {
        b_.groups[i].affinity = b_.groups[i].affinity.then(strategy(GroupId{i}));
      }
    }
  }

 private:
  void add_choice(const std::string& name) {
    const auto version = static_cast<std::uint32_t>(below(9));
    b_.add(HostChoice{name, version});
    registry_.bind_agent_choice(name, version, [](const SessionFacts&) { return AgentHandle{}; });
  }

  AffinityStrategy strategy(GroupId group) {
    AffinityStrategy strategy = named();
    if (coin()) strategy.scope = AffinityScope::own_group;
    if (coin()) strategy.hold_for = HoldFor::signed_in;
    if (coin()) strategy.hold_place = HoldPlace::at_head;
    if (coin()) strategy.window = duration();
    if (coin()) strategy.hold = duration();
    if (coin()) strategy.ring = duration();
    if (coin()) strategy.when = condition(strategy.kind);
    const GroupId other{below(b_.groups.size())};
    if (coin() && other != group) strategy.backup = other;
    return strategy;
  }

  AffinityStrategy named() {
    const auto kind =
        static_cast<AffinityKind>(below(static_cast<std::size_t>(last_affinity_kind) + 1));
    if (asks_memory(kind) && b_.memory.contacts == 0) return given();
    if (kind == AffinityKind::host_choice) {
      if (b_.host_choices.empty()) return given();
      return chosen_by_host(HostChoiceId{below(b_.host_choices.size())});
    }
    if (kind == AffinityKind::listed) return b_.agents.empty() ? given() : listed(some_agents());
    return {.kind = kind};
  }

  [[nodiscard]] std::vector<ScoredAgent> some_agents() const {
    std::vector<ScoredAgent> agents;
    for (std::uint32_t slot = 0; slot < b_.agents.size(); ++slot) {
      if (!agents.empty() && coin()) continue;
      agents.push_back({{slot, 1}, static_cast<std::uint8_t>(below(256))});
    }
    agents.resize(std::min(agents.size(), scored_agents_max));
    return agents;
  }

  Condition condition(AffinityKind kind) {
    ConditionBounds bounds = bounds_of(b_);
    bounds.asks_session = bounds.has_own_group = true;
    bounds.asks_agent = kind != AffinityKind::owner_team;
    Condition when = random_condition(bounds);
    return when.is_too_long() ? Condition::anything() : when;
  }

  Blueprint& b_;
  Registry& registry_;
};

}  // namespace

void add_random_affinity(Blueprint& blueprint, Registry& registry) {
  RandomAffinity{blueprint, registry}.add();
}

}  // namespace v1
}  // namespace acd
