// What changes to an agent are refused for: his state, then his facts.
#include "refusal.hpp"

namespace acd::test {
namespace {

Command of(Desk& desk, CommandKind kind, std::string_view agent = "ann") {
  return {.kind = kind, .agent = desk.agent(agent)};
}

void sign_in(Desk& desk) { desk.give(of(desk, CommandKind::sign_in)); }

/// ann drains; one of her sessions keeps her.
void draining(Desk& desk) {
  serving(desk);
  desk.give(of(desk, CommandKind::drain));
}

Refusals signed_out_refusals() {
  Refusals all;
  const std::pair<CommandKind, std::string> kinds[] = {
      {CommandKind::ready, "ready"},           {CommandKind::not_ready, "not_ready"},
      {CommandKind::drain, "drain"},           {CommandKind::sign_out, "sign_out"},
      {CommandKind::lose_agent, "lose_agent"},
  };
  for (const auto& [kind, name] : kinds) {
    all.push_back({name + " while signed out", Status::agent_signed_out,
                   [kind = kind](Desk& desk) { return of(desk, kind); }});
  }
  return all;
}

Refusals repeated_refusals() {
  return {
      {"sign in twice", Status::agent_signed_in,
       [](Desk& desk) {
         sign_in(desk);
         return of(desk, CommandKind::sign_in);
       }},
      {"sign in while draining", Status::agent_signed_in,
       [](Desk& desk) {
         draining(desk);
         return of(desk, CommandKind::sign_in);
       }},
      {"ready twice", Status::unchanged,
       [](Desk& desk) {
         desk.ready("ann");
         return of(desk, CommandKind::ready);
       }},
      {"not ready twice without a reason", Status::unchanged,
       [](Desk& desk) {
         sign_in(desk);
         return of(desk, CommandKind::not_ready);
       }},
      {"not ready twice for the same reason", Status::unchanged,
       [](Desk& desk) {
         desk.ready("ann");
         Command command = of(desk, CommandKind::not_ready);
         command.reason = plan::lunch;
         desk.give(command);
         return command;
       }},
      {"not ready for a reason that is not in the plan", Status::value_out_of_range,
       [](Desk& desk) {
         Command command = of(desk, CommandKind::not_ready);
         command.reason = ReasonId{1};
         return command;
       }},
      {"drain twice", Status::unchanged,
       [](Desk& desk) {
         draining(desk);
         return of(desk, CommandKind::drain);
       }},
  };
}

Refusals busy_refusals() {
  const auto out = [](Desk& desk) { return of(desk, CommandKind::sign_out); };
  return {
      {"sign out with an offer outstanding", Status::agent_busy,
       [out](Desk& desk) {
         offered(desk);
         return out(desk);
       }},
      {"sign out with an offer being withdrawn", Status::agent_busy,
       [out](Desk& desk) {
         withdrawn(desk);
         return out(desk);
       }},
      {"sign out while serving", Status::agent_busy,
       [out](Desk& desk) {
         serving(desk);
         return out(desk);
       }},
      {"sign out while wrapping up", Status::agent_busy,
       [out](Desk& desk) {
         wrapping_up(desk);
         return out(desk);
       }},
  };
}

Command set_capacity(Desk& desk, CapacityRuleId capacity) {
  Command command = of(desk, CommandKind::set_capacity);
  command.capacity = capacity;
  return command;
}

Command report_outside(Desk& desk, ChannelId channel, std::uint16_t count) {
  Command command = of(desk, CommandKind::report_outside);
  command.channel = channel;
  command.count = count;
  return command;
}

Refusals capacity_refusals() {
  return {
      {"set a capacity that is not in the plan", Status::unknown_capacity,
       [](Desk& desk) { return set_capacity(desk, CapacityRuleId{2}); }},
      {"set the capacity he has", Status::unchanged,
       [](Desk& desk) { return set_capacity(desk, plan::one); }},
      {"report outside work on a channel that is not in the plan", Status::unknown_channel,
       [](Desk& desk) { return report_outside(desk, ChannelId{3}, 1); }},
      {"report the outside work that was reported", Status::unchanged,
       [](Desk& desk) {
         desk.give(report_outside(desk, plan::chat, 2));
         return report_outside(desk, plan::chat, 2);
       }},
  };
}

Refusals membership_refusals() {
  const auto level = [](Desk& desk, GroupId group, Level value) {
    Command command = of(desk, CommandKind::set_level);
    command.group = group;
    command.level = value;
    return command;
  };
  const auto preference = [](Desk& desk, GroupId group, Preference value) {
    Command command = of(desk, CommandKind::set_preference);
    command.group = group;
    command.preference = value;
    return command;
  };
  return {
      {"set a level in a group that is not in the plan", Status::unknown_group,
       [=](Desk& desk) { return level(desk, GroupId{8}, 1); }},
      {"set a level in a group he is not in", Status::agent_not_in_group,
       [=](Desk& desk) { return level(desk, plan::foreign, 1); }},
      {"set a level above the highest", Status::level_out_of_range,
       [=](Desk& desk) { return level(desk, plan::sales, 11); }},
      {"set the level he has", Status::unchanged,
       [=](Desk& desk) { return level(desk, plan::sales, 5); }},
      {"set a preference in a group that is not in the plan", Status::unknown_group,
       [=](Desk& desk) { return preference(desk, GroupId{8}, 1); }},
      {"set a preference in a group he is not in", Status::agent_not_in_group,
       [=](Desk& desk) { return preference(desk, plan::foreign, 1); }},
      {"set the preference he has everywhere", Status::unchanged,
       [=](Desk& desk) { return preference(desk, GroupId{}, 0); }},
  };
}

}  // namespace

Refusals agent_state_refusals() {
  Refusals all;
  for (const Refusals& some : {signed_out_refusals(), repeated_refusals(), busy_refusals()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

Refusals agent_fact_refusals() {
  Refusals all = capacity_refusals();
  for (const Refusal& refusal : membership_refusals()) all.push_back(refusal);
  return all;
}

}  // namespace acd::test
