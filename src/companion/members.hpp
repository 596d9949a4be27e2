// From a field of the tables to the member it names, for commands and for events: the one
// place that text, journal and generators go through.
#pragma once

#include "acd/engine/command.hpp"
#include "acd/engine/event.hpp"

namespace acd {
inline namespace v1 {

/// `use(&Command::session)` and so on.
template <class Use>
decltype(auto) with_member(CommandField field, const Use& use) {
  switch (field) {
    case CommandField::session: return use(&Command::session);
    case CommandField::agent: return use(&Command::agent);
    case CommandField::offer: return use(&Command::offer);
    case CommandField::reference: return use(&Command::reference);
    case CommandField::group: return use(&Command::group);
    case CommandField::channel: return use(&Command::channel);
    case CommandField::priority: return use(&Command::priority);
    case CommandField::requirement: return use(&Command::requirement);
    case CommandField::start: return use(&Command::start);
    case CommandField::due: return use(&Command::due);
    case CommandField::seniority: return use(&Command::seniority);
    case CommandField::attribute: return use(&Command::attribute);
    case CommandField::value: return use(&Command::value);
    case CommandField::duration: return use(&Command::duration);
    case CommandField::reason: return use(&Command::reason);
    case CommandField::capacity: return use(&Command::capacity);
    case CommandField::count: return use(&Command::count);
    case CommandField::level: return use(&Command::level);
    case CommandField::preference: return use(&Command::preference);
    case CommandField::attributes: return use(&Command::attributes);
    case CommandField::excluded: return use(&Command::excluded);
    case CommandField::entry: return use(&Command::entry);
    case CommandField::customer: return use(&Command::customer);
    case CommandField::not_before: return use(&Command::not_before);
    case CommandField::plans: return use(&Command::plans);
    case CommandField::effect: return use(&Command::effect);
    case CommandField::until: return use(&Command::until);
    case CommandField::zone: return use(&Command::zone);
    case CommandField::surge: return use(&Command::surge);
    case CommandField::successor: return use(&Command::successor);
    case CommandField::preferred: return use(&Command::preferred);
    case CommandField::expression: break;
  }
  return use(&Command::expression);
}

template <class Use>
decltype(auto) with_member(EventField field, const Use& use) {
  switch (field) {
    case EventField::session: return use(&Event::session);
    case EventField::agent: return use(&Event::agent);
    case EventField::offer: return use(&Event::offer);
    case EventField::group: return use(&Event::group);
    case EventField::channel: return use(&Event::channel);
    case EventField::priority: return use(&Event::priority);
    case EventField::cause: return use(&Event::cause);
    case EventField::state: return use(&Event::state);
    case EventField::reason: return use(&Event::reason);
    case EventField::value: return use(&Event::value);
    case EventField::until: break;
  }
  return use(&Event::until);
}

/// Whether the field has the value that it has in a new command or event.
template <class Field, class Value>
bool is_default(Field field, const Value& value) {
  static const Value fresh{};
  return with_member(field, [&](auto member) { return value.*member == fresh.*member; });
}

}  // namespace v1
}  // namespace acd
