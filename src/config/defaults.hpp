// Completes a blueprint: what it leaves out entirely has one answer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

#include "acd/config/blueprint.hpp"
#include "config/bounds.hpp"

namespace acd {
inline namespace v1 {

/// Without a capacity rule: one unit, one session of any channel at a time. Without an
/// offer rule: auto-answer. Both are named "default". Completing twice changes nothing.
[[nodiscard]] inline Blueprint with_defaults(Blueprint blueprint) {
  if (blueprint.capacities.empty()) {
    CapacityRule one{.name = "default"};
    const std::size_t channels = std::min(blueprint.channels.size(), channels_max);
    for (std::size_t i = 0; i < channels; ++i) {
      one.channels.push_back({.channel = ChannelId{i}});
    }
    blueprint.add(std::move(one));
  }
  if (blueprint.offer_rules.empty()) blueprint.add(OfferRule{.name = "default"});
  return blueprint;
}

}  // namespace v1
}  // namespace acd
