// One value of a command or event from text: what AtomWriter writes.
#pragma once

#include <fmt/format.h>

#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "acd/companion/text.hpp"
#include "companion/line_items.hpp"
#include "companion/names.hpp"

namespace acd {
inline namespace v1 {

/// Reads one text into members. The first failure stays: what was expected, and of which
/// part of the text.
class AtomReader {
 public:
  AtomReader(const Names& names, std::string_view text) : names_{names}, text_{text} {}

  void operator()(SessionHandle& session);
  void operator()(AgentHandle& agent);
  void operator()(OfferToken& offer);
  void operator()(GroupId& group);
  void operator()(ChannelId& channel);
  void operator()(AttributeId& attribute);
  void operator()(ReasonId& reason);
  void operator()(CapacityRuleId& capacity);
  void operator()(RequirementId& requirement);
  void operator()(Instant& instant);
  void operator()(Duration& duration);
  void operator()(AttributeValues& attributes);
  void operator()(ExcludedAgents& agents);
  void operator()(ScoredAgents& agents);
  void operator()(EntryId& entry);
  void operator()(ZoneId& zone);
  void operator()(SurgeId& surge);
  void operator()(TimePlanId& plan);
  void operator()(MenuNodeId& node);
  void operator()(BotId& bot);
  void operator()(TimePlanIds& plans);
  void operator()(Requirement& expression);
  template <std::integral Number>
  void operator()(Number& number) {
    if (!read_number(text_, number)) fail(number_range<Number>());
  }
  void operator()(Seniority& seniority) { read_enum(seniority, Seniority::fresh); }
  void operator()(LayerEffect& effect) { read_enum(effect, LayerEffect::closes); }
  void operator()(CommandKind& kind) { read_enum(kind, last_command_kind); }
  void operator()(EventKind& kind) { read_enum(kind, last_event_kind); }
  void operator()(Cause& cause) { read_enum(cause, last_cause); }
  void operator()(AgentState& state) { read_enum(state, last_agent_state); }

  enum class Unknown : std::uint8_t { fails, becomes_new };
  /// The host's name for a session.
  void reference(std::uint64_t& reference, Unknown unknown);
  void attribute_value(AttributeId attribute, std::int64_t& value);
  template <class LineId>
  void id_value(std::int64_t& value) {
    if (read_number(text_, value)) return;
    LineId id;
    (*this)(id);
    value = id.value();
  }

  /// Empty as long as all went well.
  [[nodiscard]] const std::string& message() const { return message_; }
  /// Where in the text it went wrong.
  [[nodiscard]] std::size_t offset() const { return offset_; }

 private:
  template <std::integral Number>
  static bool read_number(std::string_view text, Number& number) {
    Number value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return false;
    number = value;
    return true;
  }
  template <std::integral Number>
  static std::string number_range() {
    using Range = std::numeric_limits<Number>;
    return fmt::format("a number, {} to {}", Range::min(), Range::max());
  }
  template <class Enum>
  void read_enum(Enum& value, Enum last);
  template <class LineId, class Line>
  void read_line(LineId& id, const std::vector<Line>& lines, std::string_view what);
  template <class Tag>
  static bool read_slot(std::string_view text, char letter, Handle<Tag>& handle);
  template <class List, class ReadItem>
  void read_list(List& list, std::string_view what, const ReadItem& read_item);
  /// Reads a part of the text by a reader of its own.
  template <class Read>
  void read_part(std::string_view part, const Read& read);
  void fail(std::string_view expected);
  void fail_with(std::size_t offset, std::string message);

  const Names& names_;
  std::string_view text_;
  std::string message_{};
  std::size_t offset_ = 0;
};

}  // namespace v1
}  // namespace acd
