// A host's loop: commands, events, deadlines, in a little world that plays its own script.
//
// The host owns time. It keeps a queue of what will happen out there (callers, phones) and asks
// the router when it wants to be woken. Whichever is earlier happens next; then the events are
// drained, and the host does what they say: ring a phone, stop ringing it, connect, hang up.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <span>
#include <string>

#include "acd/companion/session_directory.hpp"
#include "acd/companion/text.hpp"
#include "acd/engine/router.hpp"

namespace {

using namespace std::chrono_literals;
using acd::Command;
using acd::CommandKind;
using acd::Duration;
using acd::Instant;

// ---- the script: who calls, and what a phone does when it rings -----------------------------

struct Caller {
  const char* name;
  Duration arrives;
  Duration talks;
  Duration hangs_up;  // so long after his arrival; zero: he stays
};
constexpr std::array callers{
    Caller{"carol", 10s, 60s, 0s},   // the first phone is not answered, the second is
    Caller{"dan", 150s, 40s, 0s},    // the first agent declines, the second answers
    Caller{"eve", 240s, 40s, 4s},    // hangs up just as the agent answers: the two cross
    Caller{"frank", 300s, 40s, 6s},  // hangs up while the phone rings
    Caller{"grace", 360s, 40s, 0s},  // the first answer comes too late
};

/// What becomes of a caller's first ring, his second ...; without a line: nobody answers.
struct Ring {
  std::size_t caller;
  std::size_t ring;
  CommandKind answer;
  Duration after;
};
constexpr std::array rings{
    Ring{0, 1, CommandKind::accept, 4s},      Ring{1, 0, CommandKind::decline, 3s},
    Ring{1, 1, CommandKind::accept, 5s},      Ring{2, 0, CommandKind::accept, 3900ms},
    Ring{4, 0, CommandKind::accept, 14900ms}, Ring{4, 1, CommandKind::accept, 2s},
};

constexpr Duration wire = 150ms;  // from the host to a phone, and from a phone to the host

acd::Blueprint help_desk() {
  acd::Blueprint plan{.name = "help desk"};
  plan.add(acd::Channel{"voice"});
  const acd::OfferRuleId ring = plan.add(acd::OfferRule{.name = "ring",
                                                        .mode = acd::OfferMode::offer,
                                                        .time_limit = 15s,
                                                        .retry_after = 60s,
                                                        .withdrawal_lease = 5s});
  const acd::GroupId support = plan.add(
      acd::SkillGroup{.name = "support", .offer_rule = ring, .wrap_up = {.any_channel = 20s}});
  plan.add(acd::Agent{.name = "ann", .memberships = {{.group = support}}});
  plan.add(acd::Agent{.name = "bob", .memberships = {{.group = support}}});
  return plan;
}

// ---- the host -------------------------------------------------------------------------------

class Host {
 public:
  Host(const acd::CompiledPlan& plan, Instant start)
      : router_{plan},
        start_{start},
        names_{.blueprint = plan.blueprint(),
               .directory = &directory_,
               .symbols = &symbols_,
               .origin = start} {}

  void run() {
    for (std::size_t line = 0; line < router_.blueprint().agents.size(); ++line) {
      schedule(start_, {.kind = CommandKind::sign_in, .agent = router_.agent(line)});
      schedule(start_, {.kind = CommandKind::ready, .agent = router_.agent(line)});
    }
    for (std::size_t i = 0; i < callers.size(); ++i) {
      schedule(start_ + callers[i].arrives, {.kind = CommandKind::arrive,
                                             .group = acd::GroupId{0},
                                             .reference = symbols_.intern(callers[i].name)});
    }
    while (step()) {
    }
  }

 private:
  /// What the host knows of a live session beside the router.
  struct Call {
    std::size_t caller = 0;
    std::size_t rung = 0;
    bool hung_up = false;
  };

  /// Whichever is earlier: what happens in the world, or what the router waits for.
  bool step() {
    const Instant world = queue_.empty() ? acd::never : queue_.begin()->first;
    const Instant deadline = router_.next_deadline();
    if (world == acd::never && deadline == acd::never) return false;
    if (deadline < world) {
      give({.kind = CommandKind::advance}, deadline);
    } else {
      const Command command = queue_.extract(queue_.begin()).mapped();
      give(command, world);
    }
    return true;
  }

  void give(const Command& command, Instant now) {
    print(acd::to_text(acd::TimedCommand{now, command}, names_));
    const acd::Status status = apply(command, now);
    if (status != acd::Status::applied) print("  refused: " + std::string{to_text(status)});
    if (command.kind == CommandKind::cancel) calls_[command.session].hung_up = true;
    if (status == acd::Status::offer_withdrawn) stop_ringing(command.offer, now);
    const std::span<const acd::Event> events = router_.drain_events();
    for (const acd::Event& event : events) {
      print("  " + acd::to_text(event, names_));
      obey(event);
    }
    directory_.release_ended(events);
  }

  /// An arrival also enters the directory, which knows the session by its caller's name.
  acd::Status apply(const Command& command, Instant now) {
    if (command.kind != CommandKind::arrive) return router_.apply(command, now);
    return acd::arrive(router_, directory_, command, now).status;
  }

  void obey(const acd::Event& event) {
    switch (event.kind) {
      case acd::EventKind::arrived: greet(event); break;
      case acd::EventKind::offered: ring(event); break;
      case acd::EventKind::offer_withdrawn: withdraw(event); break;
      case acd::EventKind::assigned: connect(event); break;
      case acd::EventKind::ended: calls_.erase(event.session); break;
      case acd::EventKind::offer_ended:
      case acd::EventKind::requeued:
      case acd::EventKind::changed:
      case acd::EventKind::wrap_up_started:
      case acd::EventKind::wrap_up_extended:
      case acd::EventKind::wrap_up_ended:
      case acd::EventKind::agent_state:
      case acd::EventKind::agent_changed:
      case acd::EventKind::routed:
      case acd::EventKind::queued:
      case acd::EventKind::plan_opened:
      case acd::EventKind::plan_closed:
      case acd::EventKind::transition_added:
      case acd::EventKind::timetables_extended:
      case acd::EventKind::timetables_ended:
      case acd::EventKind::overflowed:
      case acd::EventKind::also_queued:
      case acd::EventKind::scheduled:
      case acd::EventKind::reminded:
      case acd::EventKind::fell_due:
      case acd::EventKind::surge_entered:
      case acd::EventKind::surge_left:
      case acd::EventKind::surge_released:
      case acd::EventKind::break_held:
      case acd::EventKind::break_denied:
      case acd::EventKind::held:
      case acd::EventKind::hold_ended:
      case acd::EventKind::owner_changed:
      case acd::EventKind::owners_moved:
      case acd::EventKind::forgotten:
      case acd::EventKind::requirement_defined: break;  // nothing to do but to show it
    }
  }

  void greet(const acd::Event& arrived) {
    const auto caller = static_cast<std::size_t>(arrived.value) - 1;  // references count from 1
    calls_[arrived.session] = {.caller = caller};
    const Duration hangs_up = callers[caller].hangs_up;
    if (hangs_up == 0s) return;
    schedule(arrived.at + hangs_up, {.kind = CommandKind::cancel, .session = arrived.session});
  }

  void ring(const acd::Event& offered) {
    Call& call = calls_[offered.session];
    const auto answered = std::ranges::find_if(rings, [&](const Ring& ring) {
      return ring.caller == call.caller && ring.ring == call.rung;
    });
    ++call.rung;
    if (answered == rings.end()) return;
    schedule(offered.at + wire + answered->after + wire,
             {.kind = answered->answer, .offer = offered.offer});
  }

  /// Tells the phone to stop. An answer given before the word is there comes all the same.
  void withdraw(const acd::Event& withdrawn) {
    const auto answer = std::ranges::find_if(
        queue_, [&](const auto& entry) { return entry.second.offer == withdrawn.offer; });
    if (answer != queue_.end()) {
      const Instant answered = answer->first - wire;
      if (answered < withdrawn.at + wire) return;
      queue_.erase(answer);
    }
    stop_ringing(withdrawn.offer, withdrawn.at);
  }

  void stop_ringing(acd::OfferToken offer, Instant now) {
    schedule(now + wire + wire, {.kind = CommandKind::withdrawn, .offer = offer});
  }

  /// Somebody who hung up may be served after all: his cancellation crossed the answer.
  void connect(const acd::Event& assigned) {
    const Call& call = calls_[assigned.session];
    const Duration talks = call.hung_up ? 0s : callers[call.caller].talks;
    schedule(assigned.at + talks, {.kind = CommandKind::complete, .session = assigned.session});
  }

  void schedule(Instant when, const Command& command) { queue_.emplace(when, command); }
  static void print(const std::string& line) { std::puts(line.c_str()); }

  acd::Router router_;
  Instant start_;
  acd::SessionDirectory directory_{};
  acd::SymbolTable symbols_{};
  acd::Names names_;  // callers print by name, instants as the time since the start
  std::multimap<Instant, Command> queue_{};  // equal instants stay in the order of their coming
  std::map<acd::SessionHandle, Call> calls_{};
};

}  // namespace

int main() {
  const auto compiled = acd::CompiledPlan::compile(help_desk());
  for (const acd::Problem& problem : compiled.problems) {
    std::printf("%s: %s\n", problem.path.c_str(), problem.message.c_str());
  }
  if (!compiled.plan) return 1;
  const Instant nine{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 9h};
  Host{*compiled.plan, nine}.run();
}
