// acdsim import: what becomes of the entries of calendars.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string samples = examples_directory() + "/plans/";

std::string written(const std::string& name, const std::string& text) {
  const std::string path = scratch_directory() + "/" + name;
  std::ofstream{path, std::ios::binary} << text;
  return path;
}

/// Without the directory of the samples.
std::string without_directory(std::string text) {
  for (std::size_t at = text.find(samples); at != std::string::npos; at = text.find(samples)) {
    text.erase(at, samples.size());
  }
  return text;
}

/// What is said of the only event of a calendar.
std::string said_of(const std::string& event) {
  const std::string path = written(
      "a.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + event + "END:VEVENT\r\nEND:VCALENDAR\r\n");
  const Run run = run_acdsim("import " + path);
  CHECK(run.exit_code == 0);
  return run.err.substr(0, run.err.find('\n')).substr(path.size());
}

}  // namespace

TEST_CASE("a year of holiday-cn becomes the list of the example") {
  const Run run = run_acdsim("import " + samples + "cn_2026.json --name 中国2026");
  CHECK(run.exit_code == 0);
  CHECK(run.err.find("39 used, 0 approximated, 0 ignored\n") != std::string::npos);
  CHECK(read_whole(samples + "plans.toml").find(run.out) != std::string::npos);
}

TEST_CASE("a calendar with events of every sort") {
  const Run run =
      run_acdsim("import " + samples + "office.ics --from 2026-01-01 --until 2028-01-01");
  CHECK(run.exit_code == 0);
  const std::string all = run.out + "\n" + without_directory(run.err);
  CHECK(golden("import_office.out", all) == all);
}

TEST_CASE("the first file to name a day wins") {
  const Run run = run_acdsim("import " + samples + "cn_2026.json " + samples + "office.ics");
  CHECK(run.exit_code == 0);
  CHECK(run.err.find("office.ics:18:1: ignored: 2026-10-01..2026-10-07 国庆节, holiday: "
                     "2026-10-01 given before, holiday\n") != std::string::npos);
}

TEST_CASE("each event is used, approximated or ignored, and it is said how or why") {
  for (const auto& [event, said] : std::vector<std::pair<std::string, std::string>>{
           {"SUMMARY:x\r\nDTSTART;VALUE=DATE:20260501\r\n", "used: 2026-05-01 x, holiday"},
           {"DTSTART;VALUE=DATE:20260501\r\nDURATION:P3D\r\n",
            "used: 2026-05-01..2026-05-03 (no name), holiday"},
           {"SUMMARY:Work Day for May\r\nDTSTART;VALUE=DATE:20260509\r\n",
            "used: 2026-05-09 Work Day for May, workday"},
           {"SUMMARY:x\r\nDTSTART:20260501T220000Z\r\nDTEND:20260502T020000Z\r\n",
            "approximated: 2026-05-01..2026-05-02 x, holiday: an event with times, taken as whole "
            "days; its day is that of UTC"},
           {"SUMMARY:x\r\nDTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260501\r\n",
            "approximated: 2026-05-01 x, holiday: it ends when it starts, taken as one day"},
           {"SUMMARY:x\r\nDTSTART;VALUE=DATE:20260501\r\nRRULE:FREQ=YEARLY\r\n",
            "approximated: 2026-05-01 x, holiday: it repeats for ever, taken once: say --until"},
           {"SUMMARY:x\r\nDTSTART;VALUE=DATE:20230230\r\n",
            "ignored: x: its DTSTART is no date of the calendar"},
           {"SUMMARY:x\r\nDTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260532\r\n",
            "ignored: x: its DTEND is no date of the calendar"},
           {"SUMMARY:x\r\n", "ignored: x: it has no DTSTART"},
           {"SUMMARY:x\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20260501\r\n",
            "ignored: x: it is cancelled"},
       }) {
    CHECK(said_of(event) == ":2:1: " + said);
  }
  CHECK(said_of("SUMMARY:x\r\nDTSTART;VALUE=DATE:soon\r\n")
            .starts_with(":2:1: ignored: x: malformed: "));
}

TEST_CASE("a rule that ends gives all its occurrences, less its exceptions, and its extra dates") {
  const std::string path = written(
      "a.ics",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Thanksgiving\r\n"
      "DTSTART;VALUE=DATE:20241128\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=4\r\n"
      "EXDATE;VALUE=DATE:20261126\r\nRDATE;VALUE=DATE:20301128\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  CHECK(run_acdsim("import " + path).out ==
        "[[holiday_list]]\nname = \"holidays\"\nholidays = [\n"
        "  {name = \"Thanksgiving\", dates = \"2024-11-28\"},\n"
        "  {name = \"Thanksgiving\", dates = \"2025-11-27\"},\n"
        "  {name = \"Thanksgiving\", dates = \"2027-11-25\"},\n"
        "  {name = \"Thanksgiving\", dates = \"2030-11-28\"},\n]\n");
}

TEST_CASE("a malformed file is bad data at its line and column") {
  for (const auto& [name, text, problem] :
       std::vector<std::tuple<std::string, std::string, std::string>>{
           {"a.json", "{\"days\": [,", ":1:11: this is not JSON"},
           {"a.json", "{\n  \"day\": []}",
            ":1:1: neither \"days\" of a year nor \"years\" are in it"},
           {"a.json", "{\"days\": [\n  {\"date\": \"2026-02-30\", \"isOffDay\": true}]}",
            ":2:12: there is no date 2026-02-30"},
           {"a.json", "{\"days\": [{\"date\": \"2026-02-03\"}]}",
            ":1:3: a day has a \"date\" and \"isOffDay\", true or false: "
            "{\"date\":\"2026-02-03\"}"},
           {"a.json", "{\"years\": {\"2026\": {\"off\": [\n\"2026-1-1\"]}}}",
            ":2:1: expected a date such as 2026-10-01, found \"2026-1-1\""},
           {"a.ics", "holidays", ":1:1: this is no calendar: no BEGIN:VCALENDAR"},
           {"a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n", ":1:1: BEGIN without its END"},
       }) {
    const std::string path = written(name, text);
    const Run run = run_acdsim("import " + path);
    CHECK(run.exit_code == 65);
    CHECK(run.out.empty());
    CHECK(run.err == path + problem + "\n");
  }
  CHECK(run_acdsim("import no/such.ics").exit_code == 66);
  CHECK(run_acdsim("import " + samples + "office.ics --from 2026-02-30").exit_code == 64);
  CHECK(run_acdsim("import " + samples + "office.ics --like someday").exit_code == 64);
}

TEST_CASE("all of the recorded holidays of China are used") {
  const char* named = std::getenv("ACD_DATA_DIR");
  const std::string directory =
      named != nullptr ? named : examples_directory() + "/../../shared/data";
  if (!std::filesystem::exists(directory + "/cn_holidays.json")) {
    WARN("Skipped: there is no cn_holidays.json in " << directory
                                                     << "; set ACD_DATA_DIR to its directory.");
    return;
  }
  const Run run = run_acdsim("import " + directory + "/cn_holidays.json");
  CHECK(run.exit_code == 0);
  CHECK(run.err.ends_with("678 used, 0 approximated, 0 ignored\n"));
}
