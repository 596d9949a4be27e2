// One supervisor takes all calls; the agents only have to be there.
#include "log_trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "acd/companion/time_text.hpp"
#include "acd/config/compiled_plan.hpp"
#include "exit_status.hpp"

namespace acdsim {
namespace {

using acd::CommandKind;
using acd::Duration;

/// The plan's groups and agents, and nothing that decides; the supervisor comes last.
acd::Blueprint watched(const acd::Blueprint& plan) {
  acd::Blueprint blueprint;
  blueprint.limits = plan.limits;
  blueprint.limits.sessions = std::max(plan.limits.sessions, 10'000U);
  const acd::ChannelId phone = blueprint.add(acd::Channel{"phone"});
  const acd::CapacityRuleId many =
      blueprint.add(acd::CapacityRule{.name = "many", .units = 255, .channels = {{phone, 1, 255}}});
  for (const acd::SkillGroup& group : plan.groups) {
    blueprint.add(acd::SkillGroup{.name = group.name,
                                  .distribution = acd::Distribution::pull,
                                  .wrap_up = group.wrap_up,
                                  .forecast = acd::Forecast::counted});
  }
  for (const acd::Agent& agent : plan.agents) {
    acd::Agent member{.name = agent.name, .capacity = many};
    for (const acd::Membership& each : agent.memberships) {
      member.memberships.push_back({.group = each.group});
    }
    blueprint.add(member);
  }
  blueprint.add(
      acd::Agent{.name = "the log", .capacity = many, .pick_right = acd::PickRight::all_groups});
  return blueprint;
}

enum class Happened : std::uint8_t { complete, sign_out, sign_in, answer, give_up, arrive };

struct Step {
  acd::Instant at{};
  Happened what = Happened::arrive;  // in this order at equal instants
  std::size_t subject = 0;           // call or agent
};

std::vector<Step> steps_of(const ReplayInput& input) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < input.log.calls.size(); ++i) {
    const CallRecord& call = input.log.calls[i];
    const acd::Instant end = call.arrived + call.wait;
    const bool is_served = call.outcome == Outcome::served;
    steps.push_back({call.arrived, Happened::arrive, i});
    if (call.wait > Duration{0}) {
      steps.push_back({end, is_served ? Happened::answer : Happened::give_up, i});
    }
    if (is_served && call.talk > Duration{0}) {
      steps.push_back({end + call.talk, Happened::complete, i});
    }
  }
  for (const SignedIn& stretch : input.log.signed_in) {
    steps.push_back({stretch.begin, Happened::sign_in, stretch.agent});
    steps.push_back({stretch.end, Happened::sign_out, stretch.agent});
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return std::tuple{a.at, a.what} < std::tuple{b.at, b.what};
  });
  return steps;
}

class LogTrial {
 public:
  explicit LogTrial(const ReplayInput& input)
      : input_{&input},
        router_{acd::CompiledPlan::compile(watched(input.plan.blueprint())).plan.value()},
        trial_{router_},
        supervisor_{router_.agent(input.plan.blueprint().agents.size())},
        sessions_(input.log.calls.size()) {}

  std::vector<ForecastCase> run() {
    const std::vector<Step> steps = steps_of(*input_);
    if (steps.empty()) return {};
    give({.kind = CommandKind::sign_in, .agent = supervisor_}, steps.front().at);
    for (const Step& step : steps) perform(step);
    return trial_.cases();
  }

 private:
  void perform(const Step& step) {
    switch (step.what) {
      case Happened::complete: complete(step.subject, step.at); break;
      case Happened::sign_out:
        give({.kind = CommandKind::drain, .agent = router_.agent(step.subject)}, step.at);
        break;
      case Happened::sign_in: sign_in(router_.agent(step.subject), step.at); break;
      case Happened::answer: answer(step.subject, step.at); break;
      case Happened::give_up: give_up(step.subject, step.at); break;
      case Happened::arrive: arrive(step.subject, step.at); break;
    }
  }

  void arrive(std::size_t number, acd::Instant at) {
    const CallRecord& call = input_->log.calls[number];
    trial_.ask(call.queue, call.priority);
    give({.kind = CommandKind::arrive, .priority = call.priority, .group = call.queue}, at);
    sessions_[number] = arrived_;
    if (call.wait > Duration{0}) {
      trial_.note(arrived_);
    } else if (call.outcome == Outcome::served) {
      answer(number, at);
    } else {
      give_up(number, at);
    }
  }

  void answer(std::size_t number, acd::Instant at) {
    give({.kind = CommandKind::pick, .session = sessions_[number], .agent = supervisor_}, at);
    if (input_->log.calls[number].talk == Duration{0}) complete(number, at);
  }

  void give_up(std::size_t number, acd::Instant at) {
    give({.kind = CommandKind::cancel, .session = sessions_[number]}, at);
  }

  void complete(std::size_t number, acd::Instant at) {
    give({.kind = CommandKind::complete, .session = sessions_[number]}, at);
  }

  void sign_in(acd::AgentHandle agent, acd::Instant at) {
    give({.kind = CommandKind::sign_in, .agent = agent}, at);
    give({.kind = CommandKind::ready, .agent = agent}, at);
  }

  void give(const acd::Command& command, acd::Instant at) {
    const acd::Status status = router_.apply(command, at);
    for (const acd::Event& event : router_.drain_events()) {
      if (event.kind == acd::EventKind::arrived) arrived_ = event.session;
      trial_.add(event);
    }
    if (status == acd::Status::applied) return;
    throw Failure{ExitStatus::internal,
                  fmt::format("the router refused what the log says of {}: {}", acd::to_text(at),
                              acd::to_text(status))};
  }

  const ReplayInput* input_;
  acd::Router router_;
  ForecastTrial trial_;
  acd::AgentHandle supervisor_;
  std::vector<acd::SessionHandle> sessions_;  // by call
  acd::SessionHandle arrived_{};              // last
};

}  // namespace

std::vector<ForecastCase> forecasts_of_log(const ReplayInput& input) {
  return LogTrial{input}.run();
}

}  // namespace acdsim
