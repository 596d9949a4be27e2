// Checks affinity and the memory that it reads: whom each strategy names, how long it holds.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// One strategy of a group under test.
class StrategyCheck {
 public:
  StrategyCheck(Findings& findings, std::string path, GroupId group,
                const AffinityStrategy& strategy)
      : findings_{findings}, path_{std::move(path)}, group_{group}, strategy_{strategy} {}

  void run() {
    findings_.enumerator(path_ + ".kind", strategy_.kind, last_affinity_kind);
    check_memory();
    findings_.enumerator(path_ + ".scope", strategy_.scope, last_affinity_scope);
    findings_.enumerator(path_ + ".hold_for", strategy_.hold_for, last_hold_for);
    findings_.enumerator(path_ + ".hold_place", strategy_.hold_place, last_hold_place);
    check_choice();
    check_list();
    findings_.not_negative(path_ + ".window", strategy_.window);
    findings_.not_negative(path_ + ".hold", strategy_.hold);
    findings_.not_negative(path_ + ".ring", strategy_.ring);
    check_condition(findings_, path_ + ".when", strategy_.when, ConditionPlace::affinity);
    check_load();
    check_backup();
  }

 private:
  void check_memory() {
    if (!asks_memory(strategy_.kind) || blueprint().memory.contacts > 0) return;
    findings_.report(path_ + ".kind",
                     "it reads the memory of customers, and memory.contacts is 0: nobody is "
                     "remembered");
  }

  void check_choice() {
    const std::string path = path_ + ".host_choice";
    if (strategy_.kind == AffinityKind::host_choice) {
      findings_.names_line(path, strategy_.host_choice, blueprint().host_choices, "host choice");
    } else if (!strategy_.host_choice.is_none()) {
      findings_.report(path, "a host choice is given, and the strategy asks none");
    }
  }

  void check_list() {
    const std::string path = path_ + ".agents";
    const std::vector<ScoredAgent>& agents = strategy_.agents;
    const bool is_listed = strategy_.kind == AffinityKind::listed;
    if (!is_listed && !agents.empty()) {
      findings_.report(path, "agents are listed, and the strategy reads no list of its own");
    } else if (is_listed && agents.empty()) {
      findings_.report(path, "no agent is listed");
    } else if (agents.size() > scored_agents_max) {
      findings_.report(path,
                       fmt::format("{} agents, at most {}", agents.size(), scored_agents_max));
    }
    Listed<AgentHandle> listed;
    for (std::size_t i = 0; i < agents.size(); ++i) {
      const std::string line = fmt::format("{}[{}].agent", path, i);
      if (check_agent(line, agents[i].agent) && listed.again(agents[i].agent)) {
        findings_.report(
            line, quoted(blueprint().agents[agents[i].agent.slot].name) + " is listed twice");
      }
    }
  }

  /// False, and reported, unless it names a line: agents are never replaced, so of generation 1.
  bool check_agent(const std::string& path, AgentHandle agent) {
    if (agent.is_none()) {
      findings_.report(path, "no agent is given");
    } else if (agent.slot >= blueprint().agents.size()) {
      findings_.report(path, fmt::format("there is no agent #{}", agent.slot));
    } else if (agent.generation != 1) {
      findings_.report(path, fmt::format("there is no agent #{} of generation {}", agent.slot,
                                         agent.generation));
    } else {
      return true;
    }
    return false;
  }

  /// A team's members count together: its condition holds for all of them or for none.
  void check_load() {
    const auto asks_load = [](const Condition::Node& node) {
      return node.op == BooleanOp::leaf && node.leaf.kind == TestKind::load;
    };
    if (strategy_.kind != AffinityKind::owner_team) return;
    if (!std::ranges::any_of(strategy_.when.nodes(), asks_load)) return;
    findings_.report(path_ + ".when", "load is of one agent, and a team is several");
  }

  void check_backup() {
    const std::string path = path_ + ".backup";
    findings_.may_name_line(path, strategy_.backup, blueprint().groups, "group");
    if (strategy_.backup == group_) findings_.report(path, "it leads back to its own group");
  }

  [[nodiscard]] const Blueprint& blueprint() const { return findings_.blueprint(); }

  Findings& findings_;
  std::string path_;
  GroupId group_;
  const AffinityStrategy& strategy_;
};

}  // namespace

void check_affinity(Findings& findings, const std::string& path, GroupId group) {
  const auto strategies = findings.blueprint().groups[group.index()].affinity.criteria();
  if (strategies.size() > affinity_strategies_max) {
    findings.report(
        path, fmt::format("{} lines, at most {}", strategies.size(), affinity_strategies_max));
  }
  for (std::size_t i = 0; i < strategies.size(); ++i) {
    StrategyCheck{findings, fmt::format("{}[{}]", path, i), group, strategies[i]}.run();
  }
}

void check_memory(Findings& findings) {
  const MemoryRule& memory = findings.blueprint().memory;
  findings.in_range("memory.contacts", memory.contacts, 0, contacts_limit_max);
  findings.not_negative("memory.keep", memory.keep);
}

}  // namespace v1
}  // namespace acd
