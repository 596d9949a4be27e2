// What changes to a waiting session are refused for.
#include "refusal.hpp"

namespace acd::test {
namespace {

constexpr CommandKind cancel = CommandKind::cancel;
constexpr CommandKind reprioritise = CommandKind::reprioritise;
constexpr CommandKind require = CommandKind::require;
constexpr CommandKind move = CommandKind::move;

Refusals state_refusals() {
  Refusals all;
  const std::pair<CommandKind, std::string> kinds[] = {
      {cancel, "cancel"}, {reprioritise, "reprioritise"}, {require, "require"}, {move, "move"}};
  for (const auto& [kind, name] : kinds) {
    const auto of = [kind = kind](SessionHandle session) {
      return Command{.kind = kind, .priority = 1, .group = plan::crowd, .session = session};
    };
    all.push_back({name + " a session in service", Status::session_not_waiting,
                   [of](Desk& desk) { return of(serving(desk)); }});
    all.push_back({name + " a session that is leaving", Status::session_leaving,
                   [of](Desk& desk) { return of(leaving(desk)); }});
    if (kind == require || kind == move) {
      all.push_back({name + " a session that is offered", Status::session_not_waiting,
                     [of](Desk& desk) { return of(offered(desk)); }});
    }
  }
  return all;
}

Refusals value_refusals() {
  return {
      {"reprioritise above the highest", Status::priority_out_of_range,
       [](Desk& desk) {
         return Command{.kind = reprioritise, .priority = 10, .session = waiting(desk)};
       }},
      {"reprioritise to the priority it has", Status::unchanged,
       [](Desk& desk) {
         return Command{.kind = reprioritise, .priority = 0, .session = waiting(desk)};
       }},
      {"require what was never defined", Status::unknown_requirement,
       [](Desk& desk) {
         return Command{.kind = require, .requirement = RequirementId{1}, .session = waiting(desk)};
       }},
      {"require what is required", Status::unchanged,
       [](Desk& desk) { return Command{.kind = require, .session = waiting(desk)}; }},
      {"require where one class more is needed", Status::too_many_classes,
       [](Desk& desk) {
         waiting(desk, plan::support, plan::english);
         return Command{.kind = require, .requirement = plan::english, .session = waiting(desk)};
       },
       one_class_more},
  };
}

Refusals move_refusals() {
  const auto to = [](SessionHandle session, GroupId group) {
    return Command{.kind = move, .group = group, .session = session};
  };
  return {
      {"move to a group that is not in the plan", Status::unknown_group,
       [to](Desk& desk) { return to(waiting(desk), GroupId{8}); }},
      {"move to a group that does not serve its channel", Status::channel_not_served,
       [to](Desk& desk) { return to(waiting(desk), plan::letters); }},
      {"move to the group it is in", Status::unchanged,
       [to](Desk& desk) { return to(waiting(desk), plan::sales); }},
      {"move where one class more is needed", Status::too_many_classes,
       [to](Desk& desk) { return to(waiting(desk, plan::sales, plan::english), plan::support); },
       one_class_more},
      {"move to a full group", Status::group_full,
       [to](Desk& desk) {
         waiting(desk, plan::full);
         return to(waiting(desk, plan::sales), plan::full);
       }},
  };
}

Refusals attribute_refusals() {
  const auto set = [](SessionHandle session, AttributeId attribute, std::int64_t value) {
    return Command{.kind = CommandKind::set_attribute,
                   .attribute = attribute,
                   .session = session,
                   .value = value};
  };
  return {
      {"set an attribute of a session that is leaving", Status::session_leaving,
       [set](Desk& desk) { return set(leaving(desk), plan::vip, 1); }},
      {"set an attribute that is not in the plan", Status::unknown_attribute,
       [set](Desk& desk) { return set(waiting(desk), AttributeId{2}, 1); }},
      {"set a flag to 2", Status::value_out_of_range,
       [set](Desk& desk) { return set(waiting(desk), plan::vip, 2); }},
      {"set a symbol beyond the list", Status::value_out_of_range,
       [set](Desk& desk) { return set(waiting(desk), plan::tier, 2); }},
      {"set an attribute to the value it has", Status::unchanged,
       [set](Desk& desk) {
         const SessionHandle session = waiting(desk);
         desk.give(set(session, plan::vip, 1));
         return set(session, plan::vip, 1);
       }},
  };
}

Refusals exclusion_refusals() {
  const auto exclude = [](SessionHandle session, AgentHandle agent) {
    return Command{.kind = CommandKind::exclude, .session = session, .agent = agent};
  };
  return {
      {"exclude from a session that is leaving", Status::session_leaving,
       [exclude](Desk& desk) { return exclude(leaving(desk), desk.agent("bob")); }},
      {"exclude an unknown agent", Status::unknown_agent,
       [exclude](Desk& desk) {
         return exclude(waiting(desk), AgentHandle{6, 1});
       }},
      {"exclude an agent twice", Status::unchanged,
       [exclude](Desk& desk) {
         const SessionHandle session = waiting(desk);
         desk.exclude(session, "ann");
         return exclude(session, desk.agent("ann"));
       }},
      {"exclude more agents than the limit", Status::too_many_exclusions,
       [exclude](Desk& desk) {
         const SessionHandle session = waiting(desk);
         for (const char* name : {"ann", "bob", "sue", "kit"}) desk.exclude(session, name);
         return exclude(session, desk.agent("lea"));
       }},
  };
}

}  // namespace

Refusals waiting_refusals() {
  Refusals all;
  for (const Refusals& some : {state_refusals(), value_refusals(), move_refusals(),
                               attribute_refusals(), exclusion_refusals()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace acd::test
