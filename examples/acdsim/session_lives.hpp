// Who came in one replication, as its journal tells it; and the one whom a user asks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acd/config/compiled_plan.hpp"
#include "acd/engine/command.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/time.hpp"

namespace acdsim {

struct SessionLife {
  std::size_t command = 0;       ///< by which it arrived
  acd::SessionHandle session{};  ///< none: it was not admitted
  acd::Instant arrived{};
  acd::Duration waited{0};  ///< until an agent served it, or it ended; or for ever
  bool is_abandoned = false;
  bool is_overflowed = false;  ///< a rule took it elsewhere
};

/// In the order of arrival; who calls again counts again.
[[nodiscard]] std::vector<SessionLife> lives_of(std::span<const acd::TimedCommand> commands,
                                                const acd::CompiledPlan& plan);

/// The place among `lives` that a word names: a number from 1 on, longest-wait, first-abandoned,
/// first-overflowed. Throws Failure(usage) if it names none.
[[nodiscard]] std::size_t find_life(const std::vector<SessionLife>& lives, std::string_view word);

}  // namespace acdsim
