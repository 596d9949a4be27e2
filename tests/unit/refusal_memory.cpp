// What is refused of the memory of customers, and of agents whom the host prefers.
#include "refusal.hpp"

namespace acd::test {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr std::uint64_t known = 7;

Command of_customer(CommandKind kind, std::uint64_t customer) {
  Command command{.kind = kind, .group = plan::sales};
  command.customer = customer;
  return command;
}

/// Of a customer in sales, by ann.
Command with_ann(CommandKind kind, Desk& desk, std::uint64_t customer = known) {
  Command command = of_customer(kind, customer);
  command.agent = desk.agent("ann");
  return command;
}

Command moving(Desk& desk, std::string_view from) {
  Command command{.kind = CommandKind::move_owners};
  command.agent = desk.agent(from);
  return command;
}

Command preferring(std::initializer_list<AgentHandle> agents) {
  Command command{.kind = CommandKind::arrive, .group = plan::sales};
  for (const AgentHandle agent : agents) command.preferred.push_back({agent, 5});
  return command;
}

Refusals preferred_refusals() {
  return {
      {"arrive with a preferred agent who is not in the plan", Status::unknown_agent,
       [](Desk&) {
         return preferring({AgentHandle{99, 1}});
       }},
      {"arrive with a preferred agent of another time", Status::unknown_agent,
       [](Desk& desk) {
         return preferring({{desk.agent("ann").slot, 2}});
       }},
      {"arrive with a preferred agent twice", Status::repeated_agent,
       [](Desk& desk) {
         return preferring({desk.agent("ann"), desk.agent("bob"), desk.agent("ann")});
       }},
  };
}

Refusals remember_refusals() {
  return {
      {"remember nobody", Status::unknown_customer,
       [](Desk& desk) { return with_ann(CommandKind::remember, desk, 0); }},
      {"remember that nobody served", Status::unknown_agent,
       [](Desk&) { return of_customer(CommandKind::remember, known); }},
      {"remember an agent who is not in the plan", Status::unknown_agent,
       [](Desk& desk) {
         Command command = with_ann(CommandKind::remember, desk);
         command.agent = AgentHandle{99, 1};
         return command;
       }},
      {"remember a service in no group", Status::unknown_group,
       [](Desk& desk) {
         Command command = with_ann(CommandKind::remember, desk);
         command.group = {};
         return command;
       }},
      {"remember what has not happened yet", Status::time_out_of_range,
       [](Desk& desk) {
         Command command = with_ann(CommandKind::remember, desk);
         command.start = desk.now() + Duration{1};
         return command;
       }},
      {"remember what was before the latest that is remembered", Status::time_out_of_range,
       [](Desk& desk) {
         Command command = with_ann(CommandKind::remember, desk);
         desk.give(command);
         command.start = desk.now() - Duration{1};
         return command;
       }},
      {"remember what would be forgotten already", Status::time_out_of_range,
       [](Desk& desk) {
         Command command = with_ann(CommandKind::remember, desk);
         desk.pass(hours{48});
         command.start = desk.now() - hours{24} - Duration{1};
         return command;
       }},
  };
}

Refusals owner_refusals() {
  return {
      {"set the owner of nobody", Status::unknown_customer,
       [](Desk& desk) { return with_ann(CommandKind::set_owner, desk, 0); }},
      {"set an owner who is not in the plan", Status::unknown_agent,
       [](Desk& desk) {
         Command command = with_ann(CommandKind::set_owner, desk);
         command.agent = AgentHandle{99, 1};
         return command;
       }},
      {"set an owner in no group", Status::unknown_group,
       [](Desk& desk) {
         Command command = with_ann(CommandKind::set_owner, desk);
         command.group = GroupId{8};
         return command;
       }},
      {"set an owner where none is kept", Status::no_memory,
       [](Desk& desk) {
         Command command = with_ann(CommandKind::set_owner, desk);
         command.group = plan::support;
         return command;
       }},
      {"set the owner that is", Status::unchanged,
       [](Desk& desk) {
         desk.give(with_ann(CommandKind::set_owner, desk));
         return with_ann(CommandKind::set_owner, desk);
       }},
      {"set no owner where there is none", Status::unchanged,
       [](Desk&) { return of_customer(CommandKind::set_owner, known); }},
  };
}

Refusals moving_refusals() {
  return {
      {"move the owners of nobody", Status::unknown_agent,
       [](Desk&) { return Command{.kind = CommandKind::move_owners}; }},
      {"move owners to one who is not in the plan", Status::unknown_agent,
       [](Desk& desk) {
         Command command = moving(desk, "ann");
         command.successor = AgentHandle{99, 1};
         return command;
       }},
      {"move owners of a group that is not in the plan", Status::unknown_group,
       [](Desk& desk) {
         Command command = moving(desk, "ann");
         command.group = GroupId{8};
         return command;
       }},
      {"move the owners of one who owns nobody", Status::unchanged,
       [](Desk& desk) {
         desk.give(with_ann(CommandKind::set_owner, desk));
         return moving(desk, "bob");
       }},
      {"move owners to whom they have", Status::unchanged,
       [](Desk& desk) {
         desk.give(with_ann(CommandKind::set_owner, desk));
         Command command = moving(desk, "ann");
         command.successor = command.agent;
         return command;
       }},
      {"forget nobody", Status::unknown_customer,
       [](Desk&) { return of_customer(CommandKind::forget_customer, 0); }},
      {"forget one who is not remembered", Status::unknown_customer,
       [](Desk& desk) {
         desk.give(with_ann(CommandKind::remember, desk));
         return of_customer(CommandKind::forget_customer, known + 1);
       }},
      {"forget one twice", Status::unknown_customer,
       [](Desk& desk) {
         desk.give(with_ann(CommandKind::remember, desk));
         desk.give(of_customer(CommandKind::forget_customer, known));
         return of_customer(CommandKind::forget_customer, known);
       }},
  };
}

/// Without a memory all of it is refused, whatever else is wrong.
Refusals forgetful_refusals() {
  Refusals all;
  for (const CommandKind kind : {CommandKind::remember, CommandKind::set_owner,
                                 CommandKind::move_owners, CommandKind::forget_customer}) {
    all.push_back({"a router without a memory", Status::no_memory,
                   [kind](Desk&) { return Command{.kind = kind}; }});
    all.back().memory = MemoryRule{};
  }
  return all;
}

}  // namespace

Refusals memory_refusals() {
  Refusals all;
  for (const Refusals& some : {preferred_refusals(), remember_refusals(), owner_refusals(),
                               moving_refusals(), forgetful_refusals()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace acd::test
