// Commands and events as one line of text each, and back.
//
//   2026-11-22T12:00:00Z arrive alice group=sales priority=2
//   2026-11-22T12:00:00Z assigned alice agent=bob offer=o0.1 group=sales cause=chosen
//
// First the kind, then its subject (the first field of its table, see `fields_of`), then
// `name=value` for each further field that differs from its default or is the point of the
// line (the level of set_level), in the table's order; read in any order. A value is
//
//   a name of the blueprint     sales, "tier 2", or #7 for the line of index 7
//   an agent                    his name, or a7.1 (slot, generation)
//   a session                   what the host calls it, or s7.1
//   an offer                    o7.1
//   a reference                 a string of the symbol table, or a number
//   an instant                  2026-11-22T12:00:00Z, +12s after Names::origin, never
//   a duration                  1m30s
//   attributes                  vip:1,tier:gold
//   excluded agents             bob,carol
//   time plans                  office,night or all
//   an expression               "english >= 3 and not trainee"
//
// A name that is not a plain word (letters, digits, "_", "-", anything outside ASCII)
// stands in double quotes.
//
// Law: parse(to_text(x)) == x, for a blueprint whose names are unique, except for
// requirements that are too long. Linear in the length of the text, and in the lines of the
// blueprint per name. Any thread, as far as the tables of Names allow it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "acd/companion/policy_text.hpp"
#include "acd/companion/session_directory.hpp"
#include "acd/config/blueprint.hpp"
#include "acd/engine/command.hpp"
#include "acd/engine/event.hpp"
#include "acd/engine/router.hpp"
#include "acd/export.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// What stands in text for ids, handles and references. All must outlive their use.
struct Names {
  const Blueprint& blueprint;
  /// Sessions by reference; without it they print as slot and generation.
  const SessionDirectory* directory = nullptr;
  /// References as strings; the parser adds new ones. Without it they are numbers.
  SymbolTable* symbols = nullptr;
  /// If set, instants that the router accepts print as the time passed since.
  std::optional<Instant> origin{};
};

[[nodiscard]] ACD_EXPORT std::string to_text(const Command& command, const Names& names);
[[nodiscard]] ACD_EXPORT std::string to_text(const TimedCommand& timed, const Names& names);
/// With the instant in front.
[[nodiscard]] ACD_EXPORT std::string to_text(const Event& event, const Names& names);

[[nodiscard]] ACD_EXPORT Parsed<Command> parse_command(std::string_view line, const Names& names);
[[nodiscard]] ACD_EXPORT Parsed<TimedCommand> parse_timed_command(std::string_view line,
                                                                  const Names& names);
[[nodiscard]] ACD_EXPORT Parsed<Event> parse_event(std::string_view line, const Names& names);

/// In words: "entry hotline, rule vip, node main, node billing"; empty without a way.
[[nodiscard]] ACD_EXPORT std::string to_text(const Why& why, const Names& names);

/// In words: "held for owner until +30s", by the strategy of its group; empty unless it is held.
[[nodiscard]] ACD_EXPORT std::string hold_text(const SessionView& session, const Names& names);

// The enumerators' own names; empty outside the vocabulary.
[[nodiscard]] ACD_EXPORT std::string_view to_text(CommandKind kind);
[[nodiscard]] ACD_EXPORT std::string_view to_text(CommandField field);
[[nodiscard]] ACD_EXPORT std::string_view to_text(Seniority seniority);
[[nodiscard]] ACD_EXPORT std::string_view to_text(LayerEffect effect);
[[nodiscard]] ACD_EXPORT std::string_view to_text(EventKind kind);
[[nodiscard]] ACD_EXPORT std::string_view to_text(EventField field);
[[nodiscard]] ACD_EXPORT std::string_view to_text(Cause cause);
[[nodiscard]] ACD_EXPORT std::string_view to_text(AgentState state);
[[nodiscard]] ACD_EXPORT std::string_view to_text(SessionState state);

}  // namespace v1
}  // namespace acd
