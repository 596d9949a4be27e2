// Reads a scenario: its top level, and the whole.
#include <algorithm>
#include <chrono>
#include <utility>

#include "acd/companion/problem_text.hpp"
#include "acd/companion/text.hpp"
#include "acd/companion/time_text.hpp"
#include "acd/config/compiled_plan.hpp"
#include "acd/simulation/time_distribution_text.hpp"
#include "acd/toml/scenario_toml.hpp"
#include "toml/behaviour_members.hpp"
#include "toml/blueprint_members.hpp"
#include "toml/demand_members.hpp"
#include "toml/scenario_values.hpp"
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

/// "enter_surge storm until=15:00" with the instant in place of the clock's time.
static std::string with_instants(std::string_view text, Instant midnight) {
  std::string result;
  while (!text.empty()) {
    const std::size_t begin = text.find('=');
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::size_t value = begin == std::string_view::npos ? text.size() : begin + 1;
    const std::optional<Duration> passed = parse_clock(text.substr(value, end - value));
    result += text.substr(0, passed ? value : end);
    if (passed) result += to_text(midnight + *passed);
    text.remove_prefix(end);
  }
  return result;
}

static void read_value(const Source& source, Command& target) {
  read_text(source, target, [&](std::string_view text, const Blueprint& blueprint) {
    const Names names{.blueprint = blueprint};
    const Instant midnight = source.reading.day().midnight;
    Parsed<Command> parsed = parse_command(with_instants(text, midnight), names);
    return parsed.value ? parsed : parse_command(text, names);
  });
}

static void read_value(const Source& source, Happening& target) {
  TableReader table{source};
  Moment at;
  table.read("at", at);
  table.read("do", target.command);
  table.require({"at", "do"});
  table.finish();
  target.at = at.at;
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

/// "80% in 20s", or "80%": within the group's target_wait, which is what is counted.
struct LevelText {
  double share = 0;
  std::optional<Duration> within{};
};

void read_value(const Source& source, LevelText& target) {
  const auto* text = source.node.as_string();
  if (text == nullptr) return source.expected("a string such as \"80% in 20s\"", {"string"});
  const std::string& all = text->get();
  const std::size_t in = all.find(" in ");
  const std::optional<double> share = parse_share(all.substr(0, in));
  if (in != std::string::npos) target.within = parse_duration(all.substr(in + 4));
  const bool is_sound = share && (in == std::string::npos || target.within);
  if (!is_sound) {
    return source.report(fmt::format("expected \"80% in 20s\" or \"80%\", found {}", quoted(all)));
  }
  target.share = *share;
}

/// `[[target]]`: one table may ask for several figures.
struct TargetLine {
  std::vector<ServiceTarget> targets{};
};

/// Statistics count by each group's own target_wait, and by no other.
void check_within(const Source& source, const LevelText& level, GroupId asked) {
  const std::vector<SkillGroup>& groups = source.reading.blueprint().groups;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool is_asked = asked.is_none() || asked == GroupId{i};
    if (!is_asked || !level.within || groups[i].target_wait == *level.within) continue;
    source.report(fmt::format("the target_wait of group {} is {}, by which it is counted",
                              quoted(groups[i].name), to_text(groups[i].target_wait)));
  }
}

void read_value(const Source& source, TargetLine& target) {
  TableReader table{source};
  std::optional<GroupId> group;
  std::optional<LevelText> level;
  std::optional<Share> abandonment;
  std::optional<Duration> speed_of_answer;
  table.read("group", group);
  table.read("service_level", level);
  table.read("abandonment", abandonment);
  table.read("speed_of_answer", speed_of_answer);
  const bool is_whole = table.finish();
  const auto at = [&](std::string_view key) { return source.member(key); };
  const auto add = [&](ServiceFigure figure, double bound) {
    target.targets.push_back({group.value_or(GroupId::none()), figure, bound});
  };
  const auto add_share = [&](ServiceFigure figure, std::string_view key, double share) {
    if (!(share >= 0 && share <= 1)) {
      at(key).report(fmt::format("{:.6g}% is not in 0% to 100%", 100 * share));
    }
    add(figure, share);
  };
  if (level) {
    const bool is_unknown = group && group->is_none();
    if (!is_unknown) check_within(at("service_level"), *level, group.value_or(GroupId::none()));
    add_share(ServiceFigure::service_level, "service_level", level->share);
  }
  if (abandonment) add_share(ServiceFigure::abandonment, "abandonment", abandonment->value);
  if (speed_of_answer && *speed_of_answer < Duration{0}) {
    at("speed_of_answer").report("a duration is not negative");
  } else if (speed_of_answer) {
    add(ServiceFigure::speed_of_answer, static_cast<double>(speed_of_answer->count()) / 1e6);
  }
  if (is_whole && !level && !abandonment && !speed_of_answer) {
    source.report("it asks for no figure: service_level, abandonment or speed_of_answer");
  }
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
                                const BlueprintSource& blueprints,
                                std::span<const Setting> settings) {
  ScenarioRead read{.scenario = {}, .targets = {}, .problems = {}, .utc_offset = {}, .file = file};
  Reading reading{text, zones};
  try {
    toml::table table = toml::parse(text);
    put_scenario_settings(table, settings, reading);
    if (!ScenarioReading{table, reading, blueprints}.run(read)) {
      read.problems = reading.finish({});
      return read;
    }
  } catch (const toml::parse_error& error) {
    read.problems = {syntax_problem(error)};
    return read;
  }
  read.scenario.blueprint = reading.blueprint();
  std::vector<Problem> found = check(reading.blueprint(), registry);
  for (Problem& problem : check(read.scenario)) found.push_back(std::move(problem));
  read.problems = reading.finish(std::move(found));
  // A line of staff makes many stretches with the same fault.
  const auto repeated = std::ranges::unique(read.problems, is_same_place);
  read.problems.erase(repeated.begin(), repeated.end());
  return read;
}

std::string scenario_json_schema() { return json_schema(scenario_form(), "A scenario of libacd"); }

bool is_scenario_toml(std::string_view text) {
  const Form scenario = scenario_form();
  const Form blueprint = blueprint_form();
  try {
    const toml::table table = toml::parse(text);
    return std::ranges::any_of(scenario.members, [&](const Form::Member& member) {
      return table.contains(member.key) && !blueprint.knows(member.key);
    });
  } catch (const toml::parse_error&) {
    return false;
  }
}

std::string problems_text(const ScenarioRead& read) {
  std::string text;
  for (const Problem& problem : read.problems) text += to_text(problem, read.file) + '\n';
  return text;
}

}  // namespace v1
}  // namespace acd
