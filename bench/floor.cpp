// Builds the floor's blueprint, and gives commands as a host does.
#include "floor.hpp"

#include "plan.hpp"

namespace acd::bench {
namespace {

Blueprint blueprint_of(const FloorShape& shape) {
  Blueprint blueprint;
  blueprint.limits.sessions = 2 * shape.agents;
  blueprint.add(Channel{.name = "voice"});
  blueprint.add(OfferRule{shape.offer_rule});
  blueprint.offer_rules.back().name = "only";
  for (std::uint32_t i = 0; i < shape.groups; ++i) {
    SkillGroup group = shape.group;
    group.name = numbered('g', i);
    blueprint.add(group);
  }
  for (std::uint32_t i = 0; i < shape.agents; ++i) {
    Agent agent{.name = numbered('a', i)};
    for (std::uint32_t j = 0; j < shape.memberships; ++j) {
      const std::uint32_t group = (i + j * (shape.groups / shape.memberships + 1)) % shape.groups;
      agent.memberships.push_back({.group = GroupId{group}, .level = static_cast<Level>(i % 8)});
    }
    blueprint.add(agent);
  }
  return blueprint;
}

}  // namespace

Floor::Floor(const FloorShape& shape)
    : router_{compiled(blueprint_of(shape))}, agents_{shape.agents}, groups_{shape.groups} {
  arrival_.kind = CommandKind::arrive;
}

void Floor::everybody_ready() {
  for (std::uint32_t i = 0; i < agents_; ++i) {
    done(router_.sign_in(router_.agent(i), now_));
    done(router_.ready(router_.agent(i), now_));
  }
}

Outcome Floor::arrive(std::uint64_t number) {
  arrival_.group = GroupId{number % groups_};
  arrival_.priority = static_cast<Priority>(number / groups_ % 4);
  return done(router_.apply(arrival_, now_));
}

Outcome Floor::done(Status status) {
  refusals_ += status == Status::applied ? 0U : 1U;
  Outcome outcome;
  for (const Event& event : router_.drain_events()) {
    if (event.kind == EventKind::arrived) outcome.session = event.session;
    if (event.kind == EventKind::offered) outcome.offer = event.offer;
  }
  return outcome;
}

}  // namespace acd::bench
