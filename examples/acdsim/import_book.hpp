// Days off and make-up workdays on their way into a blueprint, and what became of each entry
// of the calendars that they come from.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "acd/time_plan/civil.hpp"
#include "problem_list.hpp"

namespace acdsim {

enum class DayKind : std::uint8_t { holiday, workday };

/// Which entries are wanted, and which of a calendar's events are workdays.
struct ImportRules {
  acd::Date from = acd::first_date;
  acd::Date until = acd::last_date;          ///< not included
  std::vector<std::string> workday_words{};  ///< in an event's summary or categories
};

/// Days in a row with one name: an event, or a part of one that repeats.
struct CalendarEntry {
  acd::Date first{};
  acd::Date last{};
  DayKind kind = DayKind::holiday;
  std::string name{};
  std::string approximation{};  ///< how it differs from what the calendar says; empty: not
};

struct Place {
  std::string file{};
  acd::Position position{};
};

class ImportBook {
 public:
  explicit ImportBook(ImportRules rules) : rules_{std::move(rules)} {}
  [[nodiscard]] const ImportRules& rules() const { return rules_; }

  /// Enters the days that are wanted and not there yet: the first file to name a day wins.
  void enter(const Place& place, const CalendarEntry& entry);
  void ignore(const Place& place, const std::string& what, const std::string& why);

  /// A `[[holiday_list]]` for a blueprint, a line per kind, name and year. Workdays have the
  /// hours that the weekday `like` has.
  [[nodiscard]] std::string holiday_list_toml(const std::string& name,
                                              const std::string& like) const;
  /// One line per entry, "a.ics:12:1: used: ...", and how many there are of each sort.
  [[nodiscard]] std::string report() const;

 private:
  enum class Verdict : std::uint8_t { used, approximated, ignored };
  struct Day {
    DayKind kind = DayKind::holiday;
    std::string name{};
  };

  void note(Verdict verdict, const Place& place, const std::string& what, const std::string& why);
  [[nodiscard]] std::string lines_of(DayKind kind, const std::string& more) const;

  ImportRules rules_;
  std::map<acd::Date, Day> days_{};
  std::string notes_{};
  std::array<std::size_t, 3> counts_{};
};

}  // namespace acdsim
