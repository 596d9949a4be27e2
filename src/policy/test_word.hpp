// The one word by which each leaf of a condition goes, in text and in messages.
#pragma once

#include <string_view>

#include "acd/policy/condition.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] constexpr std::string_view word_of(TestKind kind) {
  switch (kind) {
    case TestKind::channel: return "channel";
    case TestKind::attribute: return "has";
    case TestKind::split: return "lot";
    case TestKind::plan_open: return "open";
    case TestKind::named: return "named";
    case TestKind::priority: return "priority";
    case TestKind::requirement: return "requires";
    case TestKind::waited: return "waited";
    case TestKind::position: return "position";
    case TestKind::hops: return "hops";
    case TestKind::eligible: return "eligible";
    case TestKind::overdue: return "overdue";
    case TestKind::exhausted: return "exhausted";
    case TestKind::group_open: return "group_open";
    case TestKind::full: return "full";
    case TestKind::length: return "length";
    case TestKind::oldest_wait: return "oldest_wait";
    case TestKind::expected_wait: return "expected_wait";
    case TestKind::signed_in: return "signed_in";
    case TestKind::ready: return "ready";
    case TestKind::free: return "free";
    case TestKind::occupancy: return "occupancy";
    case TestKind::service_level: return "service_level";
    case TestKind::surge_on: return "surge";
    case TestKind::load: return "load";
  }
  return {};
}

}  // namespace v1
}  // namespace acd
