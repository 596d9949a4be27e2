// The journal's format, byte by byte, and what its reader says about other bytes.
#include "acd/companion/journal.hpp"

#include <fmt/format.h>

#include <string>

#include "acd/companion/fingerprint.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

using namespace std::chrono_literals;

constexpr Instant noon{12h};

std::string hex(std::span<const std::byte> bytes) {
  std::string text;
  for (const std::byte byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned>(byte));
  return text;
}

std::vector<std::byte> changed(std::span<const std::byte> bytes, std::size_t at) {
  std::vector<std::byte> copy(bytes.begin(), bytes.end());
  copy.at(at) ^= std::byte{1};
  return copy;
}

std::string records(const Command& command) {
  JournalWriter writer = JournalWriter::continuing(noon);
  REQUIRE(writer.append(command, noon + 1s) == Status::applied);
  return hex(writer.bytes());
}

TEST_CASE("the header holds the magic word, the version and the blueprint's fingerprint") {
  const Blueprint blueprint;
  const JournalWriter writer{blueprint};
  std::string expected =
      "4143444a"
      "01000000";
  for (int i = 0; i < 8; ++i) {
    expected += fmt::format("{:02x}", fingerprint(blueprint) >> 8 * i & 0xff);
  }
  CHECK(hex(writer.bytes()) == expected);
}

// Pins the format: a change here needs a new version and a reader for the old one.
TEST_CASE("records are written as they were in version 1") {
  REQUIRE(journal_version == 1);
  CHECK(records({.kind = CommandKind::advance}) == "051c80897a00d68a5fb5");
  CHECK(records({.kind = CommandKind::accept, .offer = {3, 1}}) == "070a80897a010301910f30c2");
  CHECK(records({.kind = CommandKind::requeue,
                 .seniority = Seniority::fresh,
                 .group = GroupId{300},
                 .session = {7, 2}}) == "0a0380897a070702ac02019d10fbfa");
  CHECK(records({.kind = CommandKind::arrive,
                 .channel = ChannelId{1},
                 .priority = 2,
                 .group = GroupId{0},
                 .requirement = RequirementId{5},
                 .reference = 1'000'000,
                 .start = noon - 1min,
                 .due = noon + 1h,
                 .attributes = {{AttributeId{0}, -3}, {AttributeId{2}, 64}},
                 .excluded = {{4, 1}}}) ==
        "1f0080897aff03c0843d00010205ffa4963a8087a3e81a020005028001010401343f7229");
  CHECK(records({.kind = CommandKind::define_requirement,
                 .expression = skill_at_least(SkillId{1}, 3) && !has_skill(SkillId{2})}) ==
        "101a80897a0104000103ff000200ff0301f957eaa5");
  Command callback{.kind = CommandKind::arrive,
                   .channel = ChannelId{1},
                   .entry = EntryId{2},
                   .customer = 77,
                   .not_before = noon + 1h};
  CHECK(records(callback) == "0e0080897a841c01024d8087a3e81a7a4e48ac");
  Command dark{
      .kind = CommandKind::switch_plans, .effect = LayerEffect::opens, .until = noon + 1min};
  dark.plans = {TimePlanId{0}, TimePlanId{3}};
  CHECK(records(dark) == "0d1f80897a07020003008093a238bb8aec17");
}

TEST_CASE("a command outside the vocabulary is not recorded") {
  JournalWriter writer = JournalWriter::continuing(noon);
  const auto beyond = static_cast<CommandKind>(static_cast<int>(last_command_kind) + 1);
  CHECK(writer.append({.kind = beyond}, noon) == Status::bad_command);
  CHECK(writer.append({.kind = CommandKind::requeue, .seniority = static_cast<Seniority>(2)},
                      noon) == Status::bad_command);
  CHECK(writer.bytes().empty());
}

TEST_CASE("the reader says at which offset and why it stopped") {
  JournalWriter writer{Blueprint{}};
  REQUIRE(writer.append({.kind = CommandKind::ready, .agent = {0, 1}}, noon) == Status::applied);
  const std::size_t second = writer.bytes().size();
  REQUIRE(writer.append({.kind = CommandKind::ready, .agent = {1, 1}}, noon) == Status::applied);

  const auto read_all = [](std::span<const std::byte> bytes) {
    JournalReader reader{bytes};
    while (reader.next()) continue;
    return std::pair{reader.fault(), reader.offset()};
  };
  using End = std::pair<JournalFault, std::size_t>;
  const auto bytes = writer.bytes();
  CHECK(read_all(bytes) == End{JournalFault::none, bytes.size()});
  CHECK(read_all({}) == End{JournalFault::not_a_journal, 0});
  CHECK(read_all(changed(bytes, 0)) == End{JournalFault::not_a_journal, 0});
  CHECK(read_all(bytes.first(10)) == End{JournalFault::torn, 0});
  CHECK(read_all(changed(bytes, 4)) == End{JournalFault::unknown_version, 0});
  CHECK(read_all(bytes.first(bytes.size() - 1)) == End{JournalFault::torn, second});
  CHECK(read_all(changed(bytes, second + 2)) == End{JournalFault::corrupt, second});
}

TEST_CASE("a fingerprint tells blueprints apart by any member") {
  const auto with = [](auto change) {
    Blueprint blueprint;
    blueprint.add(SkillGroup{.name = "sales"});
    blueprint.add(Agent{.name = "ann", .memberships = {{.group = GroupId{0}}}});
    change(blueprint);
    return fingerprint(blueprint);
  };
  const std::uint64_t plain = with([](Blueprint&) {});
  CHECK(plain == with([](Blueprint&) {}));
  CHECK(plain != with([](Blueprint& b) { b.seed = 2; }));
  CHECK(plain != with([](Blueprint& b) { b.groups[0].name = "sale"; }));
  CHECK(plain != with([](Blueprint& b) { b.groups[0].max_length = 0; }));
  CHECK(plain != with([](Blueprint& b) { b.groups[0].requirement = has_skill(SkillId{0}); }));
  CHECK(plain != with([](Blueprint& b) { b.groups[0].session_order = oldest(); }));
  CHECK(plain != with([](Blueprint& b) { b.agents[0].memberships[0].delay = 1s; }));
  CHECK(plain != with([](Blueprint& b) { b.agents[0].wrap_up.any_channel = 0s; }));
  CHECK(plain != with([](Blueprint& b) { b.limits.level_max = 11; }));
  CHECK(plain != with([](Blueprint& b) { b.work_order = WorkOrder{}; }));
  CHECK(plain != with([](Blueprint& b) { b.timetables_until = latest; }));
  CHECK(plain != with([](Blueprint& b) { b.add(ZoneRules{.name = "UTC"}); }));
  CHECK(plain != with([](Blueprint& b) { b.add(TimePlan{.name = "always"}); }));
  const auto with_layer = [&with](const PlanLayer& layer) {
    return with([&layer](Blueprint& b) { b.add(TimePlan{.layers = {layer}}); });
  };
  const DaySet christmas = yearly(12, 25);
  const std::uint64_t day_off = with_layer(closes("", on_days(christmas)));
  CHECK(day_off != with_layer(opens("", on_days(christmas))));
  CHECK(day_off != with_layer(closes("christmas", on_days(christmas))));
  CHECK(day_off != with_layer(closes("", on_days(yearly(12, 26)))));
  CHECK(day_off != with_layer(closes("", shifts(christmas, {{12h, 24h}}))));
}

}  // namespace
}  // namespace acd
