// Each member unless it is as by default; whom a strategy prefers always.
#include "toml/affinity_writer.hpp"

namespace acd {
inline namespace v1 {

TableWriter AffinityWriter::table_of(const AffinityStrategy& strategy) const {
  const AffinityStrategy by_default;
  TableWriter table;
  table.add("prefer", texts_.of(strategy.kind));
  texts_.add(table, "scope", strategy.scope, by_default.scope);
  texts_.add(table, "choice", strategy.host_choice, {});
  table.add_tables("agents", strategy.agents,
                   [this](const ScoredAgent& agent) { return table_of(agent); });
  texts_.add(table, "window", strategy.window, by_default.window);
  texts_.add(table, "hold", strategy.hold, by_default.hold);
  texts_.add(table, "hold_for", strategy.hold_for, by_default.hold_for);
  texts_.add(table, "hold_place", strategy.hold_place, by_default.hold_place);
  texts_.add(table, "ring", strategy.ring, by_default.ring);
  texts_.add(table, "when", strategy.when, {});
  texts_.add(table, "backup", strategy.backup, {});
  return table;
}

TableWriter AffinityWriter::table_of(const ScoredAgent& agent) const {
  TableWriter table;
  table.add("agent", texts_.of(agent.agent));
  texts_.add(table, "score", agent.score, ScoredAgent{}.score);
  return table;
}

TableWriter AffinityWriter::table_of(const HostChoice& choice) const {
  TableWriter table;
  table.add("name", toml_string(choice.name));
  table.add("version", texts_.of(choice.version));
  return table;
}

TableWriter AffinityWriter::table_of(const Team& team) const {
  TableWriter table;
  table.add("name", toml_string(team.name));
  return table;
}

TableWriter AffinityWriter::table_of(const MemoryRule& memory) const {
  const MemoryRule by_default;
  TableWriter table;
  texts_.add(table, "contacts", memory.contacts, by_default.contacts);
  texts_.add(table, "keep", memory.keep, by_default.keep);
  return table;
}

}  // namespace v1
}  // namespace acd
