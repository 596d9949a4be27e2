// From files to a day: names become lines of the blueprint, the rest of each call is drawn.
#include "replay_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "blueprint_file.hpp"
#include "call_log.hpp"
#include "exit_status.hpp"
#include "shift_list.hpp"
#include "skill_matrix.hpp"
#include "staff.hpp"
#include "surge_calls.hpp"

namespace acdsim {
namespace {

/// The files as they were read; agents are numbers in `agents`.
struct Files {
  Names agents{};
  CallLogFile calls{};
  SkillMatrix skills{};
  std::optional<SurgeMultipliers> surge{};
  ShiftList shifts{};
  acd::Blueprint blueprint{};
};

/// By number in `Files::agents`: the line in the blueprint, or -1.
using AgentLines = std::vector<std::int32_t>;

Files read_files(const ReplaySettings& settings, ProblemList& problems) {
  Files files;
  files.blueprint = read_blueprint(settings.blueprint, problems);
  if (!settings.skills.empty()) {
    files.skills = read_skill_matrix(CsvFile::open(settings.skills, problems), files.agents);
  }
  const std::size_t with_skills = files.agents.size();
  files.shifts = read_shift_list(CsvFile::open(settings.shifts, problems), files.agents);
  for (const Shift& shift : files.shifts.shifts) {
    const std::string& name = files.agents.name(shift.agent);
    const auto& agents = files.blueprint.agents;
    const bool in_blueprint = std::any_of(agents.begin(), agents.end(),
                                          [&](const acd::Agent& a) { return a.name == name; });
    if (shift.agent < with_skills || in_blueprint) continue;
    problems.add({files.shifts.file, shift.position,
                  fmt::format("agent_id: {} is neither in the skills nor in the blueprint", name)});
  }
  if (!settings.surge_file.empty()) {
    files.surge = read_surge_multipliers(settings.surge_file, settings.surge_day, problems);
  }
  files.calls = read_call_log(CsvFile::open(settings.calls, problems), files.agents);
  return files;
}

/// By queue of the log: its group. Reports queues without one.
std::vector<acd::GroupId> groups_of(const Files& files, ProblemList& problems) {
  std::vector<acd::GroupId> groups;
  const auto& lines = files.blueprint.groups;
  for (std::size_t queue = 0; queue < files.calls.log.queues.size(); ++queue) {
    const std::string& name = files.calls.log.queues[queue];
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const acd::SkillGroup& g) { return g.name == name; });
    if (found == lines.end() && !lines.empty()) {
      problems.add({files.calls.file, files.calls.queue_places[queue],
                    fmt::format("queue: {} is not a group of the blueprint", name)});
    }
    groups.emplace_back(found - lines.begin());
  }
  return groups;
}

AgentLines lines_of(const Names& agents, const acd::Blueprint& blueprint) {
  AgentLines lines(agents.size(), -1);
  for (std::size_t line = 0; line < blueprint.agents.size(); ++line) {
    const auto agent = agents.find(blueprint.agents[line].name);
    if (agent) lines[*agent] = static_cast<std::int32_t>(line);
  }
  return lines;
}

acd::CompiledPlan compile(const acd::Blueprint& blueprint, const std::string& file,
                          ProblemList& problems) {
  acd::CompiledPlan::Result result = acd::CompiledPlan::compile(blueprint);
  for (const acd::Problem& problem : result.problems) {
    problems.add({file, problem.position, problem.path + ": " + problem.message});
  }
  if (!result.plan) throw BadInput{problems};
  return *std::move(result.plan);
}

CallRecord logged_record(const acd::LoggedCall& call, acd::GroupId group,
                         const acd::Blueprint& blueprint, const AgentLines& lines) {
  CallRecord record{.queue = group,
                    .priority = call.priority,
                    .customer = call.customer,
                    .outcome = Outcome::served,
                    .endings = 1,
                    .agent = call.agent < 0 ? -1 : lines[static_cast<std::size_t>(call.agent)],
                    .arrived = call.arrival,
                    .wait = call.wait,
                    .talk = call.service};
  if (call.outcome == acd::LoggedOutcome::served) {
    record.answered = call.arrival + call.wait;
  } else {
    const bool is_short = call.wait < blueprint.groups[group.index()].short_abandon;
    record.outcome = is_short ? Outcome::short_abandoned : Outcome::abandoned;
  }
  return record;
}

void add_calls(ReplayInput& input, const Files& files, const std::vector<acd::GroupId>& groups,
               const AgentLines& lines, const ReplaySettings& settings,
               const CallPlanner& planner) {
  for (const acd::LoggedCall& call : files.calls.log.calls) {
    if (settings.from && call.arrival < *settings.from) continue;
    if (settings.to && call.arrival >= *settings.to) continue;
    const acd::GroupId group = groups[call.queue];
    input.day.calls.push_back({.arrival = call.arrival,
                               .id = call.id,
                               .group = group,
                               .priority = call.priority,
                               .customer = call.customer,
                               .plan = planner.plan(call, settings.seed)});
    input.log.calls.push_back(logged_record(call, group, input.plan.blueprint(), lines));
  }
  if (input.day.calls.empty()) {
    throw Failure{ExitStatus::bad_data, files.calls.file + ": no call asks for an agent"};
  }
  input.first = input.day.calls.front().arrival;
  input.last = input.day.calls.back().arrival;
}

/// Puts the calls of a surge in place of those recorded.
void add_surge(ReplayInput& input, const Files& files, const std::vector<acd::GroupId>& groups,
               const ReplaySettings& settings, const CallPlanner& planner) {
  if (!files.surge) return;
  input.surge = files.surge;
  input.recorded = std::move(input.day.calls);
  input.day.calls.clear();
  std::uint64_t id_max = 0;
  for (const acd::LoggedCall& call : files.calls.log.calls) id_max = std::max(id_max, call.id);
  SurgeCalls surge{*files.surge, settings.utc_offset, settings.seed, id_max};
  for (const ReplayCall& call : input.recorded) {
    const auto queue = std::ranges::find(groups, call.group) - groups.begin();
    surge.add(call, static_cast<std::uint32_t>(queue), planner, input.day.calls);
  }
  if (input.day.calls.empty()) {
    throw Failure{ExitStatus::bad_data,
                  settings.surge_file.string() + ": no call is left of the day"};
  }
  std::ranges::stable_sort(input.day.calls, {}, &ReplayCall::arrival);
  input.first = std::min(input.first, input.day.calls.front().arrival);
  input.last = std::max(input.last, input.day.calls.back().arrival);
}

/// Those that touch the calls' time; one that began before begins with it.
void add_shifts(ReplayInput& input, const Files& files, const AgentLines& lines) {
  for (const Shift& shift : files.shifts.shifts) {
    const std::int32_t line = lines[shift.agent];
    if (line < 0 || shift.end <= input.first || shift.begin > input.last) continue;
    const auto agent = static_cast<std::size_t>(line);
    const acd::Instant begin = std::max(shift.begin, input.first);
    input.day.shifts.push_back({agent, begin, shift.end});
    input.log.signed_in.push_back({agent, begin, shift.end});
  }
}

void override_wrap_up(acd::Blueprint& blueprint, acd::Duration wrap_up) {
  for (acd::SkillGroup& group : blueprint.groups) {
    group.wrap_up = {.any_channel = wrap_up, .channels = {}};
  }
}

void override_holds(acd::Blueprint& blueprint, acd::Duration hold) {
  for (acd::SkillGroup& group : blueprint.groups) {
    std::vector<acd::AffinityStrategy> strategies;
    for (const acd::AffinityStrategy& strategy : group.affinity.criteria()) {
      strategies.push_back(strategy.held(hold, strategy.hold_place));
    }
    group.affinity = acd::Affinity::from_criteria(std::move(strategies));
  }
}

void count_every_group(acd::Blueprint& blueprint) {
  for (acd::SkillGroup& group : blueprint.groups) group.forecast = acd::Forecast::counted;
}

}  // namespace

ReplayInput load_replay(const ReplaySettings& settings) {
  ProblemList problems;
  Files files = read_files(settings, problems);
  const std::vector<acd::GroupId> groups = groups_of(files, problems);
  if (!problems.empty()) throw BadInput{problems};
  if (settings.forecast == acd::Forecast::counted) count_every_group(files.blueprint);
  if (settings.wrap_up) override_wrap_up(files.blueprint, *settings.wrap_up);
  if (settings.hold) override_holds(files.blueprint, *settings.hold);
  std::vector<std::string> left_out =
      add_staff(files.blueprint, files.skills, files.agents,
                {.calls_min = settings.calls_min, .help_after = settings.help_after});
  ReplayInput input{.plan = compile(files.blueprint, settings.blueprint.string(), problems),
                    .left_vru = files.calls.left_vru,
                    .left_out = std::move(left_out)};
  input.day.seed = settings.seed;
  input.day.behaviour.answer_after = settings.answer_after;
  input.day.behaviour.no_answer_percent = settings.no_answer_percent;
  const AgentLines lines = lines_of(files.agents, files.blueprint);
  const CallPlanner planner{files.calls.log};
  add_calls(input, files, groups, lines, settings, planner);
  add_surge(input, files, groups, settings, planner);
  add_shifts(input, files, lines);
  return input;
}

}  // namespace acdsim
