// A centre told from its events alone: what hosts and statistics see must add up.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/engine/event.hpp"

namespace acd::twin {

class EventFold {
 public:
  explicit EventFold(const Blueprint& blueprint);

  /// The first promise that the event breaks, in words; empty if it keeps all.
  [[nodiscard]] std::string add(const Event& event);

  struct Counts {
    std::uint64_t events = 0;
    std::uint64_t arrived = 0;
    std::uint64_t ended = 0;
  };
  [[nodiscard]] const Counts& counts() const { return counts_; }
  [[nodiscard]] std::uint64_t live() const { return sessions_.size(); }
  /// Charges on the agent: offers, services and wrap-ups.
  [[nodiscard]] std::size_t charges(std::size_t agent) const;

 private:
  enum class Phase : std::uint8_t { outstanding, withdrawing, serving, wrapping_up };
  struct Charge {
    Phase phase = Phase::outstanding;
    std::size_t agent = 0;
    SessionHandle session{};
    ChannelId channel{};
    Cause withdrawal = Cause::none;
    Instant until = never;
  };
  struct Session {
    GroupId group{};
    ChannelId channel{};
    OfferToken service{};
    std::set<std::size_t> excluded{};  // by command
    std::set<GroupId> also{};          // waits in these too
    bool fell_due = false;
    std::optional<std::size_t> hold{};  // by which strategy
    bool may_be_free = false;           // events do not tell whether the hold goes on
  };
  struct Staff {
    AgentState state = AgentState::signed_out;
    CapacityRuleId capacity{};
    std::vector<std::int64_t> outside{};
    std::optional<ReasonId> held{};  // a break
  };

  std::string arrived(const Event& event);
  std::string queued(const Event& event);
  std::string scheduled(const Event& event);
  std::string also_queued(const Event& event);
  std::string tells_of_waiting(const Event& event) const;
  std::string tells_of_group(const Event& event) const;
  std::string tells_of_ticket(const Event& event);
  void plan_closed(const Event& event);
  std::string surge_changed(const Event& event);
  std::string break_held(const Event& event);
  std::string break_denied(const Event& event);
  std::string held(const Event& event);
  std::string hold_ended(const Event& event);
  std::string chosen(const Event& event);
  std::string owner_changed(const Event& event);
  std::string owners_moved(const Event& event) const;
  std::string forgotten(const Event& event);
  static void leave_group(Session& session);
  std::string agent_state(const Event& event);
  std::string offered(const Event& event);
  std::string assigned(const Event& event);
  std::string offer_withdrawn(const Event& event);
  std::string offer_ended(const Event& event);
  std::string requeued(const Event& event);
  std::string changed(const Event& event);
  std::string ended(const Event& event);
  std::string wrap_up_started(const Event& event, const Event& end, Charge charge);
  std::string wrap_up_extended(const Event& event);
  std::string wrap_up_ended(const Event& event);
  std::string agent_changed(const Event& event);
  std::string add_charge(const Event& event, Phase phase);
  std::string end_service(const Event& event);
  [[nodiscard]] const CapacityRule& capacity_of(std::size_t agent) const;
  [[nodiscard]] bool has_room(std::size_t agent, ChannelId channel) const;

  const Blueprint& blueprint_;
  std::map<SessionHandle, Session> sessions_{};
  std::map<OfferToken, Charge> charges_{};
  std::vector<Staff> agents_{};
  std::vector<bool> surges_{};  // on
  /// Customer and group: had an owner, unless it was forgotten for its age since.
  std::set<std::pair<std::int64_t, GroupId>> owned_{};
  std::set<std::pair<std::int64_t, GroupId>> owned_once_{};  // an earlier contact may say so still
  /// The last event and the charge it took, if it ended a service.
  std::optional<std::pair<Event, Charge>> service_end_{};
  Counts counts_{};
};

}  // namespace acd::twin
