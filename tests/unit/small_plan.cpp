// Small plans and the questions asked of them.
#include "small_plan.hpp"

#include "support/catch.hpp"

namespace acd::test {

Blueprint small_plan(std::vector<SkillGroup> groups, const std::vector<std::string>& agents) {
  Blueprint blueprint;
  blueprint.add(Channel{.name = "voice"});
  std::vector<Membership> memberships;
  for (SkillGroup& group : groups) {
    const std::string number = std::to_string(memberships.size());
    if (group.name.empty()) group.name = "group " + number;
    memberships.push_back({.group = blueprint.add(group)});
  }
  for (const std::string& name : agents) {
    blueprint.add(Agent{.name = name, .memberships = memberships});
  }
  return blueprint;
}

OfferRule& with_offers(Blueprint& blueprint) {
  blueprint.add(OfferRule{.name = "offers", .mode = OfferMode::offer});
  return blueprint.offer_rules.back();
}

std::vector<std::uint64_t> references_served(Desk& desk, const std::string& agent) {
  std::vector<std::uint64_t> references;
  std::size_t read = desk.events().size();
  desk.ready(agent);
  for (; read < desk.events().size(); ++read) {
    const Event event = desk.events()[read];
    if (event.kind != EventKind::assigned) continue;
    REQUIRE(desk.name(event.agent) == agent);
    references.push_back(desk.view(event.session).reference);
    desk.complete(event.session);
  }
  return references;
}

std::vector<std::string> servers_in_turn(Desk& desk, int sessions, GroupId group) {
  std::vector<std::string> servers;
  for (int i = 0; i < sessions; ++i) {
    const SessionHandle session = desk.arrive({.group = group});
    servers.push_back(desk.server(session));
    if (!servers.back().empty()) desk.complete(session);
  }
  return servers;
}

}  // namespace acd::test
