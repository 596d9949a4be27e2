// The one table of which command has which fields.
#include "acd/engine/command.hpp"

#include <array>

namespace acd {
inline namespace v1 {
namespace command_tables {

using enum CommandField;

constexpr std::array arrive_fields = {reference, group,      channel,    priority, requirement,
                                      start,     due,        attributes, excluded, entry,
                                      customer,  not_before, preferred};
constexpr std::array session_fields = {session};
constexpr std::array requeue_fields = {session, group, seniority};
constexpr std::array reprioritise_fields = {session, priority};
constexpr std::array require_fields = {session, requirement};
constexpr std::array move_fields = {session, group};
constexpr std::array set_attribute_fields = {session, attribute, value};
constexpr std::array exclude_fields = {session, agent};
constexpr std::array offer_fields = {offer};
constexpr std::array pick_fields = {agent, session};
constexpr std::array agent_fields = {agent};
constexpr std::array not_ready_fields = {agent, reason};
constexpr std::array extend_wrap_up_fields = {offer, duration};
constexpr std::array set_capacity_fields = {agent, capacity};
constexpr std::array report_outside_fields = {agent, channel, count};
constexpr std::array set_level_fields = {agent, group, level};
constexpr std::array set_preference_fields = {agent, group, preference};
constexpr std::array define_requirement_fields = {expression};
constexpr std::array choose_fields = {session, value};
constexpr std::array hand_over_fields = {session, group};
constexpr std::array switch_plans_fields = {plans, effect, until};
constexpr std::array end_switch_fields = {plans};
constexpr std::array add_transition_fields = {zone, start, value};
constexpr std::array extend_timetables_fields = {until};
constexpr std::array hold_surge_fields = {surge, until};
constexpr std::array release_surge_fields = {surge};
constexpr std::array later_fields = {session, not_before};
constexpr std::array reconcile_fields = {start};
constexpr std::array remember_fields = {customer, agent, group, start};
constexpr std::array set_owner_fields = {customer, agent, group};
constexpr std::array move_owners_fields = {agent, successor, group};
constexpr std::array customer_fields = {customer};

}  // namespace command_tables

std::span<const CommandField> fields_of(CommandKind kind) {
  using namespace command_tables;
  switch (kind) {
    case CommandKind::arrive: return arrive_fields;
    case CommandKind::cancel:
    case CommandKind::complete:
    case CommandKind::confirm:
    case CommandKind::not_reached: return session_fields;
    case CommandKind::requeue: return requeue_fields;
    case CommandKind::reprioritise: return reprioritise_fields;
    case CommandKind::require: return require_fields;
    case CommandKind::move: return move_fields;
    case CommandKind::set_attribute: return set_attribute_fields;
    case CommandKind::exclude: return exclude_fields;
    case CommandKind::accept:
    case CommandKind::decline:
    case CommandKind::withdrawn:
    case CommandKind::end_wrap_up: return offer_fields;
    case CommandKind::extend_wrap_up: return extend_wrap_up_fields;
    case CommandKind::pick: return pick_fields;
    case CommandKind::sign_in:
    case CommandKind::ready:
    case CommandKind::drain:
    case CommandKind::sign_out:
    case CommandKind::lose_agent:
    case CommandKind::approve_break:
    case CommandKind::deny_break: return agent_fields;
    case CommandKind::not_ready: return not_ready_fields;
    case CommandKind::set_capacity: return set_capacity_fields;
    case CommandKind::report_outside: return report_outside_fields;
    case CommandKind::set_level: return set_level_fields;
    case CommandKind::set_preference: return set_preference_fields;
    case CommandKind::define_requirement: return define_requirement_fields;
    case CommandKind::choose: return choose_fields;
    case CommandKind::hand_over: return hand_over_fields;
    case CommandKind::switch_plans: return switch_plans_fields;
    case CommandKind::end_switch: return end_switch_fields;
    case CommandKind::add_transition: return add_transition_fields;
    case CommandKind::extend_timetables: return extend_timetables_fields;
    case CommandKind::enter_surge:
    case CommandKind::leave_surge: return hold_surge_fields;
    case CommandKind::release_surge: return release_surge_fields;
    case CommandKind::postpone:
    case CommandKind::call_back: return later_fields;
    case CommandKind::reconcile: return reconcile_fields;
    case CommandKind::remember: return remember_fields;
    case CommandKind::set_owner: return set_owner_fields;
    case CommandKind::move_owners: return move_owners_fields;
    case CommandKind::forget_customer: return customer_fields;
    case CommandKind::advance: return {};
  }
  return {};
}

}  // namespace v1
}  // namespace acd
