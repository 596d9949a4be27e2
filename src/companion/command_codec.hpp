// One command as bytes: the body of a journal's record.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "acd/engine/command.hpp"
#include "companion/bytes.hpp"

namespace acd {
inline namespace v1 {

/// No command takes more: the longest is an arrival with all its attributes.
inline constexpr std::size_t longest_body = 512;
using CommandBody = ByteWriter<longest_body>;

/// Whether the kind, and the enumerators of its fields, are in the vocabulary.
[[nodiscard]] bool is_in_vocabulary(const Command& command);

/// The command must be in the vocabulary. `last` is the instant of the record before.
void encode(const TimedCommand& timed, Instant last, CommandBody& body);

/// Nothing unless the bytes are what `encode` writes for some command.
[[nodiscard]] std::optional<TimedCommand> decode(std::span<const std::byte> body, Instant last);

}  // namespace v1
}  // namespace acd
