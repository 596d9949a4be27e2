// The one word by which each strategy of affinity goes, in files and in messages.
#pragma once

#include <string_view>

#include "acd/policy/affinity.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] constexpr std::string_view word_of(AffinityKind kind) {
  switch (kind) {
    case AffinityKind::owner: return "owner";
    case AffinityKind::owner_team: return "owner_team";
    case AffinityKind::last_agent: return "last_agent";
    case AffinityKind::most_frequent: return "most_frequent";
    case AffinityKind::given: return "given";
    case AffinityKind::listed: return "listed";
    case AffinityKind::host_choice: return "host_choice";
  }
  return {};
}

}  // namespace v1
}  // namespace acd
