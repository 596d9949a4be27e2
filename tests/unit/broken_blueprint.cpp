// A blueprint with one of everything.
#include "unit/broken_blueprint.hpp"

#include <utility>

#include "acd/companion/problem_text.hpp"
#include "acd/config/compiled_plan.hpp"
#include "support/catch.hpp"

namespace acd::test {

using namespace std::chrono_literals;

Blueprint sound_blueprint() {
  Blueprint b;
  const ChannelId voice = b.add(Channel{"voice"});
  const ChannelId chat = b.add(Channel{"chat"});
  const SkillId english = b.add(Skill{"english"});
  b.add(Skill{"trainee"});
  b.add(Attribute{.name = "vip", .type = AttributeType::flag});
  b.add(Attribute{.name = "tier", .type = AttributeType::symbol, .symbols = {"silver", "gold"}});
  b.add(Reason{"lunch"});
  b.add(HostRank{"fair_share", 2});
  b.add(HostRank{"stake", 1});
  b.add(OfferRule{.name = "ring", .mode = OfferMode::offer, .offers_max = 3, .misses_max = 2});
  b.add(CapacityRule{.name = "blended",
                     .units = 3,
                     .channels = {{.channel = voice, .cost = 3, .interrupts = {chat}},
                                  {.channel = chat, .sessions_max = 3}}});
  b.add(NamedRequirement{"spoken", skill_at_least(english, 3)});
  const GroupId sales = b.add(SkillGroup{.name = "sales",
                                         .channels = {voice},
                                         .wrap_up = {.any_channel = 30s, .channels = {{chat, 5s}}},
                                         .max_wait = 5min});
  const GroupId support = b.add(SkillGroup{.name = "support"});
  b.add(Agent{.name = "ann",
              .memberships = {{.group = sales, .level = 3}},
              .skills = {{english, 4}},
              .wrap_up = {.any_channel = 10s, .channels = {}}});
  b.add(Agent{.name = "bob", .memberships = {{.group = support}}});
  return b;
}

Registry sound_registry() {
  Registry registry;
  registry.bind_agent_rank("fair_share", 2, 16,
                           [](const AgentFacts& facts) { return facts.handled; });
  registry.bind_session_rank("stake", 1, 48,
                             [](const SessionFacts& facts) { return facts.reference; });
  return registry;
}

std::vector<std::string> lines_of(const std::vector<Problem>& problems) {
  std::vector<std::string> lines;
  for (const Problem& problem : problems) lines.push_back(to_text(problem));
  return lines;
}

Problem warning(std::string path, std::string message) {
  return {.path = std::move(path), .message = std::move(message), .severity = Severity::warning};
}

void check_each(const std::vector<Breakage>& breakages) {
  for (const Breakage& breakage : breakages) {
    Blueprint blueprint = sound_blueprint();
    breakage.break_it(blueprint);
    INFO(breakage.what);
    CHECK(lines_of(check(blueprint, sound_registry())) == lines_of(breakage.problems));
  }
}

}  // namespace acd::test
