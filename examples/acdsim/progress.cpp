// The bar and the lines.
#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace acdsim {
namespace {

constexpr std::uint64_t marks_of_bar = 200;
constexpr std::uint64_t marks_of_lines = 10;
constexpr std::uint64_t bar_columns = 30;

std::string bar_of(std::uint64_t done, std::uint64_t total) {
  const std::uint64_t full = total == 0 ? bar_columns : bar_columns * done / total;
  std::string bar;
  for (std::uint64_t i = 0; i < bar_columns; ++i) bar += i < full ? "█" : "░";
  return bar;
}

}  // namespace

Progress::Kind Progress::kind_for(std::FILE* stream) {
  return isatty(fileno(stream)) == 1 ? Kind::bar : Kind::lines;
}

Progress::Progress(Kind kind, std::FILE* stream, std::string what, std::uint64_t total)
    : kind_{kind}, stream_{stream}, what_{std::move(what)}, total_{total} {}

Progress::~Progress() {
  if (kind_ == Kind::bar) clear_line();
}

void Progress::clear_line() const { std::fputs("\r\x1b[K", stream_); }

std::uint64_t Progress::mark_of(std::uint64_t done) const {
  const std::uint64_t marks = kind_ == Kind::bar ? marks_of_bar : marks_of_lines;
  return total_ == 0 ? marks : std::min(done, total_) * marks / total_;
}

bool Progress::is_due(std::uint64_t done) const {
  return kind_ != Kind::silent && mark_of(done) > shown_mark_;
}

void Progress::show(std::uint64_t done, const std::string& note) {
  if (!is_due(done)) return;
  shown_mark_ = mark_of(done);
  const std::uint64_t percent = total_ == 0 ? 100 : 100 * done / total_;
  if (kind_ == Kind::bar) {
    clear_line();
    fmt::print(stream_, "{} {} {:3} %  {}", what_, bar_of(done, total_), percent, note);
  } else {
    fmt::print(stream_, "{} {:3} %  {}\n", what_, percent, note);
  }
  std::fflush(stream_);
}

}  // namespace acdsim
