// The host's own ids for sessions: an opt-in map, off the router's hot path.
//
// The router's handles are all it needs; a host that knows its sessions by a number of its
// own keeps a SessionDirectory, and one that knows them by strings a SymbolTable besides.
//
//   SessionDirectory directory;
//   SymbolTable symbols;
//   arrive(router, directory, {.group = sales, .reference = symbols.intern("call-17")}, now);
//   router.cancel(directory.find(symbols.find("call-17").value()), now);
//   directory.release_ended(router.drain_events());
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "acd/engine/router.hpp"
#include "acd/export.hpp"

namespace acd {
inline namespace v1 {

/// Live sessions by the host's reference, both ways. One thread at a time.
class ACD_EXPORT SessionDirectory {
 public:
  SessionDirectory();
  ~SessionDirectory();
  SessionDirectory(SessionDirectory&&) noexcept;
  SessionDirectory& operator=(SessionDirectory&&) noexcept;

  /// Refused with `duplicate_session` while either of the two is bound, with
  /// `unknown_session` for the handle that names nothing. Constant time.
  [[nodiscard]] Status bind(std::uint64_t reference, SessionHandle session);
  /// None if no session is bound to the reference. Constant time.
  [[nodiscard]] SessionHandle find(std::uint64_t reference) const;
  [[nodiscard]] std::optional<std::uint64_t> reference_of(SessionHandle session) const;
  /// Forgets the session: its reference may be bound again. False if it was not bound.
  bool release(SessionHandle session);
  /// Releases every session whose end is among the events.
  void release_ended(std::span<const Event> events);
  [[nodiscard]] std::size_t size() const;

 private:
  struct Maps;
  std::unique_ptr<Maps> maps_;
};

/// As Router::arrive, and binds `command.reference` to the new session. Refused with
/// `duplicate_session`, and the router not asked, while the reference names a live one.
[[nodiscard]] ACD_EXPORT Router::Arrival arrive(Router& router, SessionDirectory& directory,
                                                const Command& command, Instant now);

/// Strings as references: each distinct string has a number of its own, from 1, never given
/// twice. One thread at a time.
class ACD_EXPORT SymbolTable {
 public:
  SymbolTable();
  ~SymbolTable();
  SymbolTable(SymbolTable&&) noexcept;
  SymbolTable& operator=(SymbolTable&&) noexcept;

  /// The string's reference, a new one if it has none yet. Linear in its length.
  std::uint64_t intern(std::string_view text);
  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view text) const;
  /// Valid until this table changes; nothing if no string has this reference.
  [[nodiscard]] std::optional<std::string_view> text_of(std::uint64_t reference) const;
  /// Forgets the string. False if no string has this reference.
  bool release(std::uint64_t reference);
  [[nodiscard]] std::size_t size() const;

 private:
  struct Maps;
  std::unique_ptr<Maps> maps_;
};

}  // namespace v1
}  // namespace acd
