// A strategy stands as a table whose `prefer` says whom it names.
//
//   prefer = "listed"     agents = [{agent = "ann", score = 100}, {agent = "bob", score = 60}]
#include "toml/affinity_members.hpp"

#include <utility>

#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {

/// The agent who is called so, in the generation in which a blueprint's agents are.
static void read_value(const Source& source, AgentHandle& agent) {
  const auto* name = source.node.as_string();
  if (name == nullptr) return source.expected("the name of an agent", {"string"});
  const auto index = find_named(source.reading, source.path, position_of(source.node.source()),
                                name->get(), {Family::agents, "agent"});
  if (index) agent = {.slot = static_cast<std::uint32_t>(*index), .generation = 1};
}

static void read_value(const Source& source, ScoredAgent& agent) {
  TableReader table{source};
  table.read("agent", agent.agent);
  table.read("score", agent.score);
  table.finish();
}

static void read_value(const Source& source, AffinityStrategy& strategy) {
  TableReader table{source};
  table.read("prefer", "kind", strategy.kind);
  table.read("scope", strategy.scope);
  table.read("choice", "host_choice", strategy.host_choice);
  table.read("agents", strategy.agents);
  table.read("window", strategy.window);
  table.read("hold", strategy.hold);
  table.read("hold_for", strategy.hold_for);
  table.read("hold_place", strategy.hold_place);
  table.read("ring", strategy.ring);
  table.read("when", strategy.when);
  table.read("backup", strategy.backup);
  table.finish();
  const toml::table* lines = source.node.as_table();
  if (lines != nullptr && lines->get("prefer") == nullptr) {
    source.report("it does not say whom it would `prefer`");
  }
}

void read_value(const Source& source, HostChoice& choice) {
  TableReader table{source};
  table.read("name", choice.name);
  table.read("version", choice.version);
  table.finish();
}

void read_value(const Source& source, Team& team) {
  TableReader table{source};
  table.read("name", team.name);
  table.finish();
}

void read_value(const Source& source, MemoryRule& memory) {
  TableReader table{source};
  table.read("contacts", memory.contacts);
  table.read("keep", memory.keep);
  table.finish();
}

void read_value(const Source& source, Affinity& affinity) {
  std::vector<AffinityStrategy> strategies;
  read_value(source, strategies);
  affinity = Affinity::from_criteria(std::move(strategies));
}

}  // namespace v1
}  // namespace acd
