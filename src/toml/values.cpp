// Reads texts, numbers, durations, names and policies.
#include "toml/values.hpp"

#include <algorithm>

#include "acd/companion/condition_text.hpp"
#include "acd/companion/policy_text.hpp"
#include "acd/companion/time_plan_text.hpp"
#include "acd/companion/time_text.hpp"

namespace acd {
inline namespace v1 {
namespace {

std::string_view noun_of(toml::node_type type) {
  switch (type) {
    case toml::node_type::none: return "nothing";
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "an array";
    case toml::node_type::string: return "a string";
    case toml::node_type::integer: return "a whole number";
    case toml::node_type::floating_point: return "a decimal number";
    case toml::node_type::boolean: return "true or false";
    case toml::node_type::date: return "a date";
    case toml::node_type::time: return "a time";
    case toml::node_type::date_time: return "a date with a time";
  }
  return "something else";
}

/// "Error while parsing string: the rest" as "string" and "the rest".
std::pair<std::string, std::string> cut_description(std::string_view text) {
  constexpr std::string_view start = "Error while parsing ";
  const std::size_t colon = text.find(": ");
  if (!text.starts_with(start) || colon == std::string_view::npos) return {"", std::string{text}};
  return {std::string{text.substr(start.size(), colon - start.size())},
          std::string{text.substr(colon + 2)}};
}

std::string syntax_message(std::string_view description) {
  auto [what, message] = cut_description(description);
  const auto says = [&text = message](std::string_view words) {
    return text.find(words) != std::string::npos;
  };
  if (what == "string" && says("control characters")) {
    return "this text has no closing quote on its line";
  }
  if (says("could not determine value type")) {
    return "this is no value: texts stand in double quotes";
  }
  if (says("cannot redefine existing") && says("'")) {
    const std::size_t open = message.find('\'') + 1;
    const std::string key = message.substr(open, message.rfind('\'') - open);
    return quoted(key) + " is given for the second time";
  }
  constexpr std::string_view line_end = "'\\n'";
  const std::size_t at = message.find(line_end);
  if (at != std::string::npos) message.replace(at, line_end.size(), "the end of the line");
  return what.empty() ? message : message + ", in a " + what;
}

}  // namespace

Problem syntax_problem(const toml::parse_error& error) {
  return {"", syntax_message(error.description()), position_of(error.source())};
}

void Source::expected(std::string_view what, std::vector<std::string_view> types) const {
  if (form != nullptr) {
    form->words = what;
    form->types = std::move(types);
    return;
  }
  report(fmt::format("expected {}, found {}", what, noun_of(node.type())));
}

void Source::report_in_text(std::string_view text, int column, const std::string& message) const {
  const Position exact = reading.inside_string(position_of(node.source()), text, column);
  if (exact.line > 0) {
    reading.report(path, message, exact);
  } else {
    report(fmt::format("{}, at column {} of the text", message, column));
  }
}

std::vector<std::pair<const toml::key*, const toml::node*>> in_file_order(
    const toml::table& table) {
  std::vector<std::pair<const toml::key*, const toml::node*>> entries;
  for (const auto& [key, node] : table) entries.emplace_back(&key, &node);
  std::ranges::sort(entries, [](const auto& a, const auto& b) {
    const toml::source_position& first = a.first->source().begin;
    const toml::source_position& second = b.first->source().begin;
    return std::pair{first.line, first.column} < std::pair{second.line, second.column};
  });
  return entries;
}

std::optional<std::size_t> find_named(Reading& reading, const std::string& path, Position position,
                                      std::string_view name, FamilyName family) {
  const std::optional<std::size_t> index = reading.names().find(family.family, name);
  if (index) return index;
  const auto itself = [](std::string_view known) { return known; };
  reading.report(path,
                 fmt::format("unknown {} {}{}", family.noun, quoted(name),
                             did_you_mean(name, reading.names().names(family.family), itself)),
                 position);
  return std::nullopt;
}

void read_value(const Source& source, std::string& target) {
  if (const auto* text = source.node.as_string()) {
    target = text->get();
  } else {
    source.expected("a string", {"string"});
  }
}

void read_value(const Source& source, Duration& target) {
  const auto* text = source.node.as_string();
  if (text == nullptr) {
    source.expected("a duration such as \"1m30s\"", {"string"});
  } else if (const std::optional<Duration> duration = parse_duration(text->get())) {
    target = *duration;
  } else {
    source.report(
        fmt::format("expected a duration such as \"1m30s\", found {}", quoted(text->get())));
  }
}

std::optional<std::int64_t> whole_number(const Source& source, std::int64_t max) {
  const auto* number = source.node.as_integer();
  if (number == nullptr) {
    source.expected("a whole number", {"integer"});
    if (source.form != nullptr) source.form->max = max;
    return std::nullopt;
  }
  if (number->get() < 0 || number->get() > max) {
    source.report(fmt::format("{} is not in 0 to {}", number->get(), max));
    return std::nullopt;
  }
  return number->get();
}

void read_value(const Source& source, AgentOrder& target) {
  read_text(source, target, parse_agent_order);
}
void read_value(const Source& source, SessionOrder& target) {
  read_text(source, target, parse_session_order);
}
void read_value(const Source& source, WorkOrder& target) {
  read_text(source, target, parse_work_order);
}
void read_value(const Source& source, PlanLayer& target) {
  read_text(source, target, parse_plan_layer);
}
void read_value(const Source& source, Requirement& target) {
  read_text(source, target, parse_requirement);
}
void read_value(const Source& source, Condition& target) {
  read_text(source, target, parse_condition);
}

void read_value(const Source& source, std::int64_t& target) {
  const auto* number = source.node.as_integer();
  if (number == nullptr) return source.expected("a whole number", {"integer"});
  target = number->get();
}

}  // namespace v1
}  // namespace acd
