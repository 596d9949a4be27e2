// Files by the C library, for its reasons when something fails.
#include "text_file.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "exit_status.hpp"

namespace acdsim {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(ExitStatus status, const std::filesystem::path& path) {
  throw Failure{status, path.string() + ": " + std::strerror(errno)};
}

}  // namespace

std::string read_text_file(const std::filesystem::path& path) {
  const File file{std::fopen(path.c_str(), "rb")};
  if (!file) fail(ExitStatus::no_input, path);
  std::string text;
  std::array<char, 65'536> block{};
  while (const std::size_t size = std::fread(block.data(), 1, block.size(), file.get())) {
    text.append(block.data(), size);
  }
  if (std::ferror(file.get()) != 0) fail(ExitStatus::no_input, path);
  return text;
}

void write_file(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  File file{std::fopen(path.c_str(), "wb")};
  if (!file) fail(ExitStatus::cannot_create, path);
  const std::size_t written = std::fwrite(bytes.data(), 1, bytes.size(), file.get());
  if (written != bytes.size() || std::fflush(file.get()) != 0) {
    fail(ExitStatus::cannot_create, path);
  }
}

void write_text_file(const std::filesystem::path& path, std::string_view text) {
  write_file(path, std::as_bytes(std::span{text}));
}

}  // namespace acdsim
