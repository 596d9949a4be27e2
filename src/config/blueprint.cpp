// Appends lines to a blueprint; a line's id is its index.
#include "acd/config/blueprint.hpp"

#include <utility>

namespace acd {
inline namespace v1 {
namespace {

template <class LineId, class Line>
LineId append(std::vector<Line>& lines, Line line) {
  lines.push_back(std::move(line));
  return LineId{lines.size() - 1};
}

}  // namespace

ChannelId Blueprint::add(Channel channel) {
  return append<ChannelId>(channels, std::move(channel));
}
SkillId Blueprint::add(Skill skill) { return append<SkillId>(skills, std::move(skill)); }
AttributeId Blueprint::add(Attribute attribute) {
  return append<AttributeId>(attributes, std::move(attribute));
}
ReasonId Blueprint::add(Reason reason) { return append<ReasonId>(reasons, std::move(reason)); }
HostRankId Blueprint::add(HostRank host_rank) {
  return append<HostRankId>(host_ranks, std::move(host_rank));
}
HostChoiceId Blueprint::add(HostChoice host_choice) {
  return append<HostChoiceId>(host_choices, std::move(host_choice));
}
TeamId Blueprint::add(Team team) { return append<TeamId>(teams, std::move(team)); }
OfferRuleId Blueprint::add(OfferRule offer_rule) {
  return append<OfferRuleId>(offer_rules, std::move(offer_rule));
}
CapacityRuleId Blueprint::add(CapacityRule capacity) {
  return append<CapacityRuleId>(capacities, std::move(capacity));
}
RequirementId Blueprint::add(NamedRequirement requirement) {
  return append<RequirementId>(requirements, std::move(requirement));
}
ZoneId Blueprint::add(ZoneRules zone) { return append<ZoneId>(zones, std::move(zone)); }
TimePlanId Blueprint::add(TimePlan plan) { return append<TimePlanId>(time_plans, std::move(plan)); }
GroupId Blueprint::add(SkillGroup group) { return append<GroupId>(groups, std::move(group)); }
BotId Blueprint::add(Bot bot) { return append<BotId>(bots, std::move(bot)); }
MenuNodeId Blueprint::add(MenuNode node) { return append<MenuNodeId>(menu_nodes, std::move(node)); }
EntryId Blueprint::add(Entry entry) { return append<EntryId>(entries, std::move(entry)); }
SurgeId Blueprint::add(Surge surge) { return append<SurgeId>(surges, std::move(surge)); }
void Blueprint::add(BreakRule rule) { break_rules.push_back(std::move(rule)); }
void Blueprint::add(Agent agent) { agents.push_back(std::move(agent)); }

}  // namespace v1
}  // namespace acd
