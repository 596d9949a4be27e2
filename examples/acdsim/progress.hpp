// How far the work is: one rewritten line with a bar on a terminal, a line per tenth of the
// way elsewhere, nothing when quiet.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace acdsim {

class Progress {
 public:
  enum class Kind : std::uint8_t { silent, lines, bar };

  /// Of what `stream` is connected to.
  [[nodiscard]] static Kind kind_for(std::FILE* stream);

  Progress(Kind kind, std::FILE* stream, std::string what, std::uint64_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `note` says where in the day we are.
  void show(std::uint64_t done, const std::string& note);
  /// True if `show` would print something new.
  [[nodiscard]] bool is_due(std::uint64_t done) const;

 private:
  [[nodiscard]] std::uint64_t mark_of(std::uint64_t done) const;
  void clear_line() const;

  Kind kind_;
  std::FILE* stream_;
  std::string what_;
  std::uint64_t total_;
  std::uint64_t shown_mark_ = 0;
};

}  // namespace acdsim
