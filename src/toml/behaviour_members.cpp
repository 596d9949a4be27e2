// Keys, bots, follow-ups, outages, faults.
#include "toml/behaviour_members.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

#include "toml/scenario_values.hpp"
#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {

/// Ends that a scenario's customers can have.
[[nodiscard]] static constexpr EnumNames<Cause, 13> names_of(Cause) {
  return {{{Cause::completed, "completed"},
           {Cause::abandoned, "abandoned"},
           {Cause::short_abandoned, "short_abandoned"},
           {Cause::timed_out, "timed_out"},
           {Cause::refused, "refused"},
           {Cause::closed, "closed"},
           {Cause::too_long, "too_long"},
           {Cause::message, "message"},
           {Cause::callback, "callback"},
           {Cause::unreached, "unreached"},
           {Cause::host, "host"},
           {Cause::rejected, "rejected"},
           {Cause::unrouted, "unrouted"}}};
}
[[nodiscard]] static constexpr EnumNames<LostCalls, 2> names_of(LostCalls) {
  return {{{LostCalls::requeued, "requeued"}, {LostCalls::cut, "cut"}}};
}

void read_value(const Source& source, KeyWeights& target) {
  if (source.form != nullptr) return source.note_each<Share>("object");
  const toml::table* table = source.node.as_table();
  if (table == nullptr)
    return source.expected("a table such as {\"1\" = \"60%\", \"2\" = \"40%\"}");
  for (const auto& [key, node] : in_file_order(*table)) {
    const std::string_view word = key->str();
    const std::string path = fmt::format("{}.{}", source.path, word_or_quoted(word));
    KeyWeight one;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), one.key);
    if (error != std::errc{} || end != word.data() + word.size()) {
      source.reading.report(
          path, fmt::format("expected a key of a menu such as \"1\", found {}", quoted(word)),
          position_of(key->source()));
      continue;
    }
    Share weight{1};
    source.reading.remember(path, position_of(node->source()));
    read_value(Source{source.reading, *node, path}, weight);
    one.weight = weight.value;
    target.weights.push_back(one);
  }
}

void read_value(const Source& source, BotHabit& target) {
  TableReader table{source};
  Share solved;
  table.read("bot", target.bot);
  table.read("stay", target.stay);
  table.read("solved", solved);
  table.finish();
  target.solved = solved.value;
}

namespace {

/// Index of a demand by its name.
struct DemandLine {
  std::uint32_t line = std::numeric_limits<std::uint32_t>::max();  ///< no demand
};

void read_value(const Source& source, DemandLine& target) {
  const auto* name = source.node.as_string();
  if (name == nullptr) return source.expected("the name of a demand", {"string"});
  const std::vector<std::string>& names = source.reading.demand_names();
  const auto found = std::ranges::find(names, name->get());
  if (found != names.end()) {
    target.line = static_cast<std::uint32_t>(found - names.begin());
    return;
  }
  const auto itself = [](std::string_view known) { return known; };
  source.report(fmt::format("unknown demand {}{}", quoted(name->get()),
                            did_you_mean(name->get(), names, itself)));
}

}  // namespace

void read_value(const Source& source, FollowUp& target) {
  TableReader table{source};
  DemandLine demand;
  Share probability{1};
  table.read("after_end", target.after_end);
  table.read("demand", demand);
  table.read("probability", probability);
  table.read("after", target.after);
  table.require({"after_end", "demand"});
  table.finish();
  target.demand = demand.line;
  target.probability = probability.value;
}

void read_value(const Source& source, Outage& target) {
  TableReader table{source};
  Moment begin;
  Moment end;
  table.read("team", target.team);
  table.read("begin", begin);
  table.read("end", end);
  table.read("calls", target.calls);
  table.require({"team", "begin", "end"});
  table.finish();
  target.begin = begin.at;
  target.end = end.at;
}

void read_value(const Source& source, HostFaults& target) {
  TableReader table{source};
  Share lost;
  Share repeated;
  table.read("lost", lost);
  table.read("repeated", repeated);
  table.read("reconcile_every", target.reconcile_every);
  table.finish();
  target.lost = lost.value;
  target.repeated = repeated.value;
}

}  // namespace v1
}  // namespace acd
