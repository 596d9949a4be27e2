// How far the work is: one rewritten line with a bar on a terminal, a line per tenth of the
// way elsewhere, nothing when quiet.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

namespace acdsim {

class Progress {
 public:
  enum class Kind : std::uint8_t { silent, lines, bar };

  /// Of what `stream` is connected to; a terminal that cannot rewrite a line (TERM=dumb) gets
  /// lines.
  [[nodiscard]] static Kind kind_for(std::FILE* stream);

  Progress(Kind kind, std::FILE* stream, std::string what, std::uint64_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `note` says where we are. On a terminal the time that is left follows, if it can be told.
  void show(std::uint64_t done, const std::string& note);
  /// True if `show` would print something new.
  [[nodiscard]] bool is_due(std::uint64_t done) const;
  /// There is more to do than was thought, or less.
  void expect(std::uint64_t total) { total_ = total; }

 private:
  [[nodiscard]] std::uint64_t mark_of(std::uint64_t done) const;
  [[nodiscard]] std::string time_left(std::uint64_t done) const;
  [[nodiscard]] std::size_t columns() const;
  void clear_line() const;
  void show_bar(std::uint64_t done, const std::string& text) const;

  Kind kind_;
  std::FILE* stream_;
  std::string what_;
  std::uint64_t total_;
  std::uint64_t shown_mark_ = 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace acdsim
