// Strong identifiers: two kinds of name for a thing, which never mix.
//
// An *id* names a line of the blueprint (a group, a skill, a channel ...): its
// index there, fixed for as long as the blueprint is. A *handle* names something
// that comes and goes at run time (a session, an offer): a slot that is used
// again and the generation that tells its tenants apart. A handle kept past the
// end of its tenant is recognised as stale; it never names the next one.
//
//   GroupId sales{0};
//   sales == GroupId{0}          // true
//   sales == SkillId{0}          // does not compile
#pragma once

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace acd {
inline namespace v1 {

/// Index of a line of the blueprint. `none` (the default) names nothing.
template <class Tag, class Rep>
class Id {
 public:
  using rep = Rep;

  constexpr Id() = default;
  template <class Integer>
  constexpr explicit Id(Integer index) : value_{static_cast<Rep>(index)} {}

  [[nodiscard]] static constexpr Id none() { return Id{}; }
  [[nodiscard]] constexpr bool is_none() const { return value_ == none_value; }
  [[nodiscard]] constexpr std::size_t index() const { return value_; }
  [[nodiscard]] constexpr Rep value() const { return value_; }

  friend constexpr bool operator==(Id, Id) = default;
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  static constexpr Rep none_value = std::numeric_limits<Rep>::max();
  Rep value_ = none_value;
};

using ChannelId = Id<struct ChannelTag, std::uint8_t>;
using GroupId = Id<struct GroupTag, std::uint16_t>;
using SkillId = Id<struct SkillTag, std::uint16_t>;
using AttributeId = Id<struct AttributeTag, std::uint8_t>;
using RequirementId = Id<struct RequirementTag, std::uint16_t>;
using OfferRuleId = Id<struct OfferRuleTag, std::uint16_t>;
using CapacityRuleId = Id<struct CapacityRuleTag, std::uint16_t>;
using HostRankId = Id<struct HostRankTag, std::uint8_t>;
using ReasonId = Id<struct ReasonTag, std::uint8_t>;
using ZoneId = Id<struct ZoneTag, std::uint16_t>;
using EntryId = Id<struct EntryTag, std::uint16_t>;
using MenuNodeId = Id<struct MenuNodeTag, std::uint16_t>;
using BotId = Id<struct BotTag, std::uint16_t>;
using TimePlanId = Id<struct TimePlanTag, std::uint16_t>;
using SurgeId = Id<struct SurgeTag, std::uint8_t>;
using TeamId = Id<struct TeamTag, std::uint16_t>;
using HostChoiceId = Id<struct HostChoiceTag, std::uint8_t>;

/// Slot and generation of something that lives for a while. Generations of live
/// things start at 1, so the default handle names nothing.
template <class Tag>
struct Handle {
  std::uint32_t slot = 0;
  std::uint32_t generation = 0;

  [[nodiscard]] static constexpr Handle none() { return Handle{}; }
  [[nodiscard]] constexpr bool is_none() const { return generation == 0; }

  // As one word: that is how they are kept and passed.
  friend constexpr bool operator==(Handle a, Handle b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
  }
  friend constexpr auto operator<=>(Handle, Handle) = default;
};

using SessionHandle = Handle<struct SessionTag>;
using AgentHandle = Handle<struct AgentTag>;
/// Names one offer from the moment it is made, through the service that may grow
/// from it, to the end of the wrap-up that follows: one charge on one agent.
using OfferToken = Handle<struct OfferTag>;

}  // namespace v1
}  // namespace acd

template <class Tag>
struct std::hash<acd::Handle<Tag>> {
  std::size_t operator()(acd::Handle<Tag> handle) const noexcept {
    const std::uint64_t both = std::uint64_t{handle.generation} << 32 | handle.slot;
    return static_cast<std::size_t>(both * 0x9e3779b97f4a7c15U);
  }
};
