// Read with nlohmann's JSON, which keeps no positions: that of an entry is where its date stands
// in the text, after those before it.
#include "holiday_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "acd/companion/civil_text.hpp"
#include "display_width.hpp"

namespace acdsim {
namespace {

using Json = nlohmann::ordered_json;

class HolidayJson {
 public:
  HolidayJson(std::string file, std::string_view text, ImportBook& book, ProblemList& problems)
      : file_{std::move(file)}, text_{text}, book_{book}, problems_{problems} {}

  void read() {
    Json root;
    try {
      root = Json::parse(text_);
    } catch (const Json::parse_error& error) {
      // What is wrong was found at the byte before the one that `byte` counts.
      return report(position_at(error.byte == 0 ? 0 : error.byte - 1), "this is not JSON");
    }
    if (root.is_object() && root.contains("days")) {
      read_days(root["days"]);
    } else if (root.is_object() && root.contains("years") && root["years"].is_object()) {
      for (const auto& [year, days] : root["years"].items()) read_year(year, days);
    } else {
      report(position_at(0), R"(neither "days" of a year nor "years" are in it)");
    }
  }

 private:
  [[nodiscard]] acd::Position position_at(std::size_t byte) const {
    return position_in(text_, byte);
  }

  void report(acd::Position position, std::string message) {
    problems_.add({file_, position, std::move(message)});
  }

  /// Where a string stands next.
  acd::Position find(const std::string& string) {
    const std::size_t found = text_.find('"' + string + '"', next_);
    if (found == std::string_view::npos) return position_at(next_);
    next_ = found + 1;
    return position_at(found);
  }

  void read_days(const Json& days) {
    if (!days.is_array()) return report(find("days"), "days: expected an array");
    find("days");
    for (const Json& day : days) {
      const bool is_whole = day.is_object() && day.contains("date") && day["date"].is_string() &&
                            day.contains("isOffDay") && day["isOffDay"].is_boolean();
      if (!is_whole) {
        report(position_at(next_), R"(a day has a "date" and "isOffDay", true or false: )" +
                                       day.dump(-1, ' ', false, Json::error_handler_t::replace));
        continue;
      }
      const bool is_off = day["isOffDay"].get<bool>();
      const bool is_named = day.contains("name") && day["name"].is_string();
      add(day["date"].get<std::string>(), is_named ? day["name"].get<std::string>() : "",
          is_off ? DayKind::holiday : DayKind::workday);
    }
  }

  void read_year(const std::string& year, const Json& days) {
    const acd::Position position = find(year);
    if (!days.is_object()) return report(position, year + ": expected an object");
    for (const auto& [key, kind] :
         {std::pair{"off", DayKind::holiday}, std::pair{"work", DayKind::workday}}) {
      if (!days.contains(key)) continue;
      const acd::Position list = find(key);
      if (!days[key].is_array()) {
        report(list, fmt::format("{}.{}: expected an array", year, key));
        continue;
      }
      for (const Json& date : days[key]) {
        if (date.is_string()) {
          add(date.get<std::string>(), kind == DayKind::holiday ? "holiday" : "workday", kind);
        } else {
          report(list, fmt::format("{}.{}: expected dates, found {}", year, key, date.dump()));
        }
      }
    }
  }

  void add(const std::string& text, const std::string& name, DayKind kind) {
    const acd::Position position = find(text);
    const acd::Parsed<acd::Date> date = acd::parse_date(text);
    if (!date.value) return report(position, date.message);
    book_.enter({file_, position},
                {.first = *date.value, .last = *date.value, .kind = kind, .name = name});
  }

  std::string file_;
  std::string_view text_;
  ImportBook& book_;
  ProblemList& problems_;
  std::size_t next_ = 0;
};

}  // namespace

void read_holiday_json(const std::string& file, const std::string& text, ImportBook& book,
                       ProblemList& problems) {
  HolidayJson{file, text, book, problems}.read();
}

}  // namespace acdsim
