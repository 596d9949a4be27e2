// The answer to a command: applied, or refused with the reason and nothing changed.
#pragma once

#include <cstdint>
#include <string_view>

#include "acd/export.hpp"

namespace acd {
inline namespace v1 {

/// One byte. Anything but `applied` is a refusal: the router's state, its hash and
/// its events are as if the command had not been given.
enum class Status : std::uint8_t {
  applied,

  // time
  time_went_back,     ///< `now` lies before the instant of an earlier command
  time_out_of_range,  ///< an instant or duration outside the accepted range

  // names
  unknown_session,  ///< a handle that this router never gave
  stale_session,    ///< the session has ended
  unknown_agent,
  unknown_offer,  ///< a token that this router never gave
  stale_offer,    ///< the offer, or the wrap-up it became, is over
  unknown_group,
  unknown_channel,
  unknown_requirement,
  unknown_attribute,
  unknown_capacity,
  unknown_entry,
  unknown_plan,
  unknown_zone,
  unknown_surge,
  unknown_key,        ///< the menu node has none below it with this key
  duplicate_session,  ///< the host's reference already names a live session (SessionDirectory)
  bad_command,        ///< a kind or an enumerator outside the vocabulary

  // values
  priority_out_of_range,
  level_out_of_range,
  value_out_of_range,
  requirement_invalid,  ///< malformed, too long, or names an unknown skill

  // limits
  group_full,             ///< as many wait as the group's `max_length` allows
  too_many_sessions,      ///< `Limits::sessions`
  too_many_requirements,  ///< `Limits::requirements`
  too_many_classes,       ///< `Limits::classes`
  too_many_exclusions,    ///< `Limits::exclusions_per_session`
  over_capacity,          ///< the agent has no room for this session

  // state
  unchanged,            ///< it already is so; a repeated command counts once
  session_not_waiting,  ///< it is served, or an offer of it is outstanding
  session_not_serving,
  session_leaving,      ///< its cancellation is under way
  offer_withdrawn,      ///< a late answer: somebody else has it, or the time is over
  offer_not_withdrawn,  ///< a withdrawal is confirmed that was never asked
  not_wrapping_up,
  agent_signed_out,
  agent_signed_in,
  agent_draining,
  agent_busy,  ///< he still serves, wraps up or resolves an offer
  agent_not_in_group,
  agent_excluded,
  channel_not_served,  ///< by this group, or by this agent's capacity
  group_closed,        ///< by its hours
  outside_shift,       ///< of an agent whose shift is flexible
  session_not_in_menu,
  session_not_with_bot,
  hand_over_closed,  ///< by the bot's hours for it
  no_callbacks,      ///< the group has no rule for them
  callback_closed,   ///< by the rule's hours
  not_a_callback,
  break_refused,  ///< by a break rule
  no_break_held,
  repeated_agent,    ///< in a list of scored agents
  unknown_customer,  ///< none was named, or nothing is remembered
  no_memory,         ///< the blueprint keeps none of customers, or the group none of owners
};

inline constexpr Status last_status = Status::no_memory;

/// The enumerator's own name: `to_text(Status::group_full)` is "group_full".
[[nodiscard]] ACD_EXPORT std::string_view to_text(Status status);

}  // namespace v1
}  // namespace acd
