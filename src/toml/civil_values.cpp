// Dates and weekdays are sets of days of which only some are meant.
#include "toml/civil_values.hpp"

#include <bit>
#include <chrono>
#include <optional>
#include <utility>

#include "acd/companion/time_plan_text.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// The only rule of a set of days; nothing if it is another expression.
const DayRule* only_rule(const DaySet& days) {
  const bool is_one = days.nodes().size() == 1 && days.nodes()[0].op == BooleanOp::leaf;
  return is_one ? &days.nodes()[0].leaf : nullptr;
}

/// Bits of the weekdays that a text names; nothing if it is no list of weekdays.
std::optional<std::uint8_t> weekdays_of(const std::string& text) {
  const Parsed<DaySet> parsed = parse_day_set(text);
  const DayRule* rule = parsed.value ? only_rule(*parsed.value) : nullptr;
  if (rule == nullptr || rule->kind != DayRuleKind::weekdays) return std::nullopt;
  return rule->weekdays;
}

void append_dates(const Source& source, const std::string& text, std::vector<Date>& dates) {
  const Parsed<DaySet> parsed = parse_day_set("dates " + text);
  if (!parsed.value) {
    source.report_in_text(text, parsed.column - 6, parsed.message);
    return;
  }
  const DayRule* rule = only_rule(*parsed.value);
  if (rule == nullptr || rule->kind != DayRuleKind::dates) {
    source.report(
        fmt::format("expected dates such as \"2026-10-01..2026-10-07\", found {}", quoted(text)));
    return;
  }
  dates.insert(dates.end(), rule->dates.begin(), rule->dates.end());
}

}  // namespace

void read_value(const Source& source, Date& target) {
  if (const auto* date = source.node.as_date()) {
    const toml::date& written = date->get();
    target = Date{std::chrono::local_days{std::chrono::year{written.year} /
                                          std::chrono::month{written.month} /
                                          std::chrono::day{written.day}}};
  } else if (const auto* text = source.node.as_string()) {
    const Parsed<Date> parsed = parse_date(text->get());
    if (parsed.value) {
      target = *parsed.value;
    } else {
      source.report(parsed.message);
    }
  } else {
    source.expected("a date such as 2026-10-01", {"string"});
  }
}

void read_value(const Source& source, std::vector<Date>& target) {
  if (source.form != nullptr) {
    return source.expected("dates such as \"2026-10-01..2026-10-07\", or a list of them",
                           {"string", "array"});
  }
  if (const toml::array* array = source.node.as_array()) {
    if (array->empty()) source.report("no dates are given");
    for (std::size_t i = 0; i < array->size(); ++i) {
      const Source element{source.reading, (*array)[i], fmt::format("{}[{}]", source.path, i)};
      read_value(element, target);
    }
  } else if (const auto* text = source.node.as_string()) {
    append_dates(source, text->get(), target);
  } else {
    Date date{};
    read_value(source, date);
    target.push_back(date);
  }
}

void read_value(const Source& source, Hours& target) {
  target = whole_day;  // what is refused leads to no other problem
  read_text(source, target,
            [](std::string_view text, const Blueprint&) { return parse_hours(text); });
}

void read_value(const Source& source, Weekday& target) {
  const auto* text = source.node.as_string();
  const auto bits = text == nullptr ? std::nullopt : weekdays_of(text->get());
  if (bits && std::has_single_bit(*bits)) {
    target.index = static_cast<std::uint8_t>(std::countr_zero(*bits));
  } else if (text == nullptr) {
    source.expected("a weekday such as \"mon\"", {"string"});
  } else {
    source.report(fmt::format("expected a weekday such as \"mon\", found {}", quoted(text->get())));
  }
}

void read_value(const Source& source, Week& target) {
  if (source.form != nullptr) return source.note_each<std::vector<Hours>>("object");
  const toml::table* table = source.node.as_table();
  if (table == nullptr) return source.expected("a table from weekdays to hours");
  unsigned listed = 0;
  for (const auto& [key, node] : in_file_order(*table)) {
    const std::string name{key->str()};
    const std::string path = fmt::format("{}.{}", source.path, word_or_quoted(name));
    const std::optional<std::uint8_t> bits = weekdays_of(name);
    if (!bits || (listed & *bits) != 0) {
      source.reading.report(
          path,
          bits ? fmt::format("{} lists a weekday for the second time", name)
               : fmt::format("expected weekdays such as mon-fri, found {}", quoted(name)),
          position_of(key->source()));
      continue;
    }
    listed |= *bits;
    std::vector<Hours> hours;
    read_value(Source{source.reading, *node, path}, hours);
    for (std::size_t day = 0; day < target.size(); ++day) {
      if ((*bits >> day & 1) != 0) target[day] = hours;
    }
  }
}

}  // namespace v1
}  // namespace acd
