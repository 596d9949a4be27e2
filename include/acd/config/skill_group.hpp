// A skill group: who is served first, by whom, and how.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "acd/config/overflow.hpp"
#include "acd/config/ticket_rule.hpp"
#include "acd/config/wrap_up_rule.hpp"
#include "acd/policy/affinity.hpp"
#include "acd/policy/agent_order.hpp"
#include "acd/policy/requirement.hpp"
#include "acd/policy/session_order.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class Distribution : std::uint8_t {
  push,  ///< the router chooses
  pull,  ///< sessions wait until an agent picks one by hand
};

/// What becomes of those who still wait when their group closes.
enum class AtClosing : std::uint8_t {
  serve,  ///< they are served; nobody new comes in
  hold,   ///< they wait until it opens; offers under way go on
  end,    ///< they end, Cause::closed; one that is offered, if the offer fails
};
inline constexpr AtClosing last_at_closing = AtClosing::end;

/// Whether `Router::expected_wait` and `service_level` know of a group. A condition that asks
/// either of a group makes it counted in any case.
enum class Forecast : std::uint8_t { none, counted };
inline constexpr Forecast last_forecast = Forecast::counted;

/// Whether an agent who serves a customer whom another owns becomes familiar by that.
enum class Substitutes : std::uint8_t {
  stay_strangers,  ///< last_agent and most_frequent do not count what he did
  become_familiar,
};
inline constexpr Substitutes last_substitutes = Substitutes::become_familiar;

struct SkillGroup {
  std::string name{};
  /// Served here; empty means every channel of the blueprint.
  std::vector<ChannelId> channels{};
  /// For WorkOrder: 1 to 255, higher first.
  std::uint8_t weight = 1;
  Distribution distribution = Distribution::push;
  SessionOrder session_order = SessionOrder{most_urgent()}.then(oldest());
  AgentOrder agent_order = AgentOrder{longest_ready()};
  /// Asked of every session of this group, beside its own requirement.
  Requirement requirement{};
  OfferRuleId offer_rule{0};
  WrapUpRule wrap_up{};
  /// Sessions that wait with nobody offered. An arrival that somebody can be offered at
  /// once is admitted all the same; 0 admits only those. Exact, without a buffer.
  std::optional<std::uint32_t> max_length{};
  /// A session that has waited so long ends with Cause::timed_out; while it is offered,
  /// not before the offer fails. Above zero.
  std::optional<Duration> max_wait{};
  /// Abandoned before so much waiting counts as a short abandon.
  Duration short_abandon{0};
  TimePlanId hours{};  ///< none: always open
  AtClosing at_closing = AtClosing::serve;
  /// A session answered so soon counts for TestKind::service_level ...
  Duration target_wait = std::chrono::seconds{20};
  /// ... which looks back so long, in twelve slots: at least 12 seconds.
  Duration service_window = std::chrono::hours{1};
  Forecast forecast = Forecast::none;
  std::optional<TicketRule> tickets{};
  std::optional<CallbackRule> callbacks{};
  /// Sessions of other groups take a member only while more than so many of the members are free
  /// (TestKind::free): the rest stay free for its own. Choosing is then linear in the members.
  std::uint16_t keeps_free = 0;
  std::vector<OverflowRule> overflow{};  ///< asked in this order; at most 32
  Affinity affinity{};                   ///< asked in this order; at most 8
  Substitutes substitutes = Substitutes::stay_strangers;
  friend bool operator==(const SkillGroup&, const SkillGroup&) = default;
};

}  // namespace v1
}  // namespace acd
