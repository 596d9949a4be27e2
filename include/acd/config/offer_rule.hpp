// How a session reaches the agent who was chosen for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

enum class OfferMode : std::uint8_t {
  assign,  ///< auto-answer: chosen is assigned
  offer,   ///< the agent accepts, declines or does not answer
};

struct OfferRule {
  std::string name{};
  OfferMode mode = OfferMode::assign;
  /// An offer not answered by then is a *no answer*. Above zero.
  Duration time_limit = std::chrono::seconds{20};
  /// Agents who are offered a session at the same time; the first to accept has it. 1 to 64.
  std::uint8_t fan_out = 1;
  /// Offers made for one session before it is handed back to the host (Cause::refused).
  /// Without it the offers go on. 1 or more.
  std::optional<std::uint16_t> offers_max{};
  /// An agent who declined or missed a session is not offered it again before this has
  /// passed; then he is, if nobody else took it. Above zero.
  Duration retry_after = std::chrono::seconds{30};
  /// So many unanswered offers in a row make the agent not ready. 1 or more.
  std::optional<std::uint8_t> misses_max{};
  /// A withdrawn offer keeps its charge until the host confirms that the agent's side has
  /// stopped, at most this long. Zero: it ends at the withdrawal.
  Duration withdrawal_lease = std::chrono::seconds{5};
  friend bool operator==(const OfferRule&, const OfferRule&) = default;
};

}  // namespace v1
}  // namespace acd
