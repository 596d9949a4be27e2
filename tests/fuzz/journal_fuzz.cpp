// Any bytes as a journal: no crash, no over-read, and what is accepted is written the same.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "acd/companion/journal.hpp"

namespace {

using Bytes = std::vector<std::byte>;

void read_and_write(std::span<const std::byte> bytes) {
  acd::JournalReader reader{bytes};
  acd::JournalWriter writer = acd::JournalWriter::continuing(acd::earliest);
  const std::size_t start = reader.offset();
  while (const auto timed = reader.next()) {
    if (writer.append(timed->command, timed->now) != acd::Status::applied) std::abort();
  }
  const std::span accepted = bytes.subspan(start, reader.offset() - start);
  if (!std::ranges::equal(accepted, writer.bytes())) std::abort();
}

void append_little_endian(Bytes& bytes, std::uint32_t number) {
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<std::byte>(number >> 8 * i & 0xff));
}

std::uint32_t crc32(std::span<const std::byte> bytes) {
  std::uint32_t crc = ~std::uint32_t{0};
  for (const std::byte byte : bytes) {
    crc ^= static_cast<std::uint32_t>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (0xedb88320U & (0 - (crc & 1)));
  }
  return ~crc;
}

/// A journal of one record with the body given: checksums stop a fuzzer otherwise.
Bytes journal_with(std::span<const std::byte> body) {
  Bytes bytes;
  append_little_endian(bytes, 0x4a444341);
  append_little_endian(bytes, acd::journal_version);
  bytes.insert(bytes.end(), 8, std::byte{0});
  bytes.push_back(static_cast<std::byte>(body.size()));
  bytes.insert(bytes.end(), body.begin(), body.end());
  append_little_endian(bytes, crc32(body));
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span bytes = std::as_bytes(std::span{data, size});
  read_and_write(bytes);
  if (size < 0x80) read_and_write(journal_with(bytes));
  return 0;
}
