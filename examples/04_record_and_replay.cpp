// Record and replay: a journal of commands reproduces every decision, and the state's hash.
//
// Because the router is a state machine without a clock, its commands are its whole history. A
// host that keeps them can explain any decision later, on any machine.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

#include "acd/companion/journal.hpp"
#include "acd/companion/text.hpp"
#include "acd/engine/router.hpp"

namespace {

using namespace std::chrono_literals;
using acd::Command;
using acd::CommandKind;

constexpr acd::GroupId chat{0};

acd::CompiledPlan chat_desk() {
  acd::Blueprint plan;
  const acd::ChannelId web = plan.add(acd::Channel{"web"});
  plan.add(acd::CapacityRule{
      .name = "two chats", .units = 2, .channels = {{.channel = web, .sessions_max = 2}}});
  const acd::GroupId group =
      plan.add(acd::SkillGroup{.name = "chat", .agent_order = acd::AgentOrder{acd::lowest_load()}});
  plan.add(acd::Agent{.name = "ann", .memberships = {{.group = group}}});
  plan.add(acd::Agent{.name = "bob", .memberships = {{.group = group}}});
  const auto made = acd::CompiledPlan::compile(plan);
  if (!made.plan) std::exit(1);
  return *made.plan;
}

/// Gives commands to a router, and writes them down. Refused ones too: the journal is what was
/// said, not what came of it.
class Recorder {
 public:
  explicit Recorder(const acd::CompiledPlan& plan, acd::Instant start)
      : router_{plan},
        journal_{plan.blueprint()},
        names_{.blueprint = plan.blueprint(), .origin = start} {}

  void give(const Command& command, acd::Instant now) {
    if (journal_.append(command, now) != acd::Status::applied) return;
    const acd::Status status = router_.apply(command, now);
    if (status != acd::Status::applied) {
      std::printf("refused: %s\n", std::string{to_text(status)}.c_str());
    }
    for (const acd::Event& event : router_.drain_events()) {
      std::printf("%s\n", acd::to_text(event, names_).c_str());
      if (event.kind == acd::EventKind::arrived) latest_ = event.session;
    }
  }
  [[nodiscard]] acd::SessionHandle latest() const { return latest_; }
  [[nodiscard]] const acd::Router& router() const { return router_; }
  [[nodiscard]] std::span<const std::byte> bytes() const { return journal_.bytes(); }

 private:
  acd::Router router_;
  acd::JournalWriter journal_;
  acd::Names names_;
  acd::SessionHandle latest_{};
};

/// Two agents, five chats; the last waits, until another is over, which is said twice.
void live_through_a_morning(Recorder& recorder, acd::Instant now) {
  for (const std::size_t line : {0U, 1U}) {
    const acd::AgentHandle agent = recorder.router().agent(line);
    recorder.give({.kind = CommandKind::sign_in, .agent = agent}, now);
    recorder.give({.kind = CommandKind::ready, .agent = agent}, now);
  }
  acd::SessionHandle fourth{};
  for (std::uint64_t reference = 1; reference <= 5; ++reference) {
    fourth = recorder.latest();
    now += 10s;
    recorder.give({.kind = CommandKind::arrive, .group = chat, .reference = reference}, now);
  }
  recorder.give({.kind = CommandKind::complete, .session = fourth}, now + 5min);
  recorder.give({.kind = CommandKind::complete, .session = fourth}, now + 5min);
}

/// A second router, made from the same plan, is told the same.
void replay(const acd::CompiledPlan& plan, std::span<const std::byte> bytes,
            std::uint64_t expected_hash) {
  acd::Router router{plan};
  const acd::ReplayResult result = acd::replay(bytes, router);
  std::printf("%u applied, %u refused, %u events; state hash %s; journal %s\n",
              static_cast<unsigned>(result.applied), static_cast<unsigned>(result.refused),
              static_cast<unsigned>(router.counts().events),
              router.state_hash() == expected_hash ? "equal" : "different",
              result.fault == acd::JournalFault::none ? "whole"
                                                      : std::string{to_text(result.fault)}.c_str());
}

}  // namespace

int main() {
  const acd::CompiledPlan plan = chat_desk();
  const acd::Instant nine{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 9h};
  Recorder recorder{plan, nine};
  live_through_a_morning(recorder, nine);

  const std::span<const std::byte> bytes = recorder.bytes();
  const std::uint64_t hash = recorder.router().state_hash();
  std::printf("the whole journal: ");
  replay(plan, bytes, hash);
  std::printf("three bytes short: ");
  replay(plan, bytes.first(bytes.size() - 3), hash);
}
