// Days by date; notes in the order of the entries.
#include "import_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "acd/companion/time_plan_text.hpp"

namespace acdsim {
namespace {

using std::chrono::days;

constexpr std::array verdict_names = {"used", "approximated", "ignored"};

const char* kind_text(DayKind kind) { return kind == DayKind::holiday ? "holiday" : "workday"; }

/// "2026-10-01..2026-10-07 国庆节, holiday"
std::string entry_text(const CalendarEntry& entry) {
  return fmt::format("{}{} {}, {}", acd::to_text(entry.first),
                     entry.first == entry.last ? "" : ".." + acd::to_text(entry.last),
                     entry.name.empty() ? "(no name)" : entry.name, kind_text(entry.kind));
}

/// A basic string of TOML.
std::string toml_text(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      result += fmt::format("\\u{:04X}", static_cast<int>(c));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string dates_text(std::vector<acd::Date> dates) {
  std::string text = acd::to_text(acd::on_dates(std::move(dates)));
  constexpr std::string_view one_by_one = "dates ";
  return text.starts_with(one_by_one) ? text.substr(one_by_one.size()) : text;
}

}  // namespace

void ImportBook::note(Verdict verdict, const Place& place, const std::string& what,
                      const std::string& why) {
  const auto index = static_cast<std::size_t>(verdict);
  ++counts_[index];
  const std::string reason = why.empty() ? "" : ": " + why;
  const std::string text = fmt::format("{}: {}{}", verdict_names[index], what, reason);
  notes_ += to_text(FileProblem{place.file, place.position, text}) + '\n';
}

void ImportBook::ignore(const Place& place, const std::string& what, const std::string& why) {
  note(Verdict::ignored, place, what, why);
}

void ImportBook::enter(const Place& place, const CalendarEntry& entry) {
  std::size_t entered = 0;
  std::string left_out;
  for (acd::Date date = entry.first; date <= entry.last; date += days{1}) {
    std::string why;
    if (date < rules_.from || date >= rules_.until) {
      why = "outside --from and --until";
    } else if (const auto [known, is_new] = days_.try_emplace(date, Day{entry.kind, entry.name});
               !is_new) {
      why = fmt::format("given before, {}", kind_text(known->second.kind));
    } else {
      ++entered;
    }
    if (!why.empty() && left_out.empty()) left_out = acd::to_text(date) + ' ' + why;
  }
  const std::string& how = entry.approximation;
  if (entered == 0) return note(Verdict::ignored, place, entry_text(entry), left_out);
  if (left_out.empty()) {
    return note(how.empty() ? Verdict::used : Verdict::approximated, place, entry_text(entry), how);
  }
  note(Verdict::approximated, place, entry_text(entry),
       fmt::format("{}{}without {}", how, how.empty() ? "" : "; ", left_out));
}

std::string ImportBook::lines_of(DayKind kind, const std::string& more) const {
  using Key = std::pair<int, std::string>;  // a year and a name
  std::vector<std::pair<Key, std::vector<acd::Date>>> lines;
  for (const auto& [date, day] : days_) {
    if (day.kind != kind) continue;
    const std::chrono::year_month_day civil{date};
    const Key key{static_cast<int>(civil.year()), day.name};
    auto line = std::ranges::find(lines, key, [](const auto& known) { return known.first; });
    if (line == lines.end()) line = lines.insert(line, {key, {}});
    line->second.push_back(date);
  }
  std::string text;
  for (const auto& [key, dates] : lines) {
    text += fmt::format("  {{name = {}, dates = \"{}\"{}}},\n", toml_text(key.second),
                        dates_text(dates), more);
  }
  return text;
}

std::string ImportBook::holiday_list_toml(const std::string& name, const std::string& like) const {
  std::string text = fmt::format("[[holiday_list]]\nname = {}\n", toml_text(name));
  const std::string holidays = lines_of(DayKind::holiday, "");
  const std::string workdays = lines_of(DayKind::workday, ", like = " + toml_text(like));
  if (!holidays.empty()) text += "holidays = [\n" + holidays + "]\n";
  if (!workdays.empty()) text += "workdays = [\n" + workdays + "]\n";
  return text;
}

std::string ImportBook::report() const {
  return notes_ +
         fmt::format("{} used, {} approximated, {} ignored\n", counts_[0], counts_[1], counts_[2]);
}

}  // namespace acdsim
