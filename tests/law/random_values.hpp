// Random commands and events, straight from the tables of fields: fields that do not count
// for a kind keep their defaults, and none is forgotten when a table grows.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <limits>

#include "companion/members.hpp"

namespace acd {
inline namespace v1 {

/// Mostly small, so that values name lines of a plan, sometimes anything.
template <class Number>
Number random_number() {
  if (*rc::gen::inRange(0, 4) != 0) return static_cast<Number>(*rc::gen::inRange(0, 6));
  return *rc::gen::arbitrary<Number>();
}

/// A member of a command or event, by its type.
struct RandomMember {
  template <std::integral Number>
  void operator()(Number& number) const {
    number = random_number<Number>();
  }
  void operator()(Duration& duration) const { duration = Duration{random_number<std::int64_t>()}; }
  void operator()(Instant& instant) const {
    instant = Instant{Duration{random_number<std::int64_t>()}};
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum& value) const;
  template <class Tag, class Rep>
  void operator()(Id<Tag, Rep>& id) const {
    id = Id<Tag, Rep>{random_number<Rep>()};
  }
  template <class Tag>
  void operator()(Handle<Tag>& handle) const {
    handle = {random_number<std::uint32_t>(), random_number<std::uint32_t>()};
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
    for (auto left = *rc::gen::inRange<std::size_t>(0, Capacity + 1); left > 0; --left) {
      Value value;
      (*this)(value);
      list.push_back(value);
    }
  }
  void operator()(Requirement& expression) const;
};

template <class Enum>
Enum random_enum(Enum last) {
  return static_cast<Enum>(*rc::gen::inRange(0, static_cast<int>(last) + 1));
}
template <>
inline void RandomMember::operator()(Seniority& value) const {
  value = random_enum(Seniority::fresh);
}
template <>
inline void RandomMember::operator()(LayerEffect& value) const {
  value = random_enum(LayerEffect::closes);
}
template <>
inline void RandomMember::operator()(Cause& value) const {
  value = random_enum(last_cause);
}
template <>
inline void RandomMember::operator()(AgentState& value) const {
  value = random_enum(last_agent_state);
}

/// Grown by random joins; a long one becomes the too-long value.
inline void RandomMember::operator()(Requirement& expression) const {
  for (int steps = *rc::gen::inRange(0, 14); steps > 0; --steps) {
    SkillTest test;
    (*this)(test.skill);
    test.low = random_number<Level>();
    test.high = random_number<Level>();
    switch (*rc::gen::inRange(0, 4)) {
      case 0: expression = expression && test; break;
      case 1: expression = expression || test; break;
      case 2: expression = Requirement{test} && !expression; break;
      case 3: expression = (!Requirement{test} || Requirement::nothing()) && expression; break;
    }
  }
}

template <class Value, class Kind>
Value random_of_kind(Kind kind) {
  Value value;
  value.kind = kind;
  for (const auto field : fields_of(kind)) {
    with_member(field, [&](auto member) { RandomMember{}(value.*member); });
  }
  return value;
}

inline Command random_command() { return random_of_kind<Command>(random_enum(last_command_kind)); }

inline TimedCommand random_timed_command() {
  TimedCommand timed;
  RandomMember{}(timed.now);
  timed.command = random_command();
  return timed;
}

inline Event random_event() {
  Event event = random_of_kind<Event>(random_enum(last_event_kind));
  RandomMember{}(event.at);
  return event;
}

}  // namespace v1
}  // namespace acd
