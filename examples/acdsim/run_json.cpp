// The members stay as they are for as long as the format's number does.
#include <fmt/format.h>

#include "json_values.hpp"
#include "run_names.hpp"
#include "run_report.hpp"

namespace acdsim {
namespace {

double seconds(acd::Duration duration) { return seconds_of(duration.count()); }

Json measures_json(const MeasureRow& row) {
  Json json = Json::object();
  for (const MeasureKind& kind : measure_kinds) {
    json[std::string{kind.key}] = estimate_json(row[kind.measure]);
  }
  return json;
}

/// Without intervals.
Json means_json(const MeasureRow& row) {
  Json json = Json::object();
  for (const MeasureKind& kind : measure_kinds) {
    json[std::string{kind.key}] = number(row[kind.measure].value);
  }
  return json;
}

Json waits_json(const WaitFigures& waits, const std::vector<acd::Duration>& thresholds) {
  Json json = Json::object();
  for (std::size_t i = 0; i < wait_percentiles.size(); ++i) {
    json[fmt::format("p{}", wait_percentiles[i])] = number(waits.percentiles_s[i]);
  }
  json["longest"] = rounded(waits.longest_s);
  json["within"] = Json::array();
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    json["within"].push_back(
        {{"threshold", seconds(thresholds[i])}, {"service_level", number(waits.levels[i])}});
  }
  return json;
}

Json head_json(const RunFigures& f) {
  return {{"name", f.name},
          {"file", f.file},
          {"fingerprint", fmt::format("{:016x}", f.fingerprint)},
          {"begin", instant_name(f.begin, f.utc_offset)},
          {"count_from", instant_name(f.count_from, f.utc_offset)},
          {"end", instant_name(f.end, f.utc_offset)},
          {"interval", seconds(f.interval)}};
}

Json experiment_json(const RunFigures& f) {
  return {{"seed", f.seed},
          {"replications", f.replications},
          {"confidence", rounded(f.confidence / 100)},
          {"service_level", formula_name(f.formula)},
          {"attribution", attribution_name(f.attribution)},
          {"set", f.sets},
          {"acdsim", ACDSIM_VERSION}};
}

Json target_json(const TargetResult& target) {
  Json json{{"group", target.group.empty() ? Json(nullptr) : Json(target.group)},
            {"figure", target_name(target.figure)},
            {"bound", rounded(target.bound)},
            {"value", rounded(target.value)},
            {"half_width", number(target.half_width)},
            {"met", target.is_met}};
  if (!target.group.empty()) json["target_wait"] = seconds(target.target_wait);
  return json;
}

Json total_json(const RunFigures& f) {
  Json json = measures_json(f.total);
  json["handle_time"] = estimate_json(f.handle_time);
  json["occupancy"] = estimate_json(f.occupancy);
  json["waits"] = waits_json(f.waits, f.thresholds);
  return json;
}

Json group_json(const GroupFigures& group, const std::vector<acd::Duration>& thresholds) {
  Json json{{"name", group.name}, {"target_wait", seconds(group.target_wait)}};
  json.update(measures_json(group.measures));
  json["occupancy"] = number(group.occupancy);
  json["waits"] = waits_json(group.waits, thresholds);
  json["queue"] = {{"mean", rounded(group.mean_queue)}, {"longest", group.longest_queue}};
  return json;
}

Json interval_json(const IntervalFigures& interval, const RunFigures& f) {
  Json json{{"begin", instant_name(interval.begin, f.utc_offset)}};
  json.update(means_json(interval.all));
  json["longest_wait"] = rounded(interval.longest_wait_s);
  json["signed_in"] = number(interval.signed_in);
  json["occupancy"] = number(interval.occupancy);
  json["groups"] = Json::array();
  for (std::size_t i = 0; i < interval.groups.size(); ++i) {
    Json own{{"name", f.groups[i].name}};
    own.update(means_json(interval.groups[i]));
    json["groups"].push_back(std::move(own));
  }
  return json;
}

Json agent_json(const AgentFigures& agent) {
  return {{"name", agent.name},
          {"groups", agent.groups},
          {"served", rounded(agent.served)},
          {"signed_in", rounded(agent.signed_in_h * 3600)},
          {"ready", rounded(agent.ready_h * 3600)},
          {"busy", rounded(agent.busy_h * 3600)},
          {"serving", rounded(agent.serving_h * 3600)},
          {"wrapping_up", rounded(agent.wrapping_up_h * 3600)}};
}

Json flow_json(const FlowFigures& flow) {
  return {{"from", flow.from},
          {"to", flow.to},
          {"cause", flow_cause_name(flow.cause)},
          {"sessions", rounded(flow.sessions)}};
}

}  // namespace

std::string run_json(const RunFigures& figures) {
  Json json{{"format", "acdsim-run-1"},
            {"scenario", head_json(figures)},
            {"experiment", experiment_json(figures)},
            {"targets", Json::array()},
            {"total", total_json(figures)},
            {"groups", Json::array()},
            {"demands", Json::array()},
            {"intervals", Json::array()},
            {"agents", Json::array()},
            {"flows", Json::array()}};
  for (const TargetResult& each : figures.targets) json["targets"].push_back(target_json(each));
  for (const GroupFigures& each : figures.groups) {
    json["groups"].push_back(group_json(each, figures.thresholds));
  }
  for (const DemandFigures& each : figures.demands) {
    Json demand{{"name", each.name}};
    demand.update(means_json(each.measures));
    json["demands"].push_back(std::move(demand));
  }
  for (const IntervalFigures& each : figures.intervals) {
    json["intervals"].push_back(interval_json(each, figures));
  }
  for (const AgentFigures& each : figures.agents) json["agents"].push_back(agent_json(each));
  for (const FlowFigures& each : figures.flows) json["flows"].push_back(flow_json(each));
  return json_text(json);
}

}  // namespace acdsim
