// The staffing for other programs.
#include <fmt/format.h>

#include <algorithm>

#include "csv_line.hpp"
#include "experiment_files.hpp"
#include "run_measures.hpp"
#include "run_names.hpp"
#include "staff_report.hpp"

namespace acdsim {
namespace {

std::string begin_name(const StaffResult& result, std::size_t interval) {
  return instant_name(result.staffing.intervals[interval] + result.loaded.utc_offset,
                      result.loaded.utc_offset);
}

bool is_counted(const StaffResult& result, std::size_t interval) {
  return interval >= result.staffing.first_counted;
}

/// Of a mean replication; nothing where it is not counted.
std::optional<double> offered(const StaffResult& result, std::size_t interval) {
  if (!is_counted(result, interval)) return std::nullopt;
  return static_cast<double>(result.trial.counts(acd::GroupId{}, interval).offered) /
         static_cast<double>(result.trial.replications().each.size());
}

std::optional<double> level(const StaffResult& result, std::size_t interval) {
  return value_of(
      service_level_ratio(result.trial.counts(acd::GroupId{}, interval), result.loaded.formula));
}

std::string_view name_of(SearchEnd end) {
  switch (end) {
    case SearchEnd::not_found: return "not_found";
    case SearchEnd::met: return "met";
    case SearchEnd::local_least: return "local_least";
  }
  return "";
}

Json begins_of(const StaffResult& result, const std::vector<std::size_t>& intervals) {
  Json json = Json::array();
  for (const std::size_t i : intervals) json.push_back(begin_name(result, i));
  return json;
}

Json target_json(const StaffResult& result, const StaffTarget& target) {
  Json json = figure_json(target.figure);
  json.update(estimate_json(target.whole));
  json["met"] = target.missed.empty();
  json["missed_in"] = begins_of(result, target.missed);
  return json;
}

Json kind_json(const StaffKind& kind) {
  return {{"name", kind.name},
          {"erlang", kind.theory.empty() ? Json(nullptr) : Json(kind.theory)},
          {"agents", kind.needed}};
}

Json check_json(const StaffResult& result) {
  return {{"seed", result.search.check_seed},
          {"replications", result.trial.replications().each.size()},
          {"missed_in", begins_of(result, result.search.missed)},
          {"agent_hours_added", rounded(result.search.hours_added)}};
}

}  // namespace

std::string staff_csv(const StaffResult& result) {
  const Staffing& staffing = result.staffing;
  std::string text = csv_line({"interval", "kind", "erlang", "agents", "offered", "service_level"});
  for (std::size_t i = 0; i < staffing.interval_count(); ++i) {
    std::uint64_t all = 0;
    for (const StaffKind& kind : staffing.kinds) {
      all += kind.needed[i];
      text += csv_line({begin_name(result, i), kind.name,
                        kind.theory.empty() ? "" : std::to_string(kind.theory[i]),
                        std::to_string(kind.needed[i]), "", ""});
    }
    text += csv_line({begin_name(result, i), "", "", std::to_string(all),
                      csv_number(offered(result, i)), csv_number(level(result, i))});
  }
  return text;
}

std::string staff_json(const StaffResult& result) {
  const Staffing& staffing = result.staffing;
  Json json{{"format", "acdsim-staff-1"},
            {"scenario",
             {{"file", result.request.file.filename().string()},
              {"fingerprint", fmt::format("{:016x}", result.loaded.fingerprint)}}},
            {"experiment", experiment_json(result.request)},
            {"result", name_of(result.search.end)},
            {"check", check_json(result)},
            {"agent_hours", rounded(staffing.agent_hours(&StaffKind::needed))},
            {"agent_hours_by_erlang", rounded(staffing.agent_hours(&StaffKind::theory))},
            {"targets", Json::array()},
            {"kinds", Json::array()},
            {"intervals", Json::array()}};
  json["experiment"]["replications"] = result.effort.fine;
  for (const StaffTarget& each : result.targets) {
    json["targets"].push_back(target_json(result, each));
  }
  for (const StaffKind& each : staffing.kinds) json["kinds"].push_back(kind_json(each));
  for (std::size_t i = 0; i < staffing.interval_count(); ++i) {
    json["intervals"].push_back({{"begin", begin_name(result, i)},
                                 {"counted", is_counted(result, i)},
                                 {"offered", number(offered(result, i))},
                                 {"service_level", number(level(result, i))}});
  }
  return json_text(json);
}

std::string staff_junit(const StaffResult& result) {
  JunitSuite suite = junit_suite(result.request.file, result.request);
  for (const StaffTarget& target : result.targets) {
    const Wording say{Language::en};
    JunitCase each{
        .of = suite.name,
        .name = fmt::format("{}: {} {} in every interval", target.figure.subject(say),
                            target.figure.full_name(say), target.figure.bound_text(say))};
    for (const std::size_t i : target.missed) {
      each.failure += (each.failure.empty() ? "missed from " : ", ") + begin_name(result, i);
    }
    suite.cases.push_back(std::move(each));
  }
  return junit_text(suite);
}

}  // namespace acdsim
