// Reads a blueprint: its top level, and the whole.
#include <charconv>
#include <utility>

#include "acd/companion/problem_text.hpp"
#include "acd/config/compiled_plan.hpp"
#include "acd/toml/blueprint_toml.hpp"
#include "toml/affinity_members.hpp"
#include "toml/blueprint_members.hpp"
#include "toml/entry_members.hpp"
#include "toml/members.hpp"
#include "toml/overflow_members.hpp"
#include "toml/settings.hpp"
#include "toml/table_reader.hpp"
#include "toml/time_members.hpp"

namespace acd {
inline namespace v1 {
/// 64 bits without a sign: TOML's numbers have one, so a larger seed stands as a string.
struct Seed {
  std::uint64_t value;
};
static void read_value(const Source& source, Seed& seed) {
  const auto* text = source.node.as_string();
  if (source.form != nullptr) return source.expected("a whole number", {"integer", "string"});
  if (text == nullptr) {
    const auto value = whole_number(source, std::numeric_limits<std::int64_t>::max());
    if (value) seed.value = static_cast<std::uint64_t>(*value);
    return;
  }
  const std::string& digits = text->get();
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc{} && end == digits.data() + digits.size()) {
    seed.value = value;
  } else {
    source.report(fmt::format("expected a whole number of 64 bits, found {}", quoted(digits)));
  }
}

namespace {

/// Reads a family; from then on other lines may call its lines by their names.
template <class Line>
void read_family(TableReader& table, Reading& reading, std::string_view key, Family family,
                 std::vector<Line>& lines) {
  table.read(key, Paths::name_of(family), lines);
  reading.names().learn(family, lines);
}

/// Lines that refer to each other in any order: their names come first.
template <class Line>
void read_names(const toml::table& file, std::string_view key, std::vector<Line>& all) {
  const toml::array* lines = file[key].as_array();
  if (lines == nullptr) return;
  for (const toml::node& line : *lines) {
    const toml::table* table = line.as_table();
    const toml::node* name = table == nullptr ? nullptr : table->get("name");
    const bool is_named = name != nullptr && name->is_string();
    all.push_back({.name = is_named ? name->as_string()->get() : std::string{}});
  }
}

void read_time(const toml::table& file, TableReader& table, Reading& reading) {
  Blueprint& blueprint = reading.blueprint();
  table.read("timetables_from", blueprint.timetables_from);
  table.read("timetables_until", blueprint.timetables_until);
  table.read("holiday_list", reading.holiday_lists());
  read_family(table, reading, "zone", Family::zones, blueprint.zones);
  read_names(file, "time_plan", blueprint.time_plans);
  read_family(table, reading, "time_plan", Family::time_plans, blueprint.time_plans);
}

/// Reads the lines of a family whose names are known.
template <class Line>
void read_lines(TableReader& table, std::string_view key, Family family, std::vector<Line>& lines) {
  table.read(key, Paths::name_of(family), lines);
}

/// Groups, agents, bots, menus and surges lead to each other in any order.
void read_ways(const toml::table& file, TableReader& table, Reading& reading) {
  Blueprint& blueprint = reading.blueprint();
  const auto learn = [&](std::string_view key, Family family, auto& lines) {
    read_names(file, key, lines);
    reading.names().learn(family, lines);
  };
  learn("group", Family::groups, blueprint.groups);
  learn("agent", Family::agents, blueprint.agents);
  learn("bot", Family::bots, blueprint.bots);
  learn("menu_node", Family::menu_nodes, blueprint.menu_nodes);
  learn("surge", Family::surges, blueprint.surges);
  read_lines(table, "group", Family::groups, blueprint.groups);
  read_lines(table, "agent", Family::agents, blueprint.agents);
  read_lines(table, "bot", Family::bots, blueprint.bots);
  read_lines(table, "menu_node", Family::menu_nodes, blueprint.menu_nodes);
  read_lines(table, "entry", Family::entries, blueprint.entries);
  read_lines(table, "break_rule", Family::break_rules, blueprint.break_rules);
  read_lines(table, "surge", Family::surges, blueprint.surges);
}

}  // namespace

void read_blueprint_members(const toml::table& file, TableReader& table, Reading& reading) {
  Blueprint& blueprint = reading.blueprint();
  Seed seed{blueprint.seed};
  table.read("name", blueprint.name);
  table.read("seed", seed);
  blueprint.seed = seed.value;
  read_family(table, reading, "channels", Family::channels, blueprint.channels);
  read_family(table, reading, "skills", Family::skills, blueprint.skills);
  read_family(table, reading, "reasons", Family::reasons, blueprint.reasons);
  table.read("limits", blueprint.limits);
  table.read("memory", blueprint.memory);
  read_family(table, reading, "attribute", Family::attributes, blueprint.attributes);
  read_family(table, reading, "host_rank", Family::host_ranks, blueprint.host_ranks);
  read_family(table, reading, "host_choice", Family::host_choices, blueprint.host_choices);
  read_family(table, reading, "team", Family::teams, blueprint.teams);
  read_family(table, reading, "offer_rule", Family::offer_rules, blueprint.offer_rules);
  read_family(table, reading, "capacity", Family::capacities, blueprint.capacities);
  read_family(table, reading, "requirement", Family::requirements, blueprint.requirements);
  read_time(file, table, reading);
  read_ways(file, table, reading);
  table.read("work_order", blueprint.work_order);
}

Form blueprint_form() {
  Form form;
  const toml::table nothing;
  const ZoneSource no_zones;
  Reading reading{"", no_zones};
  TableReader members{Source{reading, nothing, "", &form}};
  read_blueprint_members(nothing, members, reading);
  return form;
}

BlueprintRead read_blueprint_toml(std::string_view text, const std::string& file,
                                  const Registry& registry, const ZoneSource& zones,
                                  std::span<const Setting> settings) {
  Reading reading{text, zones};
  ParsedToml parsed = parse_toml(text);
  reading.take_syntax_problems(std::move(parsed.problems), std::move(parsed.lost));
  if (!settings.empty()) {
    const Form form = blueprint_form();
    put_settings(parsed.table, form, settings_within(form, settings), reading);
  }
  TableReader members{Source{reading, parsed.table, ""}};
  read_blueprint_members(parsed.table, members, reading);
  members.finish();
  BlueprintRead result{.blueprint = {},
                       .problems = reading.finish(check(reading.blueprint(), registry)),
                       .file = file};
  result.blueprint = std::move(reading.blueprint());
  return result;
}

std::string blueprint_json_schema() {
  return json_schema(blueprint_form(), "A blueprint of libacd");
}

std::string problems_text(const BlueprintRead& read) {
  std::string text;
  for (const Problem& problem : read.problems) text += to_text(problem, read.file) + '\n';
  return text;
}

}  // namespace v1
}  // namespace acd
