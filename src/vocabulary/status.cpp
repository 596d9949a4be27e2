// The names of the statuses.
#include "acd/vocabulary/status.hpp"

#include <cstddef>
#include <iterator>
#include <utility>

namespace acd {
inline namespace v1 {
namespace {

constexpr std::pair<Status, std::string_view> status_names[] = {
    {Status::applied, "applied"},
    {Status::time_went_back, "time_went_back"},
    {Status::time_out_of_range, "time_out_of_range"},
    {Status::unknown_session, "unknown_session"},
    {Status::stale_session, "stale_session"},
    {Status::unknown_agent, "unknown_agent"},
    {Status::unknown_offer, "unknown_offer"},
    {Status::stale_offer, "stale_offer"},
    {Status::unknown_group, "unknown_group"},
    {Status::unknown_channel, "unknown_channel"},
    {Status::unknown_requirement, "unknown_requirement"},
    {Status::unknown_attribute, "unknown_attribute"},
    {Status::unknown_capacity, "unknown_capacity"},
    {Status::unknown_entry, "unknown_entry"},
    {Status::unknown_plan, "unknown_plan"},
    {Status::unknown_zone, "unknown_zone"},
    {Status::unknown_surge, "unknown_surge"},
    {Status::unknown_key, "unknown_key"},
    {Status::duplicate_session, "duplicate_session"},
    {Status::bad_command, "bad_command"},
    {Status::priority_out_of_range, "priority_out_of_range"},
    {Status::level_out_of_range, "level_out_of_range"},
    {Status::value_out_of_range, "value_out_of_range"},
    {Status::requirement_invalid, "requirement_invalid"},
    {Status::group_full, "group_full"},
    {Status::too_many_sessions, "too_many_sessions"},
    {Status::too_many_requirements, "too_many_requirements"},
    {Status::too_many_classes, "too_many_classes"},
    {Status::too_many_exclusions, "too_many_exclusions"},
    {Status::over_capacity, "over_capacity"},
    {Status::unchanged, "unchanged"},
    {Status::session_not_waiting, "session_not_waiting"},
    {Status::session_not_serving, "session_not_serving"},
    {Status::session_leaving, "session_leaving"},
    {Status::offer_withdrawn, "offer_withdrawn"},
    {Status::offer_not_withdrawn, "offer_not_withdrawn"},
    {Status::not_wrapping_up, "not_wrapping_up"},
    {Status::agent_signed_out, "agent_signed_out"},
    {Status::agent_signed_in, "agent_signed_in"},
    {Status::agent_draining, "agent_draining"},
    {Status::agent_busy, "agent_busy"},
    {Status::agent_not_in_group, "agent_not_in_group"},
    {Status::agent_excluded, "agent_excluded"},
    {Status::channel_not_served, "channel_not_served"},
    {Status::group_closed, "group_closed"},
    {Status::outside_shift, "outside_shift"},
    {Status::session_not_in_menu, "session_not_in_menu"},
    {Status::session_not_with_bot, "session_not_with_bot"},
    {Status::hand_over_closed, "hand_over_closed"},
    {Status::no_callbacks, "no_callbacks"},
    {Status::callback_closed, "callback_closed"},
    {Status::not_a_callback, "not_a_callback"},
    {Status::break_refused, "break_refused"},
    {Status::no_break_held, "no_break_held"},
    {Status::repeated_agent, "repeated_agent"},
    {Status::unknown_customer, "unknown_customer"},
    {Status::no_memory, "no_memory"},
};

constexpr bool names_each_status() {
  for (std::size_t i = 0; i < std::size(status_names); ++i) {
    if (status_names[i].first != static_cast<Status>(i)) return false;
  }
  return std::size(status_names) == static_cast<std::size_t>(last_status) + 1;
}
static_assert(names_each_status());

}  // namespace

std::string_view to_text(Status status) {
  const auto index = static_cast<std::size_t>(status);
  return index < std::size(status_names) ? status_names[index].second : "unknown_status";
}

}  // namespace v1
}  // namespace acd
