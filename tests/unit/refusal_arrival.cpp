// What an arrival is refused for.
#include "refusal.hpp"

namespace acd::test {
namespace {

Command arrival(GroupId group) { return {.kind = CommandKind::arrive, .group = group}; }

Command with_attribute(AttributeId attribute, std::int64_t value) {
  Command command = arrival(plan::sales);
  command.attributes = {{attribute, value}};
  return command;
}

Command excluding(std::initializer_list<AgentHandle> agents) {
  Command command = arrival(plan::sales);
  for (const AgentHandle agent : agents) command.excluded.push_back(agent);
  return command;
}

Refusals place_refusals() {
  return {
      {"arrive in a group that is not in the plan", Status::unknown_group,
       [](Desk&) { return arrival(GroupId{8}); }},
      {"arrive in no group", Status::unknown_group, [](Desk&) { return arrival(GroupId{}); }},
      {"arrive on a channel that is not in the plan", Status::unknown_channel,
       [](Desk&) {
         Command command = arrival(plan::sales);
         command.channel = ChannelId{3};
         return command;
       }},
      {"arrive on a channel that the group does not serve", Status::channel_not_served,
       [](Desk&) {
         Command command = arrival(plan::sales);
         command.channel = plan::email;
         return command;
       }},
      {"arrive with a priority above the highest", Status::priority_out_of_range,
       [](Desk&) {
         Command command = arrival(plan::sales);
         command.priority = 10;
         return command;
       }},
      {"arrive with a requirement that was never defined", Status::unknown_requirement,
       [](Desk&) {
         Command command = arrival(plan::sales);
         command.requirement = RequirementId{1};
         return command;
       }},
  };
}

Refusals instant_refusals() {
  return {
      {"arrive with a start in the future", Status::time_out_of_range,
       [](Desk& desk) {
         Command command = arrival(plan::sales);
         command.start = desk.now() + Duration{1};
         return command;
       }},
      {"arrive with a start before all time", Status::time_out_of_range,
       [](Desk&) {
         Command command = arrival(plan::sales);
         command.start = earliest - Duration{1};
         return command;
       }},
      {"arrive with a due instant beyond all time", Status::time_out_of_range,
       [](Desk&) {
         Command command = arrival(plan::sales);
         command.due = latest + Duration{1};
         return command;
       }},
  };
}

Refusals fact_refusals() {
  return {
      {"arrive with an attribute that is not in the plan", Status::unknown_attribute,
       [](Desk&) { return with_attribute(AttributeId{2}, 0); }},
      {"arrive with a flag of 2", Status::value_out_of_range,
       [](Desk&) { return with_attribute(plan::vip, 2); }},
      {"arrive with a symbol beyond the list", Status::value_out_of_range,
       [](Desk&) { return with_attribute(plan::tier, 2); }},
      {"arrive with a negative symbol", Status::value_out_of_range,
       [](Desk&) { return with_attribute(plan::tier, -1); }},
      {"arrive excluding an unknown agent", Status::unknown_agent,
       [](Desk& desk) {
         return excluding({desk.agent("ann"), AgentHandle{6, 1}});
       }},
  };
}

Refusals limit_refusals() {
  return {
      {"arrive beyond the live sessions", Status::too_many_sessions,
       [](Desk& desk) {
         for (int i = 0; i < 4; ++i) waiting(desk);
         return arrival(plan::sales);
       }},
      {"arrive where one class more is needed", Status::too_many_classes,
       [](Desk& desk) {
         waiting(desk, plan::sales, plan::english);
         Command command = arrival(plan::support);
         command.requirement = plan::english;
         return command;
       },
       one_class_more},
      {"arrive in a full group", Status::group_full,
       [](Desk& desk) {
         waiting(desk, plan::full);
         return arrival(plan::full);
       }},
  };
}

}  // namespace

Refusals arrival_refusals() {
  Refusals all;
  for (const Refusals& some :
       {place_refusals(), instant_refusals(), fact_refusals(), limit_refusals()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace acd::test
