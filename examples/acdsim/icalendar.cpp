// The only translation unit that sees libical. It keeps no positions, so components are counted
// off against the lines that begin them.
#include "icalendar.hpp"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace acdsim {
namespace {

using std::chrono::days;

template <auto free_it>
struct Free {
  template <class T>
  void operator()(T* it) const {
    free_it(it);
  }
};
using Component = std::unique_ptr<icalcomponent, Free<icalcomponent_free>>;
using Recurrence = std::unique_ptr<icalrecur_iterator, Free<icalrecur_iterator_free>>;

/// No calendar of holidays has an event with so many occurrences.
constexpr std::size_t occurrences_max = 10'000;

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return text;
}

/// Where the components of a file begin.
struct Outline {
  std::vector<int> open{};        ///< lines of those without an end, outermost first
  std::vector<int> components{};  ///< lines of those right inside a calendar
};

Outline outline_of(std::string_view text) {
  Outline outline;
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string word = lowered(std::string{text.substr(0, std::min<std::size_t>(end, 6))});
    if (word == "begin:") {
      if (outline.open.size() == 1) outline.components.push_back(line);
      outline.open.push_back(line);
    } else if (word.starts_with("end:") && !outline.open.empty()) {
      outline.open.pop_back();
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return outline;
}

std::chrono::year_month_day civil_of(const icaltimetype& time) {
  return {std::chrono::year{time.year}, std::chrono::month{static_cast<unsigned>(time.month)},
          std::chrono::day{static_cast<unsigned>(time.day)}};
}

acd::Date date_of(const icaltimetype& time) { return std::chrono::local_days{civil_of(time)}; }

std::string text_of(icalproperty* property) {
  const char* text = property == nullptr ? nullptr : icalproperty_get_value_as_string(property);
  return text == nullptr ? std::string{} : std::string{text};
}

template <class Use>
void each_property(icalcomponent* component, icalproperty_kind kind, const Use& use) {
  for (icalproperty* property = icalcomponent_get_first_property(component, kind);
       property != nullptr; property = icalcomponent_get_next_property(component, kind)) {
    use(property);
  }
}

/// One VEVENT.
class Event {
 public:
  Event(icalcomponent* event, Place place, ImportBook& book)
      : event_{event}, place_{std::move(place)}, book_{book} {
    const char* summary = icalcomponent_get_summary(event);
    name_ = summary == nullptr ? "" : summary;
  }

  void enter() {
    if (const std::string why = unusable(); !why.empty()) return ignore(why);
    const icaltimetype start = icalcomponent_get_dtstart(event_);
    const days length = length_from(start);
    const std::vector<acd::Date> occurrences = occurrences_from(start);
    if (occurrences.empty()) ignore("it never occurs between --from and --until");
    for (const acd::Date first : occurrences) {
      book_.enter(place_, {.first = first,
                           .last = first + length - days{1},
                           .kind = is_workday() ? DayKind::workday : DayKind::holiday,
                           .name = name_,
                           .approximation = approximation_});
    }
  }

 private:
  void ignore(const std::string& why) {
    book_.ignore(place_, name_.empty() ? "an event without a name" : name_, why);
  }

  /// Why the event says nothing about days; empty if it does.
  std::string unusable() {
    std::string why;
    each_property(event_, ICAL_XLICERROR_PROPERTY, [&](icalproperty* error) {
      if (why.empty()) why = "malformed: " + text_of(error);
    });
    if (!why.empty()) return why;
    const icaltimetype start = icalcomponent_get_dtstart(event_);
    if (icaltime_is_null_time(start) != 0) return "it has no DTSTART";
    if (!civil_of(start).ok()) return "its DTSTART is no date of the calendar";
    const icaltimetype end = icalcomponent_get_dtend(event_);
    const bool has_end = icaltime_is_null_time(end) == 0;
    if (has_end && !civil_of(end).ok()) return "its DTEND is no date of the calendar";
    if (icalcomponent_get_status(event_) == ICAL_STATUS_CANCELLED) return "it is cancelled";
    return {};
  }

  void approximate(const std::string& how) {
    approximation_ += (approximation_.empty() ? "" : "; ") + how;
  }

  /// Days from the start's to the end's, which does not count; at least one.
  days length_from(const icaltimetype& start) {
    const icaltimetype end = icalcomponent_get_dtend(event_);
    const bool has_end = icaltime_is_null_time(end) == 0;
    if (start.is_date == 0) {
      approximate("an event with times, taken as whole days");
      if (start.zone == icaltimezone_get_utc_timezone()) approximate("its day is that of UTC");
    }
    if (!has_end) return days{1};
    const bool ends_at_midnight = end.is_date != 0 || (end.hour + end.minute + end.second) == 0;
    const days length = date_of(end) - date_of(start) + days{ends_at_midnight ? 0 : 1};
    if (length >= days{1}) return length;
    if (start.is_date != 0) approximate("it ends when it starts, taken as one day");
    return days{1};
  }

  bool is_workday() {
    std::string words = name_;
    each_property(event_, ICAL_CATEGORIES_PROPERTY,
                  [&](icalproperty* categories) { words += '\n' + text_of(categories); });
    words = lowered(words);
    return std::ranges::any_of(book_.rules().workday_words, [&](const std::string& word) {
      return words.find(lowered(word)) != std::string::npos;
    });
  }

  [[nodiscard]] bool is_excluded(icaltimetype start, icaltimetype at) {
    return icalproperty_recurrence_is_excluded(event_, &start, &at) != 0;
  }

  /// The first days of all its occurrences, until --until.
  std::vector<acd::Date> occurrences_from(const icaltimetype& start) {
    std::vector<acd::Date> result;
    const auto add = [&](const icaltimetype& at) {
      if (!civil_of(at).ok()) return approximate("without an RDATE that is no date");
      if (is_excluded(start, at)) return;
      if (std::ranges::find(result, date_of(at)) == result.end()) result.push_back(date_of(at));
    };
    bool repeats = false;
    std::vector<icalrecurrencetype> rules;
    each_property(event_, ICAL_RRULE_PROPERTY,
                  [&](icalproperty* rule) { rules.push_back(icalproperty_get_rrule(rule)); });
    add(start);
    for (const icalrecurrencetype& rule : rules) {
      repeats = true;
      append_recurrence(start, rule, add);
    }
    std::vector<icaltimetype> more;
    each_property(event_, ICAL_RDATE_PROPERTY, [&](icalproperty* date) {
      const icaldatetimeperiodtype at = icalproperty_get_rdate(date);
      more.push_back(icaltime_is_null_time(at.time) != 0 ? at.period.start : at.time);
    });
    std::ranges::for_each(more, add);
    // Of what repeats, only the wanted years are worth a line of the report.
    if (repeats) {
      std::erase_if(result, [&](acd::Date date) { return date < book_.rules().from; });
    }
    return result;
  }

  template <class Add>
  void append_recurrence(const icaltimetype& start, const icalrecurrencetype& rule,
                         const Add& add) {
    const bool has_end = rule.count != 0 || icaltime_is_null_time(rule.until) == 0;
    if (!has_end && book_.rules().until == acd::last_date) {
      approximate("it repeats for ever, taken once: say --until");
      return;
    }
    const Recurrence iterator{icalrecur_iterator_new(rule, start)};
    if (!iterator) return approximate("its rule is not understood, taken once");
    for (std::size_t count = 0; count < occurrences_max; ++count) {
      const icaltimetype at = icalrecur_iterator_next(iterator.get());
      if (icaltime_is_null_time(at) != 0 || date_of(at) >= book_.rules().until) return;
      add(at);
    }
    approximate(fmt::format("only its first {} occurrences", occurrences_max));
  }

  icalcomponent* event_;
  Place place_;
  ImportBook& book_;
  std::string name_{};
  std::string approximation_{};
};

void read_component(icalcomponent* component, const Place& place, ImportBook& book) {
  const icalcomponent_kind kind = icalcomponent_isa(component);
  if (kind == ICAL_VEVENT_COMPONENT) {
    Event{component, place, book}.enter();
  } else if (kind != ICAL_VTIMEZONE_COMPONENT) {
    book.ignore(place, icalcomponent_kind_to_string(kind), "only events have days off");
  }
}

/// The root, or those right inside it if there are several in the file.
std::vector<icalcomponent*> calendars_of(icalcomponent* root) {
  if (root == nullptr) return {};
  if (icalcomponent_isa(root) == ICAL_VCALENDAR_COMPONENT) return {root};
  std::vector<icalcomponent*> result;
  for (icalcomponent* one = icalcomponent_get_first_component(root, ICAL_VCALENDAR_COMPONENT);
       one != nullptr; one = icalcomponent_get_next_component(root, ICAL_VCALENDAR_COMPONENT)) {
    result.push_back(one);
  }
  return result;
}

}  // namespace

void read_icalendar(const std::string& file, const std::string& text, ImportBook& book,
                    ProblemList& problems) {
  const Outline outline = outline_of(text);
  if (!outline.open.empty()) {
    return problems.add(
        {file, {.line = outline.open.back(), .column = 1}, "BEGIN without its END"});
  }
  const Component root{icalparser_parse_string(text.c_str())};
  const std::vector<icalcomponent*> calendars = calendars_of(root.get());
  if (calendars.empty()) {
    return problems.add(
        {file, {.line = 1, .column = 1}, "this is no calendar: no BEGIN:VCALENDAR"});
  }
  auto line = outline.components.begin();
  for (icalcomponent* calendar : calendars) {
    for (icalcomponent* one = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
         one != nullptr; one = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
      const bool is_known = line != outline.components.end();
      read_component(one, {file, {.line = is_known ? *line++ : 0, .column = 1}}, book);
    }
  }
}

}  // namespace acdsim
