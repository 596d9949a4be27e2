// Figures by the names under which they are published.
//
//   P_wait, E_wait ...                      of all; with _1, _a: of the demand of that name
//   occupancy_pool1, occupancy_agent1       of a pool
//   frac_class1_served_by_pool2             of the demand's offered ones
#include <algorithm>
#include <optional>

#include "simulation/theory.hpp"

namespace acd::test {
namespace {

double of(std::uint64_t count) { return static_cast<double>(count); }
double admitted(const ServiceCounts& counts) { return of(counts.offered - counts.blocked); }

double wait_sum(const ServiceCounts& counts) {
  return in_units(static_cast<double>(counts.wait_served.sum_us + counts.wait_abandoned.sum_us));
}
double mean_wait(const ServiceCounts& counts) { return wait_sum(counts) / admitted(counts); }
double wait_share(const ServiceCounts& counts) {
  return 1 - of(counts.served_at_once) / admitted(counts);
}
double mean_of(const WaitSums& waits) {
  return in_units(static_cast<double>(waits.sum_us)) / of(waits.count);
}

double wait_variance(const ServiceCounts& counts) {
  const double unit_s = static_cast<double>(unit.count()) / 1e6;
  const double squares =
      counts.wait_served.sum_of_squares_s2 + counts.wait_abandoned.sum_of_squares_s2;
  const double mean = mean_wait(counts);
  return squares / (unit_s * unit_s) / admitted(counts) - mean * mean;
}

using CountFigure = double (*)(const ServiceCounts&);

struct NamedFigure {
  std::string_view name;
  CountFigure figure;
};

constexpr auto count_figures = std::to_array<NamedFigure>({
    {"P_wait", wait_share},
    {"P_wait_admitted", wait_share},
    {"P_block",
     [](const ServiceCounts& counts) { return of(counts.blocked) / of(counts.offered); }},
    {"P_abandon",
     [](const ServiceCounts& counts) { return of(counts.abandoned) / of(counts.offered); }},
    {"E_wait", mean_wait},
    {"E_wait_admitted", mean_wait},
    {"E_wait_given_wait",
     [](const ServiceCounts& counts) { return mean_wait(counts) / wait_share(counts); }},
    {"E_wait_served", [](const ServiceCounts& counts) { return mean_of(counts.wait_served); }},
    {"E_wait_answered", [](const ServiceCounts& counts) { return mean_of(counts.wait_served); }},
    {"E_wait_abandoned",
     [](const ServiceCounts& counts) { return mean_of(counts.wait_abandoned); }},
    {"Var_wait", wait_variance},
    {"P_wait_gt_t",
     [](const ServiceCounts& counts) {
       return 1 - of(counts.served_in_target + counts.abandoned_in_target) / of(counts.offered);
     }},
    {"P_abandon_before_t",
     [](const ServiceCounts& counts) {
       return of(counts.abandoned_in_target) / of(counts.offered);
     }},
    {"SL",
     [](const ServiceCounts& counts) { return service_level(counts, ServiceLevel::of_offered); }},
    {"SL_offered",
     [](const ServiceCounts& counts) { return service_level(counts, ServiceLevel::of_offered); }},
    {"SL_answered",
     [](const ServiceCounts& counts) { return service_level(counts, ServiceLevel::of_answered); }},
    {"SL_excl_short_abandon",
     [](const ServiceCounts& counts) {
       return service_level(counts, ServiceLevel::without_short);
     }},
});

CountFigure count_figure(std::string_view name) {
  const auto* found = std::ranges::find(count_figures, name, &NamedFigure::name);
  return found == count_figures.end() ? nullptr : found->figure;
}

/// First agent, and the one after the last.
struct AgentRange {
  std::size_t first = 0;
  std::size_t end = 0;
};

AgentRange pool_of(const TheoryCase& one, std::size_t pool) {
  AgentRange range;
  for (std::size_t i = 0; i < pool; ++i) range.first += one.pools[i];
  range.end = range.first + one.pools[pool];
  return range;
}

double occupancy(const Statistics& statistics, const AgentRange& range) {
  std::int64_t busy_us = 0;
  std::int64_t signed_in_us = 0;
  for (std::size_t i = range.first; i < range.end; ++i) {
    busy_us += statistics.agents[i].serving_us + statistics.agents[i].wrapping_up_us;
    signed_in_us += statistics.agents[i].signed_in_us;
  }
  return static_cast<double>(busy_us) / static_cast<double>(signed_in_us);
}

double queue_length(const Statistics& statistics, std::optional<std::size_t> group) {
  std::int64_t time_us = 0;
  for (std::size_t i = 0; i < statistics.queue_us.size(); ++i) {
    if (!group || *group == i) time_us += statistics.queue_us[i];
  }
  return static_cast<double>(time_us) / static_cast<double>(statistics.counted_us);
}

/// The pool's number at the end of a name, from 0.
std::optional<std::size_t> number_after(std::string_view name, std::string_view word) {
  const std::size_t at = name.rfind(word);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view digits = name.substr(at + word.size());
  if (digits.size() != 1 || digits[0] < '1' || digits[0] > '9') return std::nullopt;
  return static_cast<std::size_t>(digits[0] - '1');
}

std::optional<std::size_t> demand_named(const TheoryCase& one, std::string_view name) {
  const auto found = std::ranges::find(one.scenario.demands, name, &Demand::name);
  if (found == one.scenario.demands.end()) return std::nullopt;
  return static_cast<std::size_t>(found - one.scenario.demands.begin());
}

Metric pool_figure(const TheoryCase& one, std::string_view name) {
  const std::optional<std::size_t> pool = name.find("pool") != std::string_view::npos
                                              ? number_after(name, "pool")
                                              : number_after(name, "agent");
  if (!pool || *pool >= one.pools.size()) return {};
  const AgentRange range = pool_of(one, *pool);
  if (name.starts_with("occupancy")) {
    return [range](const Outcome& all) { return occupancy(all.statistics, range); };
  }
  constexpr std::string_view start = "frac_class";
  if (!name.starts_with(start)) return {};
  const std::size_t at = start.size() + (name[start.size()] == '_' ? 1 : 0);
  const std::optional<std::size_t> demand = demand_named(one, name.substr(at, 1));
  if (!demand) return {};
  return [range, demand](const Outcome& all) {
    std::uint64_t served = 0;
    for (std::size_t i = range.first; i < range.end; ++i) {
      served += all.statistics.served_by[*demand][i];
    }
    return of(served) / of(all.statistics.by_demand[*demand].offered);
  };
}

Metric demand_figure(const TheoryCase& one, std::string_view name) {
  const std::size_t bar = name.rfind('_');
  if (bar == std::string_view::npos) return {};
  const std::optional<std::size_t> demand = demand_named(one, name.substr(bar + 1));
  if (!demand) return {};
  const std::string_view base = name.substr(0, bar);
  if (base == "E_queue") {
    return [demand](const Outcome& all) { return queue_length(all.statistics, demand); };
  }
  const CountFigure counts = count_figure(base);
  if (counts == nullptr) return {};
  return [counts, demand](const Outcome& all) { return counts(all.statistics.by_demand[*demand]); };
}

}  // namespace

Metric figure(const TheoryCase& one, const std::string& name) {
  if (const auto own = one.figures.find(name); own != one.figures.end()) return own->second;
  if (const CountFigure counts = count_figure(name); counts != nullptr) {
    return [counts](const Outcome& all) { return counts(all.statistics.total); };
  }
  if (name == "E_queue") {
    return [](const Outcome& all) { return queue_length(all.statistics, std::nullopt); };
  }
  if (name == "occupancy" || name == "occ_all") {
    return [](const Outcome& all) {
      return occupancy(all.statistics, {0, all.statistics.agents.size()});
    };
  }
  if (Metric of_pool = pool_figure(one, name)) return of_pool;
  return demand_figure(one, name);
}

}  // namespace acd::test
