// Laws of the journal: what is written is read; what is damaged is recognised.
#include "acd/companion/journal.hpp"

#include <rapidcheck.h>

#include <vector>

#include "law/random_values.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

using Bytes = std::vector<std::byte>;

std::vector<TimedCommand> random_commands() {
  std::vector<TimedCommand> commands;
  for (int left = *rc::gen::inRange(0, 12); left > 0; --left) {
    commands.push_back(random_timed_command());
  }
  return commands;
}

Bytes journal_of(const std::vector<TimedCommand>& commands) {
  JournalWriter writer{Blueprint{}};
  for (const TimedCommand& timed : commands) {
    RC_ASSERT(writer.append(timed.command, timed.now) == Status::applied);
  }
  return {writer.bytes().begin(), writer.bytes().end()};
}

std::vector<TimedCommand> all_of(JournalReader& reader) {
  std::vector<TimedCommand> commands;
  while (const auto timed = reader.next()) commands.push_back(*timed);
  return commands;
}

bool is_prefix(const std::vector<TimedCommand>& prefix, const std::vector<TimedCommand>& whole) {
  return prefix.size() <= whole.size() && std::equal(prefix.begin(), prefix.end(), whole.begin());
}

TEST_CASE("a journal gives back the commands it was given") {
  REQUIRE(rc::check([] {
    const std::vector<TimedCommand> commands = random_commands();
    const Bytes bytes = journal_of(commands);
    JournalReader reader{bytes};
    RC_ASSERT(all_of(reader) == commands);
    RC_ASSERT(reader.fault() == JournalFault::none);
    RC_ASSERT(reader.offset() == bytes.size());
  }));
}

TEST_CASE("a journal cut off anywhere is good up to its last whole record, and goes on from it") {
  REQUIRE(rc::check([] {
    const std::vector<TimedCommand> commands = random_commands();
    const Bytes whole = journal_of(commands);
    const auto size = *rc::gen::inRange<std::size_t>(16, whole.size() + 1);
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    JournalReader reader{cut};
    const std::vector<TimedCommand> read = all_of(reader);
    RC_ASSERT(is_prefix(read, commands));
    RC_ASSERT((reader.fault() == JournalFault::none) == (reader.offset() == size));
    if (reader.offset() < size) RC_ASSERT(reader.fault() == JournalFault::torn);

    JournalWriter rest = JournalWriter::continuing(reader.last());
    for (std::size_t i = read.size(); i < commands.size(); ++i) {
      RC_ASSERT(rest.append(commands[i].command, commands[i].now) == Status::applied);
    }
    Bytes mended(cut.begin(), cut.begin() + static_cast<std::ptrdiff_t>(reader.offset()));
    mended.insert(mended.end(), rest.bytes().begin(), rest.bytes().end());
    RC_ASSERT(mended == whole);
  }));
}

TEST_CASE("a damaged bit stops the reader at its record") {
  REQUIRE(rc::check([] {
    const std::vector<TimedCommand> commands = random_commands();
    RC_PRE(!commands.empty());
    Bytes bytes = journal_of(commands);
    const auto at = *rc::gen::inRange<std::size_t>(16, bytes.size());
    bytes[at] ^= std::byte{1} << *rc::gen::inRange(0, 8);
    JournalReader reader{bytes};
    RC_ASSERT(is_prefix(all_of(reader), commands));
    RC_ASSERT(reader.fault() != JournalFault::none);
    RC_ASSERT(reader.offset() <= at);
  }));
}

TEST_CASE("what the reader accepts, the writer writes") {
  REQUIRE(rc::check([](std::vector<std::uint8_t> noise) {
    Bytes bytes = journal_of(random_commands());
    for (const std::uint8_t byte : noise) bytes.push_back(std::byte{byte});
    JournalReader reader{bytes};
    const Bytes again = journal_of(all_of(reader));
    RC_ASSERT(again ==
              Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(reader.offset())));
  }));
}

}  // namespace
}  // namespace acd
