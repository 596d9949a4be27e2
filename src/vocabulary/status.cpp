// The names of the statuses.
#include "acd/vocabulary/status.hpp"

namespace acd {
inline namespace v1 {

std::string_view to_text(Status status) {
  switch (status) {
    case Status::applied: return "applied";
    case Status::time_went_back: return "time_went_back";
    case Status::time_out_of_range: return "time_out_of_range";
    case Status::unknown_session: return "unknown_session";
    case Status::stale_session: return "stale_session";
    case Status::unknown_agent: return "unknown_agent";
    case Status::unknown_offer: return "unknown_offer";
    case Status::stale_offer: return "stale_offer";
    case Status::unknown_group: return "unknown_group";
    case Status::unknown_channel: return "unknown_channel";
    case Status::unknown_requirement: return "unknown_requirement";
    case Status::unknown_attribute: return "unknown_attribute";
    case Status::unknown_capacity: return "unknown_capacity";
    case Status::unknown_entry: return "unknown_entry";
    case Status::unknown_plan: return "unknown_plan";
    case Status::unknown_zone: return "unknown_zone";
    case Status::unknown_surge: return "unknown_surge";
    case Status::unknown_key: return "unknown_key";
    case Status::duplicate_session: return "duplicate_session";
    case Status::bad_command: return "bad_command";
    case Status::priority_out_of_range: return "priority_out_of_range";
    case Status::level_out_of_range: return "level_out_of_range";
    case Status::value_out_of_range: return "value_out_of_range";
    case Status::requirement_invalid: return "requirement_invalid";
    case Status::group_full: return "group_full";
    case Status::too_many_sessions: return "too_many_sessions";
    case Status::too_many_requirements: return "too_many_requirements";
    case Status::too_many_classes: return "too_many_classes";
    case Status::too_many_exclusions: return "too_many_exclusions";
    case Status::over_capacity: return "over_capacity";
    case Status::unchanged: return "unchanged";
    case Status::session_not_waiting: return "session_not_waiting";
    case Status::session_not_serving: return "session_not_serving";
    case Status::session_leaving: return "session_leaving";
    case Status::offer_withdrawn: return "offer_withdrawn";
    case Status::offer_not_withdrawn: return "offer_not_withdrawn";
    case Status::not_wrapping_up: return "not_wrapping_up";
    case Status::agent_signed_out: return "agent_signed_out";
    case Status::agent_signed_in: return "agent_signed_in";
    case Status::agent_draining: return "agent_draining";
    case Status::agent_busy: return "agent_busy";
    case Status::agent_not_in_group: return "agent_not_in_group";
    case Status::agent_excluded: return "agent_excluded";
    case Status::channel_not_served: return "channel_not_served";
    case Status::group_closed: return "group_closed";
    case Status::outside_shift: return "outside_shift";
    case Status::session_not_in_menu: return "session_not_in_menu";
    case Status::session_not_with_bot: return "session_not_with_bot";
    case Status::hand_over_closed: return "hand_over_closed";
    case Status::no_callbacks: return "no_callbacks";
    case Status::callback_closed: return "callback_closed";
    case Status::not_a_callback: return "not_a_callback";
    case Status::break_refused: return "break_refused";
    case Status::no_break_held: return "no_break_held";
    case Status::repeated_agent: return "repeated_agent";
    case Status::unknown_customer: return "unknown_customer";
    case Status::no_memory: return "no_memory";
  }
  return "unknown_status";
}

}  // namespace v1
}  // namespace acd
