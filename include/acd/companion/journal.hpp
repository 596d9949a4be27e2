// A journal: the commands that a router was given, as bytes. Replayed into a router made
// from the same blueprint, it gives the same events and the same state hash.
//
//   JournalWriter journal(router.blueprint());
//   journal.append(command, now);            // beside router.apply(command, now)
//   file.write(journal.bytes()); journal.clear();
//
// The writer and reader do no I/O. The format is little-endian and the same everywhere:
//
//   header  "ACDJ", version (4 bytes), fingerprint of the blueprint (8 bytes)
//   record  length of the body (varint), body, CRC-32 of the body (4 bytes)
//   body    kind (1 byte), instant less that of the record before (zigzag varint),
//           which fields differ from their defaults (varint, bit i: field i of the kind's
//           table), then these fields in order
//
// A journal cut off anywhere is good up to its last whole record. There is one encoding of
// a command: what the reader accepts, the writer writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/engine/command.hpp"
#include "acd/engine/router.hpp"
#include "acd/export.hpp"
#include "acd/vocabulary/status.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

inline constexpr std::uint32_t journal_version = 1;

/// Appends records to a buffer that the host empties whenever it likes.
class ACD_EXPORT JournalWriter {
 public:
  /// A new journal: the header is in the buffer.
  explicit JournalWriter(const Blueprint& blueprint);
  /// Goes on after a record of the instant `last`: no header.
  [[nodiscard]] static JournalWriter continuing(Instant last);

  /// Refused with `bad_command` if a kind or an enumerator is outside the vocabulary, as
  /// the router does. Fields that do not belong to the kind are not recorded. Allocates
  /// only to grow the buffer.
  Status append(const Command& command, Instant now);
  [[nodiscard]] std::span<const std::byte> bytes() const { return buffer_; }
  /// Forgets the bytes, keeps the memory.
  void clear() { buffer_.clear(); }

 private:
  JournalWriter() = default;
  std::vector<std::byte> buffer_{};
  Instant last_ = earliest;
};

enum class JournalFault : std::uint8_t {
  none,           ///< all was read
  not_a_journal,  ///< the header is missing or of something else
  unknown_version,
  wrong_blueprint,  ///< `replay` only: made with another plan
  torn,             ///< the bytes end inside a record
  corrupt,          ///< a checksum does not fit
  malformed,        ///< the checksum fits, the content is not a command
};
[[nodiscard]] ACD_EXPORT std::string_view to_text(JournalFault fault);

/// Reads any bytes: never beyond their end, without an allocation, in linear time. Stops at
/// the first fault. The bytes must outlive the reader.
class ACD_EXPORT JournalReader {
 public:
  explicit JournalReader(std::span<const std::byte> bytes);

  /// The next command; nothing at the end and at a fault.
  [[nodiscard]] std::optional<TimedCommand> next();
  /// Why it stopped; none while it goes on and at a clean end.
  [[nodiscard]] JournalFault fault() const { return fault_; }
  /// Of the first byte not yet understood: a journal may be cut here and continued.
  [[nodiscard]] std::size_t offset() const { return offset_; }
  /// Of the last command read, for JournalWriter::continuing.
  [[nodiscard]] Instant last() const { return last_; }
  /// Of the blueprint that the journal was made with; 0 without a header.
  [[nodiscard]] std::uint64_t blueprint_fingerprint() const { return fingerprint_; }

 private:
  [[nodiscard]] std::optional<TimedCommand> stop(JournalFault fault);

  std::span<const std::byte> bytes_{};
  std::size_t offset_ = 0;
  std::uint64_t fingerprint_ = 0;
  Instant last_ = earliest;
  JournalFault fault_ = JournalFault::none;
};

struct ReplayResult {
  std::uint64_t applied = 0;
  std::uint64_t refused = 0;
  JournalFault fault = JournalFault::none;
  std::size_t offset = 0;  ///< of the first byte not replayed
  friend bool operator==(const ReplayResult&, const ReplayResult&) = default;
};

/// What a replayed command led to. The events are valid during the call only.
using ReplayObserver = std::function<void(const TimedCommand&, Status, std::span<const Event>)>;

/// Gives the journal's commands to the router, which must be made from the same blueprint,
/// and tells the observer, if any.
ACD_EXPORT ReplayResult replay(std::span<const std::byte> journal, Router& router,
                               const ReplayObserver& observer = {});

}  // namespace v1
}  // namespace acd
