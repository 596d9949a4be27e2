// Reads a scenario: its top level, and the whole.
#include <algorithm>
#include <chrono>
#include <utility>

#include "acd/companion/problem_text.hpp"
#include "acd/config/compiled_plan.hpp"
#include "acd/toml/scenario_toml.hpp"
#include "toml/behaviour_members.hpp"
#include "toml/blueprint_members.hpp"
#include "toml/demand_members.hpp"
#include "toml/happening_members.hpp"
#include "toml/scenario_values.hpp"
#include "toml/service_target_members.hpp"
#include "toml/settings.hpp"
#include "toml/staff_members.hpp"
#include "toml/time_members.hpp"

namespace acd {
inline namespace v1 {

static void read_value(const Source& source, AgentHabits& target) {
  TableReader table{source};
  Share no_answer;
  Share absence;
  table.read("answer_after", target.answer_after);
  table.read("no_answer", no_answer);
  table.read("back_after", target.back_after);
  table.read("absence", absence);
  table.finish();
  target.no_answer = no_answer.value;
  target.absence = absence.value;
}

namespace {

/// When it begins, and how far the clocks there are from UTC.
struct Beginning {
  Instant at{};
  std::chrono::seconds offset{0};
};

void read_value(const Source& source, Beginning& target) {
  read_value(source, target.at);
  const auto* at = source.node.as_date_time();
  if (at != nullptr && at->get().offset) {
    target.offset = std::chrono::minutes{at->get().offset->minutes};
  }
  const auto day = std::chrono::floor<std::chrono::days>(target.at + target.offset);
  source.reading.day().midnight = Instant{day} - target.offset;
}

/// Reads a scenario's keys and its blueprint's, by the names of which the former go.
class ScenarioReading {
 public:
  ScenarioReading(const toml::table& file, Reading& reading, const BlueprintSource& blueprints,
                  Form* form = nullptr)
      : file_{file},
        reading_{reading},
        blueprints_{blueprints},
        table_{Source{reading, file, "", form}} {}

  /// False if there is no blueprint, by whose names all else goes.
  [[nodiscard]] bool run(ScenarioRead& read) {
    read_window(read.scenario);
    if (!read_blueprint()) return false;
    reading_.names() = Paths{reading_.blueprint()};
    read.first_made_agent = static_cast<std::uint32_t>(reading_.blueprint().agents.size());
    StaffLines staff{file_, reading_.blueprint(), reading_.names()};
    reading_.names() = Paths{reading_.blueprint()};
    learn_demand_names();
    table_.read("demand", "demands", read.scenario.demands);
    reading_.learn_demands(read.scenario.demands);
    table_.read("staff", staff);
    read.scenario.staff = std::move(staff.stretches);
    table_.read("habits", read.scenario.habits);
    table_.read("happening", "happenings", read.scenario.happenings);
    table_.read("outage", "outages", read.scenario.outages);
    table_.read("faults", read.scenario.faults);
    std::vector<TargetLine> lines;
    table_.read("target", "targets", lines);
    for (const TargetLine& line : lines) {
      read.targets.insert(read.targets.end(), line.targets.begin(), line.targets.end());
    }
    table_.finish();
    read.utc_offset = offset_;
    return true;
  }

 private:
  void read_window(Scenario& scenario) {
    Beginning begin;
    Moment end;
    std::optional<Moment> count_from;
    table_.read("begin", begin);
    table_.read("end", end);
    table_.read("count_from", count_from);
    table_.read("interval", scenario.interval);
    scenario.begin = reading_.day().begin = begin.at;
    scenario.end = reading_.day().end = end.at;
    if (count_from) scenario.count_from = count_from->at;
    offset_ = begin.offset;
    table_.require({"begin", "end"});
  }

  // Follow-ups name demands that come later in the file.
  void learn_demand_names() {
    const toml::array* lines = file_["demand"].as_array();
    if (lines == nullptr) return;
    for (const toml::node& node : *lines) {
      const toml::table* line = node.as_table();
      const toml::node* name = line == nullptr ? nullptr : line->get("name");
      reading_.demand_names().push_back(
          name == nullptr ? "" : name->value_exact<std::string>().value_or(""));
    }
  }

  [[nodiscard]] bool read_blueprint() {
    std::optional<std::string> name;
    table_.read("blueprint", name);
    if (!name) {
      read_blueprint_members(file_, table_, reading_);
      return true;
    }
    std::optional<Blueprint> blueprint = blueprints_ ? blueprints_(*name) : std::nullopt;
    if (blueprint) {
      reading_.blueprint() = std::move(*blueprint);
    } else {
      const Source source{reading_, *file_.get("blueprint"), "blueprint"};
      source.report(fmt::format("there is no sound blueprint {}", quoted(*name)));
    }
    return blueprint.has_value();
  }

  const toml::table& file_;
  Reading& reading_;
  const BlueprintSource& blueprints_;
  TableReader table_;
  std::chrono::seconds offset_{0};
};

/// What a scenario may hold, its blueprint's tables in the same file.
Form scenario_form() {
  Form form;
  const toml::table nothing;
  const ZoneSource no_zones;
  const BlueprintSource no_blueprints;
  Reading reading{"", no_zones};
  ScenarioRead unused;
  static_cast<void>(ScenarioReading{nothing, reading, no_blueprints, &form}.run(unused));
  return form;
}

/// Those of a blueprint in another file are for whoever reads that one.
void put_scenario_settings(toml::table& file, std::span<const Setting> settings, Reading& reading) {
  if (settings.empty()) return;
  std::vector<Setting> own{settings.begin(), settings.end()};
  if (file.contains("blueprint")) {
    std::erase_if(own, [form = blueprint_form()](const Setting& setting) {
      return begins_within(setting.path, form);
    });
  }
  put_settings(file, scenario_form(), own, reading);
}

bool is_same_place(const Problem& a, const Problem& b) {
  return a.position == b.position && a.message == b.message;
}

}  // namespace

ScenarioRead read_scenario_toml(std::string_view text, const std::string& file,
                                const Registry& registry, const ZoneSource& zones,
                                const BlueprintSource& blueprints, const CallLogSource& call_logs,
                                std::span<const Setting> settings) {
  ScenarioRead read{.scenario = {}, .targets = {}, .problems = {}, .utc_offset = {}, .file = file};
  Reading reading{text, zones};
  reading.take_call_logs_from(call_logs);
  ParsedToml parsed = parse_toml(text);
  reading.take_syntax_problems(std::move(parsed.problems), std::move(parsed.lost));
  put_scenario_settings(parsed.table, settings, reading);
  if (!ScenarioReading{parsed.table, reading, blueprints}.run(read)) {
    read.problems = reading.finish({});
    return read;
  }
  read.scenario.blueprint = reading.blueprint();
  std::vector<Problem> found = check(reading.blueprint(), registry);
  for (Problem& problem : check(read.scenario)) found.push_back(std::move(problem));
  read.problems = reading.finish(std::move(found));
  // A line of staff makes many stretches with the same fault.
  const auto end = read.problems.end();
  read.problems.erase(std::unique(read.problems.begin(), end, is_same_place), end);
  return read;
}

std::string scenario_json_schema() { return json_schema(scenario_form(), "A scenario of libacd"); }

bool is_scenario_toml(std::string_view text) {
  const Form scenario = scenario_form();
  const Form blueprint = blueprint_form();
  const toml::table table = parse_toml(text).table;
  return std::ranges::any_of(scenario.members, [&](const Form::Member& member) {
    return table.contains(member.key) && !blueprint.knows(member.key);
  });
}

std::string problems_text(const ScenarioRead& read) {
  std::string text;
  for (const Problem& problem : read.problems) text += to_text(problem, read.file) + '\n';
  return text;
}

}  // namespace v1
}  // namespace acd
