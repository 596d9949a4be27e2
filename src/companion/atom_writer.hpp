// One value of a command or event as text: each type of member in its own way.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>

#include "acd/companion/text.hpp"

namespace acd {
inline namespace v1 {

class AtomWriter {
 public:
  explicit AtomWriter(const Names& names) : names_{names} {}

  std::string operator()(SessionHandle session) const;
  std::string operator()(AgentHandle agent) const;
  std::string operator()(OfferToken offer) const;
  std::string operator()(GroupId group) const;
  std::string operator()(ChannelId channel) const;
  std::string operator()(AttributeId attribute) const;
  std::string operator()(ReasonId reason) const;
  std::string operator()(CapacityRuleId capacity) const;
  std::string operator()(RequirementId requirement) const;
  std::string operator()(Instant instant) const;
  std::string operator()(Duration duration) const;
  std::string operator()(const AttributeValues& attributes) const;
  std::string operator()(EntryId entry) const;
  std::string operator()(ZoneId zone) const;
  std::string operator()(SurgeId surge) const;
  std::string operator()(TimePlanId plan) const;
  std::string operator()(MenuNodeId node) const;
  std::string operator()(BotId bot) const;
  std::string operator()(const ExcludedAgents& agents) const;
  std::string operator()(const ScoredAgents& agents) const;
  std::string operator()(const TimePlanIds& plans) const;
  std::string operator()(const Requirement& expression) const;
  std::string operator()(std::integral auto number) const { return std::to_string(number); }
  template <class Enum>
  requires std::is_enum_v<Enum> std::string operator()(Enum value) const {
    const std::string_view name = to_text(value);
    if (!name.empty()) return std::string{name};
    return '#' + std::to_string(static_cast<int>(value));
  }

  /// The host's name for a session.
  [[nodiscard]] std::string reference(std::uint64_t reference) const;
  /// The symbol of a symbol attribute, else the number.
  [[nodiscard]] std::string attribute_value(AttributeId attribute, std::int64_t value) const;
  /// A requirement or capacity rule as an event's value; a number where it cannot be one.
  template <class LineId>
  [[nodiscard]] std::string id_value(std::int64_t value) const {
    const bool fits = value >= 0 && value <= LineId::none().value();
    return fits ? (*this)(LineId{value}) : std::to_string(value);
  }

 private:
  template <class List>
  [[nodiscard]] std::string list(const List& items) const {
    std::string text;
    for (const auto item : items) {
      if (!text.empty()) text += ',';
      text += (*this)(item);
    }
    return text;
  }
  const Names& names_;
};

}  // namespace v1
}  // namespace acd
