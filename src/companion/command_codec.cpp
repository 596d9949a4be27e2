// The table of fields drives both ways; each type of member is written and read here.
#include "companion/command_codec.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "companion/members.hpp"

namespace acd {
inline namespace v1 {
namespace {

std::uint64_t ticks(Instant instant) {
  return static_cast<std::uint64_t>(instant.time_since_epoch().count());
}

Instant instant_of(std::uint64_t ticks) {
  return Instant{Duration{static_cast<std::int64_t>(ticks)}};
}

/// Instants are written as their distance from `origin`; it wraps, so any pair has one.
struct Encoder {
  CommandBody& out;
  Instant origin;

  template <std::unsigned_integral Number>
  void operator()(Number number) const {
    out.varint(number);
  }
  void operator()(std::int64_t number) const {
    out.varint(zigzag(static_cast<std::uint64_t>(number)));
  }
  void operator()(Duration duration) const { (*this)(std::int64_t{duration.count()}); }
  void operator()(Instant instant) const { out.varint(zigzag(ticks(instant) - ticks(origin))); }
  void operator()(Seniority seniority) const { out.byte(static_cast<std::uint8_t>(seniority)); }
  void operator()(LayerEffect effect) const { out.byte(static_cast<std::uint8_t>(effect)); }
  template <class Tag, class Rep>
  void operator()(Id<Tag, Rep> id) const {
    out.varint(id.value());
  }
  template <class Tag>
  void operator()(Handle<Tag> handle) const {
    out.varint(handle.slot);
    out.varint(handle.generation);
  }
  void operator()(const AttributeValue& attribute) const {
    (*this)(attribute.attribute);
    (*this)(attribute.value);
  }
  void operator()(const ScoredAgent& scored) const {
    (*this)(scored.agent);
    (*this)(scored.score);
  }
  template <class Value, std::size_t Capacity>
  void operator()(const ShortList<Value, Capacity>& list) const {
    out.varint(list.size());
    for (const Value& value : list) (*this)(value);
  }
  void operator()(const Requirement& expression) const {
    // One more than fits says: too long.
    const std::span nodes = expression.nodes();
    out.varint(expression.is_too_long() ? Requirement::capacity + 1 : nodes.size());
    for (const Requirement::Node& node : nodes) {
      out.byte(static_cast<std::uint8_t>(node.op));
      if (node.op != BooleanOp::leaf) continue;
      (*this)(node.leaf.skill);
      out.byte(node.leaf.low);
      out.byte(node.leaf.high);
    }
  }
};

struct Decoder {
  ByteReader& in;
  Instant origin;

  template <std::unsigned_integral Number>
  void operator()(Number& number) const {
    number = static_cast<Number>(in.varint(std::numeric_limits<Number>::max()));
  }
  void operator()(std::int64_t& number) const {
    number = static_cast<std::int64_t>(unzigzag(in.varint()));
  }
  void operator()(Duration& duration) const {
    std::int64_t count = 0;
    (*this)(count);
    duration = Duration{count};
  }
  void operator()(Instant& instant) const {
    instant = instant_of(ticks(origin) + unzigzag(in.varint()));
  }
  void operator()(Seniority& seniority) const {
    seniority = static_cast<Seniority>(in.byte());
    if (seniority > Seniority::fresh) in.fail();
  }
  void operator()(LayerEffect& effect) const {
    effect = static_cast<LayerEffect>(in.byte());
    if (effect > LayerEffect::closes) in.fail();
  }
  template <class Tag, class Rep>
  void operator()(Id<Tag, Rep>& id) const {
    id = Id<Tag, Rep>{in.varint(std::numeric_limits<Rep>::max())};
  }
  template <class Tag>
  void operator()(Handle<Tag>& handle) const {
    (*this)(handle.slot);
    (*this)(handle.generation);
  }
  void operator()(AttributeValue& attribute) const {
    (*this)(attribute.attribute);
    (*this)(attribute.value);
  }
  void operator()(ScoredAgent& scored) const {
    (*this)(scored.agent);
    (*this)(scored.score);
  }
  template <class Value, std::size_t Capacity>
  void operator()(ShortList<Value, Capacity>& list) const {
    list = {};
    for (std::uint64_t left = in.varint(Capacity); left > 0; --left) {
      Value value;
      (*this)(value);
      list.push_back(value);
    }
  }
  void operator()(Requirement& expression) const {
    const std::uint64_t size = in.varint(Requirement::capacity + 1);
    if (size > Requirement::capacity) {
      expression = Requirement::from_postfix(std::array{Requirement::Node{BooleanOp::both, {}}});
      return;
    }
    std::array<Requirement::Node, Requirement::capacity> nodes;
    for (std::uint64_t i = 0; i < size; ++i) (*this)(nodes[i]);
    const std::span written{nodes.data(), static_cast<std::size_t>(size)};
    expression = Requirement::from_postfix(written);
    if (!std::ranges::equal(expression.nodes(), written)) in.fail();
  }
  void operator()(Requirement::Node& node) const {
    node.op = static_cast<BooleanOp>(in.byte());
    if (node.op > BooleanOp::nothing) in.fail();
    if (node.op != BooleanOp::leaf) return;
    (*this)(node.leaf.skill);
    node.leaf.low = in.byte();
    node.leaf.high = in.byte();
  }
};

}  // namespace

bool is_in_vocabulary(const Command& command) {
  return command.kind <= last_command_kind && command.seniority <= Seniority::fresh &&
         command.effect <= LayerEffect::closes;
}

void encode(const TimedCommand& timed, Instant last, CommandBody& body) {
  const Command& command = timed.command;
  const std::span fields = fields_of(command.kind);
  std::uint64_t present = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!is_default(fields[i], command)) present |= std::uint64_t{1} << i;
  }
  body.byte(static_cast<std::uint8_t>(command.kind));
  Encoder{body, last}(timed.now);
  body.varint(present);
  const Encoder encoder{body, timed.now};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if ((present >> i & 1) == 0) continue;
    with_member(fields[i], [&](auto member) { encoder(command.*member); });
  }
}

std::optional<TimedCommand> decode(std::span<const std::byte> body, Instant last) {
  ByteReader in{body};
  TimedCommand timed;
  Command& command = timed.command;
  command.kind = static_cast<CommandKind>(in.byte());
  if (command.kind > last_command_kind) return std::nullopt;
  const std::span fields = fields_of(command.kind);
  Decoder{in, last}(timed.now);
  const std::uint64_t present = in.varint((std::uint64_t{1} << fields.size()) - 1);
  const Decoder decoder{in, timed.now};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if ((present >> i & 1) == 0) continue;
    with_member(fields[i], [&](auto member) { decoder(command.*member); });
    if (is_default(fields[i], command)) in.fail();  // it would have been left out
  }
  if (in.has_failed() || !in.rest().empty()) return std::nullopt;
  return timed;
}

}  // namespace v1
}  // namespace acd
