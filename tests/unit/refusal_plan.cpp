// The plan and the situations in which commands are refused.
#include "refusal.hpp"

namespace acd::test {
namespace {

using namespace std::chrono_literals;

void add_groups(Blueprint& blueprint) {
  const OfferRuleId ring = OfferRuleId{1};
  const OfferRuleId ring_two = OfferRuleId{2};
  const std::vector<ChannelId> voice{plan::voice};
  blueprint.add(SkillGroup{.name = "sales",
                           .channels = {plan::voice, plan::chat},
                           .callbacks = CallbackRule{.channel = plan::chat, .hours = plan::shut},
                           .affinity = owner()});
  blueprint.add(SkillGroup{.name = "support", .channels = voice, .offer_rule = ring});
  blueprint.add(SkillGroup{.name = "crowd", .channels = voice, .offer_rule = ring_two});
  blueprint.add(SkillGroup{.name = "letters", .channels = {plan::email, plan::chat}});
  blueprint.add(SkillGroup{.name = "full", .channels = voice, .max_length = 1});
  blueprint.add(
      SkillGroup{.name = "aftercare", .channels = voice, .wrap_up = {.any_channel = 60s}});
  blueprint.add(SkillGroup{.name = "foreign", .channels = voice});
  blueprint.add(SkillGroup{.name = "night", .channels = voice, .hours = plan::shut});
}

void add_agents(Blueprint& blueprint) {
  const std::vector<Membership> most{{.group = plan::sales, .level = 5},
                                     {.group = plan::support},
                                     {.group = plan::crowd},
                                     {.group = plan::full},
                                     {.group = plan::aftercare}};
  const std::vector<SkillLevel> english{{.skill = SkillId{0}, .level = 3}};
  blueprint.add(Agent{.name = "ann", .memberships = most, .skills = english});
  blueprint.add(Agent{.name = "bob", .memberships = most, .skills = english});
  blueprint.add(Agent{.name = "sue", .pick_right = PickRight::all_groups});
  blueprint.add(Agent{.name = "kit", .memberships = {{.group = plan::letters}}});
  blueprint.add(Agent{.name = "lea", .memberships = {{.group = plan::letters}}});
  blueprint.add(Agent{.name = "flo", .shift = plan::shut, .shift_kind = ShiftKind::flexible});
}

void add_plans(Blueprint& blueprint) {
  const ZoneId utc = blueprint.add(ZoneRules{.name = "UTC"});
  blueprint.add(TimePlan{.name = "shut", .zone = utc});
  blueprint.timetables_from = plan::timetables_end - std::chrono::days{365};
  blueprint.timetables_until = plan::timetables_end;
}

void add_guards(Blueprint& blueprint) {
  blueprint.add(Surge{.name = "storm"});
  blueprint.add(BreakRule{.name = "one stays", .group = plan::letters, .ready_min = 1});
  blueprint.add(BreakRule{.name = "lunch on approval",
                          .group = plan::letters,
                          .reasons = {plan::lunch},
                          .approval = BreakApproval::needed});
}

void add_door(Blueprint& blueprint) {
  const BotId helper = blueprint.add(Bot{.name = "helper", .hand_over_hours = plan::shut});
  const MenuNodeId root = blueprint.add(MenuNode{.name = "root"});
  blueprint.add(MenuNode{
      .name = "sales", .parent = root, .key = 1, .on_duty = {.target = to_group(plan::sales)}});
  Entry hotline{.name = "hotline"};
  hotline.rules.push_back(
      {.name = "vip", .when = attribute_is(plan::vip, 1), .on_duty = {.target = to_menu(root)}});
  hotline.rules.push_back({.name = "others", .on_duty = {.target = to_bot(helper)}});
  blueprint.add(hotline);
}

}  // namespace

Blueprint refusal_plan() {
  Blueprint blueprint;
  for (const char* name : {"voice", "chat", "email"}) blueprint.add(Channel{.name = name});
  const SkillId english = blueprint.add(Skill{.name = "english"});
  blueprint.add(Attribute{.name = "vip", .type = AttributeType::flag});
  blueprint.add(
      Attribute{.name = "tier", .type = AttributeType::symbol, .symbols = {"gold", "silver"}});
  blueprint.add(Reason{.name = "lunch"});
  blueprint.add(NamedRequirement{.name = "english", .requirement = has_skill(english)});
  blueprint.add(OfferRule{.name = "auto"});
  blueprint.add(OfferRule{.name = "ring", .mode = OfferMode::offer});
  blueprint.add(OfferRule{.name = "ring two", .mode = OfferMode::offer, .fan_out = 2});
  blueprint.add(
      CapacityRule{.name = "one", .channels = {{.channel = plan::voice}, {.channel = plan::chat}}});
  blueprint.add(CapacityRule{.name = "many",
                             .units = 9,
                             .channels = {{.channel = plan::voice, .sessions_max = 3},
                                          {.channel = plan::chat, .sessions_max = 3},
                                          {.channel = plan::email, .sessions_max = 3}}});
  add_plans(blueprint);
  add_groups(blueprint);
  add_agents(blueprint);
  add_door(blueprint);
  add_guards(blueprint);
  blueprint.memory = Refusal{}.memory;
  return blueprint;
}

SessionHandle waiting(Desk& desk, GroupId group, RequirementId requirement) {
  return desk.arrive({.group = group, .requirement = requirement});
}

SessionHandle serving(Desk& desk, RequirementId requirement) {
  desk.ready("ann");
  return desk.arrive({.group = plan::sales, .requirement = requirement});
}

SessionHandle offered(Desk& desk) {
  desk.ready("ann");
  return desk.arrive({.group = plan::support});
}

SessionHandle leaving(Desk& desk) {
  const SessionHandle session = offered(desk);
  desk.cancel(session);
  return session;
}

SessionHandle ended(Desk& desk) {
  const SessionHandle session = waiting(desk);
  desk.cancel(session);
  return session;
}

OfferToken wrapping_up(Desk& desk) {
  desk.ready("ann");
  const SessionHandle session = desk.arrive({.group = plan::aftercare});
  const OfferToken offer = desk.offer(session);
  desk.complete(session);
  return offer;
}

OfferToken withdrawn(Desk& desk) {
  const OfferToken offer = desk.offer(offered(desk));
  desk.not_ready("ann");
  return offer;
}

}  // namespace acd::test
