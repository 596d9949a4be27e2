// Records around the bodies of commands: length before, checksum after.
#include "acd/companion/journal.hpp"

#include <algorithm>
#include <array>

#include "acd/companion/fingerprint.hpp"
#include "companion/bytes.hpp"
#include "companion/command_codec.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::array<std::uint8_t, 4> magic = {'A', 'C', 'D', 'J'};
constexpr std::size_t header_size = 16;
constexpr std::size_t checksum_size = 4;

constexpr std::array<std::uint32_t, 256> crc_table = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t crc = i;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (0xedb88320U & (0 - (crc & 1)));
    table[i] = crc;
  }
  return table;
}();

/// CRC-32 as in Ethernet and zip.
std::uint32_t crc32(std::span<const std::byte> bytes) {
  std::uint32_t crc = ~std::uint32_t{0};
  for (const std::byte byte : bytes) {
    crc = crc >> 8 ^ crc_table[(crc ^ static_cast<std::uint32_t>(byte)) & 0xff];
  }
  return ~crc;
}

void append_to(std::vector<std::byte>& buffer, std::span<const std::byte> bytes) {
  buffer.insert(buffer.end(), bytes.begin(), bytes.end());
}

}  // namespace

JournalWriter::JournalWriter(const Blueprint& blueprint) {
  ByteWriter<header_size> header;
  for (const std::uint8_t letter : magic) header.byte(letter);
  header.fixed(journal_version);
  header.fixed(fingerprint(blueprint));
  append_to(buffer_, header.bytes());
}

JournalWriter JournalWriter::continuing(Instant last) {
  JournalWriter writer;
  writer.last_ = last;
  return writer;
}

Status JournalWriter::append(const Command& command, Instant now) {
  if (!is_in_vocabulary(command)) return Status::bad_command;
  CommandBody body;
  encode({now, command}, last_, body);
  ByteWriter<2> length;
  length.varint(body.bytes().size());
  ByteWriter<checksum_size> checksum;
  checksum.fixed(crc32(body.bytes()));
  append_to(buffer_, length.bytes());
  append_to(buffer_, body.bytes());
  append_to(buffer_, checksum.bytes());
  last_ = now;
  return Status::applied;
}

std::string_view to_text(JournalFault fault) {
  switch (fault) {
    case JournalFault::none: return "none";
    case JournalFault::not_a_journal: return "not_a_journal";
    case JournalFault::unknown_version: return "unknown_version";
    case JournalFault::wrong_blueprint: return "wrong_blueprint";
    case JournalFault::torn: return "torn";
    case JournalFault::corrupt: return "corrupt";
    case JournalFault::malformed: return "malformed";
  }
  return "unknown_fault";
}

JournalReader::JournalReader(std::span<const std::byte> bytes) : bytes_{bytes} {
  ByteReader header{bytes_.first(std::min(bytes_.size(), header_size))};
  for (const std::uint8_t letter : magic) {
    if (header.byte() != letter) fault_ = JournalFault::not_a_journal;
  }
  if (fault_ != JournalFault::none) return;
  const std::uint32_t version = header.fixed<std::uint32_t>();
  fingerprint_ = header.fixed<std::uint64_t>();
  if (header.has_failed()) {
    fault_ = JournalFault::torn;
  } else if (version != journal_version) {
    fault_ = JournalFault::unknown_version;
  } else {
    offset_ = header_size;
  }
}

std::optional<TimedCommand> JournalReader::stop(JournalFault fault) {
  fault_ = fault;
  return std::nullopt;
}

std::optional<TimedCommand> JournalReader::next() {
  if (fault_ != JournalFault::none || offset_ == bytes_.size()) return std::nullopt;
  const std::span<const std::byte> left = bytes_.subspan(offset_);
  ByteReader in{left.first(std::min(left.size(), std::size_t{2}))};
  const std::uint64_t size = in.varint(longest_body);
  const bool is_cut = left.size() == 1 && (static_cast<std::uint8_t>(left.front()) & 0x80) != 0;
  if (is_cut) return stop(JournalFault::torn);
  if (in.has_failed()) return stop(JournalFault::malformed);

  const std::size_t length_size = size < 0x80 ? 1 : 2;
  if (left.size() - length_size < size + checksum_size) return stop(JournalFault::torn);
  const std::span<const std::byte> body = left.subspan(length_size, size);
  ByteReader checksum{left.subspan(length_size + size, checksum_size)};
  if (checksum.fixed<std::uint32_t>() != crc32(body)) return stop(JournalFault::corrupt);
  const std::optional<TimedCommand> timed = decode(body, last_);
  if (!timed) return stop(JournalFault::malformed);
  offset_ += length_size + size + checksum_size;
  last_ = timed->now;
  return timed;
}

ReplayResult replay(std::span<const std::byte> journal, Router& router,
                    const ReplayObserver& observer) {
  JournalReader reader{journal};
  ReplayResult result;
  if (reader.fault() == JournalFault::none &&
      reader.blueprint_fingerprint() != fingerprint(router.blueprint())) {
    result.fault = JournalFault::wrong_blueprint;
    return result;
  }
  while (const std::optional<TimedCommand> timed = reader.next()) {
    const Status status = router.apply(timed->command, timed->now);
    ++(status == Status::applied ? result.applied : result.refused);
    const std::span<const Event> events = router.drain_events();
    if (observer) observer(*timed, status, events);
  }
  result.fault = reader.fault();
  result.offset = reader.offset();
  return result;
}

}  // namespace v1
}  // namespace acd
