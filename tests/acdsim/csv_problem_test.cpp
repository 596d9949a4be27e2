// Everything that can be wrong with the CSV files, with the exact words and places.
#include <string>
#include <vector>

#include "call_log.hpp"
#include "csv_file.hpp"
#include "exit_status.hpp"
#include "shift_list.hpp"
#include "skill_matrix.hpp"
#include "support/catch.hpp"

using acdsim::CsvFile;
using acdsim::Names;
using acdsim::ProblemList;

namespace {

const std::string call_header =
    "arrival_time,call_id,customer_id,queue,priority,vru_seconds,outcome,wait_seconds,"
    "service_seconds,patience_seconds,agent_id\n";

std::string problems_of_calls(const std::string& text) {
  ProblemList problems;
  Names agents;
  (void)read_call_log(CsvFile::from_text("calls.csv", text, problems), agents);
  return to_text(problems);
}

std::string problems_of_shifts(const std::string& rows) {
  ProblemList problems;
  Names agents;
  const std::string text = "agent_id,login_time,logout_time\n" + rows;
  (void)read_shift_list(CsvFile::from_text("shifts.csv", text, problems), agents);
  return to_text(problems);
}

std::string problems_of_skills(const std::string& text) {
  ProblemList problems;
  Names agents;
  (void)read_skill_matrix(CsvFile::from_text("skills.csv", text, problems), agents);
  return to_text(problems);
}

struct Case {
  std::string what;
  std::string row;
  std::string expected;
};

}  // namespace

TEST_CASE("each wrong value of a call is named with its line and column") {
  const std::vector<Case> cases = {
      {"a good row", "1999-08-01T06:00:00Z,7,,PS,2,6,served,12,90,,A01", ""},
      {"no such day", "1999-02-30T06:00:00Z,7,,PS,2,6,served,12,90,,A01",
       "calls.csv:2:1: arrival_time: \"1999-02-30T06:00:00Z\" is not an instant such as "
       "1999-08-01T06:30:00Z\n"},
      {"no instant", "yesterday,7,,PS,2,6,served,12,90,,A01",
       "calls.csv:2:1: arrival_time: \"yesterday\" is not an instant such as "
       "1999-08-01T06:30:00Z\n"},
      {"before 1970", "1969-12-31T23:59:59Z,7,,PS,2,6,served,12,90,,A01",
       "calls.csv:2:1: arrival_time: \"1969-12-31T23:59:59Z\" is not an instant such as "
       "1999-08-01T06:30:00Z\n"},
      {"call id is a word", "1999-08-01T06:00:00Z,x7,,PS,2,6,served,12,90,,A01",
       "calls.csv:2:22: call_id: \"x7\" is not a whole number\n"},
      {"no call id", "1999-08-01T06:00:00Z,,,PS,2,6,served,12,90,,A01",
       "calls.csv:2:22: call_id: is empty\n"},
      {"no queue", "1999-08-01T06:00:00Z,7,,,2,6,served,12,90,,A01",
       "calls.csv:2:25: queue: is empty\n"},
      {"negative priority", "1999-08-01T06:00:00Z,7,,PS,-1,6,served,12,90,,A01",
       "calls.csv:2:28: priority: -1 is negative\n"},
      {"huge priority", "1999-08-01T06:00:00Z,7,,PS,300,6,served,12,90,,A01",
       "calls.csv:2:28: priority: 300 is more than 255\n"},
      {"unknown outcome", "1999-08-01T06:00:00Z,7,,PS,2,6,answered,12,90,,A01",
       "calls.csv:2:32: outcome: \"answered\" is not one of served, abandoned, left_vru\n"},
      {"negative wait", "1999-08-01T06:00:00Z,7,,PS,2,6,served,-12,90,,A01",
       "calls.csv:2:39: wait_seconds: -12 is negative\n"},
      {"decimal wait", "1999-08-01T06:00:00Z,7,,PS,2,6,served,1.5,90,,A01",
       "calls.csv:2:39: wait_seconds: \"1.5\" is not a whole number\n"},
      {"a wait of years", "1999-08-01T06:00:00Z,7,,PS,2,6,served,99999999,90,,A01",
       "calls.csv:2:39: wait_seconds: 99999999 is more than 31622400\n"},
      {"served without a wait", "1999-08-01T06:00:00Z,7,,PS,2,6,served,,90,,A01",
       "calls.csv:2:39: wait_seconds: is missing for a served call\n"},
      {"served without a service", "1999-08-01T06:00:00Z,7,,PS,2,6,served,12,,,A01",
       "calls.csv:2:42: service_seconds: is missing for a served call\n"},
      {"abandoned without patience", "1999-08-01T06:00:00Z,7,,PS,2,6,abandoned,12,,,",
       "calls.csv:2:46: patience_seconds: is missing for an abandoned call\n"},
      {"left the menu, nothing else asked", "1999-08-01T06:00:00Z,7,,PS,2,6,left_vru,x,y,z,", ""},
      {"a field is missing", "1999-08-01T06:00:00Z,7,,PS,2,6,served,12,90",
       "calls.csv:2:1: 9 fields, the header names 11\n"},
      {"columns count characters, not bytes", "1999-08-01T06:00:00Z,7,王小明,PS,-2,6,served,1,9,,",
       "calls.csv:2:31: priority: -2 is negative\n"},
      {"spaces around fields do not count", "1999-08-01T06:00:00Z , 7,,PS,2,6, served,12,90,,A01",
       ""},
  };
  for (const Case& each : cases) {
    INFO(each.what);
    CHECK(problems_of_calls(call_header + each.row + "\n") == each.expected);
  }
}

TEST_CASE("all problems of a log are reported, not only the first") {
  CHECK(problems_of_calls(call_header + "1999-08-01T06:00:00Z,7,,PS,2,6,served,-1,-2,,A01\n"
                                        "1999-08-01T05:00:00Z,7,,PS,2,6,abandoned,3,,,\n") ==
        "calls.csv:2:39: wait_seconds: -1 is negative\n"
        "calls.csv:2:42: service_seconds: -2 is negative\n"
        "calls.csv:3:22: call_id: 7 was used on line 2 already\n"
        "calls.csv:3:1: arrival_time: is before that of the row above\n");
}

TEST_CASE("after twenty problems the rest are counted") {
  std::string text = call_header;
  for (int i = 0; i < 25; ++i) {
    text += "1999-08-01T06:00:00Z," + std::to_string(i) + ",,PS,2,6,lost,1,2,,\n";
  }
  const std::string problems = problems_of_calls(text);
  CHECK(problems.find("calls.csv:21:") != std::string::npos);
  CHECK(problems.find("calls.csv:22:") == std::string::npos);
  CHECK(problems.substr(problems.size() - 15) == "... and 5 more\n");
}

TEST_CASE("missing and repeated columns are named") {
  CHECK(problems_of_calls("arrival_time,call_id,queue,queue,outcome,wait_seconds,service_seconds,"
                          "patience_seconds\n") ==
        "calls.csv:1:28: column \"queue\" appears twice\n"
        "calls.csv:1:1: column \"priority\" is missing\n"
        "calls.csv:1:1: column \"agent_id\" is missing\n");
  CHECK(problems_of_calls("") == "calls.csv:1:1: the file is empty; a header line was expected\n");
}

TEST_CASE("a byte order mark, carriage returns and empty lines do no harm") {
  CHECK(problems_of_calls("\xEF\xBB\xBF" + call_header.substr(0, call_header.size() - 1) +
                          "\r\n\r\n1999-08-01T06:00:00Z,7,,PS,2,6,served,12,90,,A01\r\n\n") == "");
}

TEST_CASE("calls keep what the log says of them") {
  ProblemList problems;
  Names agents;
  const std::string text = call_header +
                           "1999-08-01T06:00:00Z,7,C1,PS,2,6,served,12,90,,A01\n"
                           "1999-08-01T06:00:01Z,8,,PS,0,6,left_vru,,,,\n"
                           "1999-08-01T06:00:02Z,9,,NE,1,6,abandoned,30,,31,\n";
  const acdsim::CallLogFile read =
      read_call_log(CsvFile::from_text("calls.csv", text, problems), agents);
  const acd::CallLog& log = read.log;
  REQUIRE(log.calls.size() == 2);
  CHECK(read.left_vru == 1);
  CHECK(log.calls[0].id == 7);
  CHECK(log.calls[0].wait == std::chrono::seconds{12});
  CHECK(log.calls[0].service == std::chrono::seconds{90});
  CHECK(agents.name(static_cast<std::size_t>(log.calls[0].agent)) == "A01");
  CHECK(log.calls[1].patience == std::chrono::seconds{31});
  CHECK(log.calls[1].agent == -1);
  CHECK(log.queues == std::vector<std::string>{"PS", "NE"});
  CHECK(log.queue("NE") == log.calls[1].queue);
  CHECK(!log.queue("IN"));
}

TEST_CASE("a customer has the same number wherever he calls, and nobody has none") {
  const auto customers = [](const std::string& text) {
    ProblemList problems;
    Names agents;
    std::vector<std::uint64_t> numbers;
    for (const auto& call :
         read_call_log(CsvFile::from_text("calls.csv", text, problems), agents).log.calls) {
      numbers.push_back(call.customer);
    }
    CHECK(problems.empty());
    return numbers;
  };
  const auto numbers = customers(call_header +
                                 "1999-08-01T06:00:00Z,7,C1,PS,2,6,served,12,90,,A01\n"
                                 "1999-08-01T06:00:01Z,8,C2,PS,0,6,served,12,90,,A01\n"
                                 "1999-08-01T06:00:02Z,9,C1,NE,1,6,served,12,90,,A01\n"
                                 "1999-08-01T06:00:03Z,10,,NE,1,6,served,12,90,,A01\n");
  CHECK(numbers == std::vector<std::uint64_t>{numbers[0], numbers[1], numbers[0], 0});
  CHECK(numbers[0] != 0);
  CHECK(numbers[0] != numbers[1]);
  CHECK(customers(call_header + "1999-08-02T06:00:00Z,1,C2,PS,2,6,served,1,9,,A02\n") ==
        std::vector<std::uint64_t>{numbers[1]});
  CHECK(customers("arrival_time,call_id,queue,priority,outcome,wait_seconds,service_seconds,"
                  "patience_seconds,agent_id\n"
                  "1999-08-02T06:00:00Z,1,PS,2,served,1,9,,A02\n") ==
        std::vector<std::uint64_t>{0});
}

TEST_CASE("each wrong shift is named with its line and column") {
  const std::vector<Case> cases = {
      {"a good one", "A01,1999-08-01T06:00:00Z,1999-08-01T12:00:00Z", ""},
      {"one ends as the next begins",
       "A01,1999-08-01T06:00:00Z,1999-08-01T12:00:00Z\n"
       "A01,1999-08-01T12:00:00Z,1999-08-01T13:00:00Z",
       ""},
      {"sign-out before sign-in", "A01,1999-08-01T06:00:00Z,1999-08-01T05:00:00Z",
       "shifts.csv:2:26: logout_time: is before the login at 1999-08-01T06:00:00Z\n"},
      {"nobody", ",1999-08-01T06:00:00Z,1999-08-01T12:00:00Z",
       "shifts.csv:2:1: agent_id: is empty\n"},
      {"no instant", "A01,6 o'clock,1999-08-01T12:00:00Z",
       "shifts.csv:2:5: login_time: \"6 o'clock\" is not an instant such as "
       "1999-08-01T06:30:00Z\n"},
      {"two at the same time",
       "A01,1999-08-01T06:00:00Z,1999-08-01T12:00:00Z\n"
       "A01,1999-08-01T11:00:00Z,1999-08-01T13:00:00Z",
       "shifts.csv:3:1: agent_id: A01 is signed in until 1999-08-01T12:00:00Z by line 2\n"},
  };
  for (const Case& each : cases) {
    INFO(each.what);
    CHECK(problems_of_shifts(each.row + "\n") == each.expected);
  }
}

TEST_CASE("each wrong skill is named with its line and column") {
  CHECK(problems_of_skills("agent_id,PS_calls,PS_mean_service_s\nA01,12,x\n") == "");
  CHECK(problems_of_skills("agent_id,PS_calls\nA01,many\nA01,3\n,3\n") ==
        "skills.csv:2:5: PS_calls: \"many\" is not a whole number\n"
        "skills.csv:3:1: agent_id: A01 has a row on line 2 already\n"
        "skills.csv:4:1: agent_id: is empty\n");
  CHECK(problems_of_skills("name,PS_calls\n") ==
        "skills.csv:1:1: column \"agent_id\" is missing\n");
}

TEST_CASE("a file that is not there and a directory are no input") {
  ProblemList problems;
  for (const char* path : {"no/such/file.csv", "."}) {
    try {
      (void)CsvFile::open(path, problems);
      FAIL("opened " << path);
    } catch (const acdsim::Failure& failure) {
      CHECK(failure.status() == acdsim::ExitStatus::no_input);
    }
  }
}
