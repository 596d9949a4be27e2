// acdsim explain: the life of one session.
#include <string>

#include "program.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;

namespace {

const std::string day = examples_directory() + "/scenarios/ordinary_day.toml";

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("explain tells the first call of the day, the longest wait, and who gave up") {
  std::string told;
  for (const char* session : {"1", "longest-wait", "first-abandoned"}) {
    const Run run = run_acdsim("explain " + day + ' ' + session);
    INFO(run.err);
    CHECK(run.exit_code == 0);
    CHECK(run.err.empty());
    told += run.out + '\n';
  }
  CHECK(golden("explain_ordinary_day.out", told) == told);
}

TEST_CASE("another replication and another seed are other days") {
  const Run first = run_acdsim("explain " + day + " longest-wait");
  CHECK(run_acdsim("explain " + day + " longest-wait --replication 2").out != first.out);
  CHECK(run_acdsim("explain " + day + " longest-wait --seed 2").out != first.out);
  CHECK(run_acdsim("explain " + day + " longest-wait --replication 1").out == first.out);
}

TEST_CASE("explain tells overflow by the rule's name, and that a customer follows it") {
  const std::string path = scratch_directory() + "/day.toml";
  write_text(path,
             "begin = 2026-11-23T08:00:00Z\nend = \"12:00\"\nchannels = [\"voice\"]\n"
             "[[group]]\nname = \"sales\"\n[[group.overflow]]\nname = \"slow\"\n"
             "when = \"waited >= 30s\"\nalso_in = [\"reserve\"]\n[[group]]\nname = \"reserve\"\n"
             "[[demand]]\ngroup = \"sales\"\nrates = [{from = \"08:00\", per_hour = 30}]\n"
             "service = \"exponential(4m)\"\n"
             "[[staff]]\ngroup = \"sales\"\ncount = 1\nbegin = \"08:00\"\nend = \"12:00\"\n"
             "[[staff]]\ngroup = \"reserve\"\ncount = 2\nbegin = \"08:00\"\nend = \"12:00\"\n");
  const Run run = run_acdsim("explain " + path + " first-overflowed");
  INFO(run.out << run.err);
  CHECK(run.exit_code == 0);
  CHECK(has(run.out, "overflows from sales: its rule \"slow\""));
  CHECK(has(run.out, "waits in reserve, too"));
  CHECK(has(run.out, "agents: 1 busy"));
  CHECK(has(run.out, "ends: completed"));
}

TEST_CASE("explain says which sessions there are if it is asked for another") {
  const Run none = run_acdsim("explain " + day + " 100000");
  CHECK(none.exit_code == 64);
  CHECK(none.err.starts_with("acdsim: this replication has no session 100000: "));
  const Run word = run_acdsim("explain " + day + " longest_wait");
  CHECK(word.exit_code == 64);
  CHECK(word.err ==
        "acdsim: \"longest_wait\" names no session: a number by arrival does, and longest-wait, "
        "first-abandoned, first-overflowed\n");
  CHECK(run_acdsim("explain " + day).exit_code == 64);
  CHECK(run_acdsim("explain no/such.toml 1").exit_code == 66);
}

TEST_CASE("explain names the way through an entry, the day after, and who waits for an opening") {
  const std::string directory = examples_directory() + "/scenarios/";
  const Run way = run_acdsim("explain " + directory + "site_cut_over.toml 1");
  CHECK(has(way.out, "goes by entry centre\n"));
  CHECK(has(way.out, "goes by rule "));
  const Run ticket = run_acdsim("explain " + directory + "ticket_desk.toml longest-wait");
  CHECK(has(ticket.out, "is to wait in requests when it opens\n"));
  CHECK(has(ticket.out, "\n  2026-11-24 Tue\n"));
}
