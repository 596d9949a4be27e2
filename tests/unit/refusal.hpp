// One refusal: how to provoke it, and which answer the rules give.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "desk.hpp"

namespace acd::test {

/// A plan with something of everything: see refusal_plan.cpp.
namespace plan {
inline constexpr ChannelId voice{0};
inline constexpr ChannelId chat{1};
inline constexpr ChannelId email{2};
// voice and chat, assigned at once; calls back by chat, never; keeps owners
inline constexpr GroupId sales{0};
inline constexpr GroupId support{1};    // voice, offered
inline constexpr GroupId crowd{2};      // voice, offered to two at once
inline constexpr GroupId letters{3};    // email and chat; one stays, lunch needs approval
inline constexpr GroupId full{4};       // voice, one may wait
inline constexpr GroupId aftercare{5};  // voice, a minute of wrap-up
inline constexpr GroupId foreign{6};    // voice, nobody is a member
inline constexpr GroupId night{7};      // voice, closed
inline constexpr TimePlanId shut{0};    // never opens
inline constexpr EntryId hotline{0};    // vips to a menu with the key 1, others to a bot
inline constexpr Instant timetables_end{std::chrono::sys_days{std::chrono::year{2027} / 1 / 1}};
inline constexpr AttributeId vip{0};   // flag
inline constexpr AttributeId tier{1};  // gold, silver
inline constexpr RequirementId english{0};
inline constexpr ReasonId lunch{0};
inline constexpr SurgeId storm{0};        // by hand only
inline constexpr CapacityRuleId one{0};   // of voice or chat
inline constexpr CapacityRuleId many{1};  // three of each channel
}  // namespace plan
/// Agents: ann and bob in all groups but letters and foreign; sue, who may pick from all; kit
/// and lea, who do no email, in letters; flo, whose shift never comes; all signed out.
[[nodiscard]] Blueprint refusal_plan();

struct Refusal {
  std::string story{};
  Status status = Status::applied;
  /// Brings the desk to where the command that it returns is refused.
  std::function<Command(Desk&)> provoke{};
  /// Of refusal_plan(), which has 10 classes in use from the start.
  Limits limits{.sessions = 4, .requirements = 2, .classes = 64, .exclusions_per_session = 4};
  MemoryRule memory{.contacts = 4, .keep = std::chrono::hours{24}};
};
using Refusals = std::vector<Refusal>;

[[nodiscard]] Refusals arrival_refusals();
[[nodiscard]] Refusals waiting_refusals();
[[nodiscard]] Refusals service_refusals();
[[nodiscard]] Refusals offer_refusals();
[[nodiscard]] Refusals pick_refusals();
[[nodiscard]] Refusals agent_state_refusals();
[[nodiscard]] Refusals agent_fact_refusals();
[[nodiscard]] Refusals name_refusals();
[[nodiscard]] Refusals whole_refusals();
[[nodiscard]] Refusals door_refusals();
[[nodiscard]] Refusals later_refusals();
[[nodiscard]] Refusals memory_refusals();

/// Room for one class more than those.
inline constexpr Limits one_class_more{
    .sessions = 4, .requirements = 2, .classes = 11, .exclusions_per_session = 4};

// Situations, and the session or offer that they are about.
SessionHandle waiting(Desk& desk, GroupId group = plan::sales, RequirementId requirement = {});
SessionHandle serving(Desk& desk, RequirementId requirement = {});
SessionHandle offered(Desk& desk);
SessionHandle leaving(Desk& desk);
SessionHandle ended(Desk& desk);
OfferToken wrapping_up(Desk& desk);
OfferToken withdrawn(Desk& desk);

}  // namespace acd::test
