// Progress: what a terminal and a log show of it.
#include "progress.hpp"

#include <cstdio>
#include <memory>
#include <string>

#include "support/catch.hpp"

using acdsim::Progress;

namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// What is written of so many steps out of 20.
std::string shown(Progress::Kind kind, int steps, const std::string& note = "on the way") {
  const std::unique_ptr<std::FILE, Close> file{std::tmpfile()};
  {
    Progress progress{kind, file.get(), "walking", 20};
    for (int i = 1; i <= steps; ++i) progress.show(static_cast<std::uint64_t>(i), note);
  }
  std::string text(static_cast<std::size_t>(std::ftell(file.get())), '\0');
  std::rewind(file.get());
  REQUIRE(std::fread(text.data(), 1, text.size(), file.get()) == text.size());
  return text;
}

}  // namespace

TEST_CASE("a log gets a line for every tenth of the way") {
  CHECK(shown(Progress::Kind::lines, 4) ==
        "walking  10 %  on the way\nwalking  20 %  on the way\n");
}

TEST_CASE("a terminal gets one line, written again and again, and gone at the end") {
  CHECK(shown(Progress::Kind::bar, 1) ==
        "\r\x1b[Kwalking █░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   5 %  on the way\r\x1b[K");
}

TEST_CASE("a line that is too long for the terminal has less of a bar, or none") {
  // What is no terminal counts as 80 columns.
  CHECK(shown(Progress::Kind::bar, 10, std::string(53, 'x')).find(" █████░░░░░  50 %") !=
        std::string::npos);
  CHECK(shown(Progress::Kind::bar, 10, std::string(60, 'x')).find("walking  50 %") !=
        std::string::npos);
  CHECK(shown(Progress::Kind::bar, 10, std::string(90, 'x')).find('x') == std::string::npos);
}

TEST_CASE("who is quiet gets nothing") { CHECK(shown(Progress::Kind::silent, 20).empty()); }

TEST_CASE("the way may turn out longer or shorter than it seemed") {
  const std::unique_ptr<std::FILE, Close> file{std::tmpfile()};
  Progress progress{Progress::Kind::lines, file.get(), "walking", 100};
  CHECK_FALSE(progress.is_due(5));
  progress.expect(10);
  CHECK(progress.is_due(5));
}
