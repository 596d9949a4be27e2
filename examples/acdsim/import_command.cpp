// Each file by the reader of its format, all into one book.
#include "import_command.hpp"

#include <fmt/format.h>

#include "acd/companion/time_plan_text.hpp"
#include "exit_status.hpp"
#include "holiday_json.hpp"
#include "icalendar.hpp"
#include "import_book.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

acd::Date date_option(const char* option, const std::string& text, acd::Date otherwise) {
  if (text.empty()) return otherwise;
  const acd::Parsed<acd::Date> date = acd::parse_date(text);
  if (!date.value) {
    throw Failure{ExitStatus::usage, fmt::format("{} {}: {}", option, text, date.message)};
  }
  return *date.value;
}

/// The word of one weekday.
void check_weekday(const std::string& like) {
  const acd::Parsed<acd::DaySet> days = acd::parse_day_set(like);
  const bool is_word = like.size() == 3 && days.value && days.value->nodes().size() == 1;
  if (!is_word) {
    throw Failure{ExitStatus::usage,
                  fmt::format("--like {}: expected a weekday such as mon", like)};
  }
}

/// Without the mark that some editors put at the beginning of UTF-8.
std::string text_of(const std::filesystem::path& file) {
  std::string text = read_text_file(file);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

}  // namespace

ImportResult import_calendars(const ImportRequest& request) {
  check_weekday(request.like);
  const ImportRules every_day;
  ImportBook book{{.from = date_option("--from", request.from, every_day.from),
                   .until = date_option("--until", request.until, every_day.until),
                   .workday_words = request.workday_words}};
  ProblemList problems;
  for (const std::filesystem::path& file : request.files) {
    const std::string text = text_of(file);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool is_json = first != std::string::npos && (text[first] == '{' || text[first] == '[');
    const auto read = is_json ? read_holiday_json : read_icalendar;
    read(file.string(), text, book, problems);
  }
  if (!problems.empty()) throw BadInput{problems};
  return {book.holiday_list_toml(request.name, request.like), book.report()};
}

}  // namespace acdsim
