// What was understood of a file so far, and what was not.
//
// Places are named by paths with indices, "groups[2].weight", because the names of the
// lines are known only at the end; `finish` puts them in.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/problem.hpp"
#include "acd/simulation/scenario.hpp"
#include "acd/toml/blueprint_toml.hpp"
#include "acd/toml/scenario_toml.hpp"
#include "config/path.hpp"
#include "toml/holiday_list.hpp"
#include "toml/recovery.hpp"

namespace acd {
inline namespace v1 {

/// When a scenario plays.
struct Day {
  Instant begin{};
  Instant end{};
  Instant midnight{};  ///< where the clocks of the day on which it begins say 00:00
};

class Reading {
 public:
  /// `zones` must outlive the reading.
  Reading(std::string_view text, const ZoneSource& zones);
  Reading(const Reading&) = delete;  // the names are views of the blueprint
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] Blueprint& blueprint() { return blueprint_; }
  [[nodiscard]] const Blueprint& blueprint() const { return blueprint_; }

  /// Names by which later lines may call those of a family that was read to its end.
  [[nodiscard]] Paths& names() { return names_; }

  [[nodiscard]] const ZoneSource& zones() const { return zones_; }
  /// Days that everyday plans share by name.
  [[nodiscard]] std::vector<HolidayList>& holiday_lists() { return holiday_lists_; }

  /// The file has errors of syntax: then nothing is checked as a whole, and what may only follow
  /// from what was lost is not said.
  void take_syntax_problems(std::vector<Problem> problems, LostText lost) {
    syntax_problems_ = std::move(problems);
    lost_ = std::move(lost);
  }
  [[nodiscard]] bool is_whole() const { return lost_.empty(); }

  void remember(const std::string& path, Position position) { positions_[path] = position; }
  void report(std::string path, std::string message, Position position);
  [[nodiscard]] std::size_t problem_count() const { return problems_.size(); }

  /// What checks find at `path` or within it stands in the file at `shown`.
  void show_as(const std::string& path, const std::string& shown) { shown_as_[path] = shown; }
  /// Keys of this table were not understood: what checks miss there is no news.
  void mark_incomplete(const std::string& path) { incomplete_.insert(path); }

  /// Position of a column of a string's text, where the string stands at `start`; line 0
  /// if the file writes it in another way (escapes, several lines).
  [[nodiscard]] Position inside_string(Position start, std::string_view content, int column) const;

  /// Of a scenario: by their names paths call them. They must outlive the reading.
  void learn_demands(const std::vector<Demand>& demands) { demands_ = LineNames{demands}; }
  /// Of a scenario: as its lines say them, before those are read.
  [[nodiscard]] std::vector<std::string>& demand_names() { return demand_names_; }
  /// Of a scenario.
  [[nodiscard]] Day& day() { return day_; }
  /// Of a scenario; it must outlive the reading.
  void take_call_logs_from(const CallLogSource& source) { call_log_source_ = &source; }
  /// Null if it cannot be had.
  [[nodiscard]] const CallLog* call_log(const std::string& name);

  /// The problems of reading and those that checks `found` in a whole file, without those that only
  /// follow from the former, by their positions.
  [[nodiscard]] std::vector<Problem> finish(std::vector<Problem> found);

 private:
  [[nodiscard]] std::string with_names(const std::string& path, const Paths& paths) const;
  /// Paths so far go by indices; then by names.
  void put_names_in();
  [[nodiscard]] std::string shown(const std::string& path) const;
  /// The path, or the nearest around it, that has a position; empty for the whole file.
  [[nodiscard]] std::string nearest(std::string path) const;
  /// True if the problem only follows from others that were reported.
  [[nodiscard]] bool is_consequence(const Problem& problem,
                                    const std::set<std::string>& reported) const;

  std::vector<std::string_view> lines_{};
  Blueprint blueprint_{};
  Paths names_{};
  const ZoneSource& zones_;
  std::vector<HolidayList> holiday_lists_{};
  Day day_{};
  LineNames demands_{};
  std::vector<std::string> demand_names_{};
  const CallLogSource* call_log_source_ = nullptr;
  std::map<std::string, std::optional<CallLog>> call_logs_{};  // by name
  std::map<std::string, Position> positions_{};
  std::map<std::string, std::string> shown_as_{};
  std::set<std::string> incomplete_{};
  std::vector<Problem> problems_{};
  std::vector<Problem> syntax_problems_{};
  LostText lost_{};
};

}  // namespace v1
}  // namespace acd
