// The bar and the lines.
#include "progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "display_width.hpp"

namespace acdsim {
namespace {

constexpr std::uint64_t marks_of_bar = 200;
constexpr std::uint64_t marks_of_lines = 10;
constexpr std::size_t bar_columns = 30;
constexpr std::size_t bar_columns_min = 5;
constexpr std::size_t usual_columns = 80;

std::string bar_of(std::uint64_t done, std::uint64_t total, std::size_t columns) {
  const std::size_t full = total == 0 ? columns : columns * std::min(done, total) / total;
  std::string bar;
  for (std::size_t i = 0; i < columns; ++i) bar += i < full ? "█" : "░";
  return bar;
}

}  // namespace

Progress::Kind Progress::kind_for(std::FILE* stream) {
  const char* const terminal = std::getenv("TERM");
  const bool is_dumb = terminal != nullptr && std::string_view{terminal} == "dumb";
  return isatty(fileno(stream)) == 1 && !is_dumb ? Kind::bar : Kind::lines;
}

Progress::Progress(Kind kind, std::FILE* stream, std::string what, std::uint64_t total)
    : kind_{kind}, stream_{stream}, what_{std::move(what)}, total_{total} {}

Progress::~Progress() {
  if (kind_ == Kind::bar) clear_line();
}

void Progress::clear_line() const { std::fputs("\r\x1b[K", stream_); }

std::size_t Progress::columns() const {
  winsize size{};
  const bool is_known = ioctl(fileno(stream_), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? size.ws_col : usual_columns;
}

std::uint64_t Progress::mark_of(std::uint64_t done) const {
  const std::uint64_t marks = kind_ == Kind::bar ? marks_of_bar : marks_of_lines;
  return total_ == 0 ? marks : std::min(done, total_) * marks / total_;
}

bool Progress::is_due(std::uint64_t done) const {
  return kind_ != Kind::silent && mark_of(done) > shown_mark_;
}

std::string Progress::time_left(std::uint64_t done) const {
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start_;
  const bool is_early = passed < std::chrono::seconds{1} || done == 0 || done >= total_;
  if (is_early) return {};
  const double left =
      passed.count() * static_cast<double>(total_ - done) / static_cast<double>(done);
  return left < 100 ? fmt::format(", {:.0f} s left", left)
                    : fmt::format(", {:.0f} min left", left / 60);
}

/// As much of a bar as there is room for: a longer line would wrap, and could not be rewritten.
void Progress::show_bar(std::uint64_t done, const std::string& text) const {
  clear_line();
  const std::size_t room = columns() - 1;
  const std::size_t taken = display_width(what_) + 2 + display_width(text);
  if (taken + bar_columns_min > room) {
    if (taken <= room) fmt::print(stream_, "{} {}", what_, text);
    return;
  }
  fmt::print(stream_, "{} {} {}", what_, bar_of(done, total_, std::min(bar_columns, room - taken)),
             text);
}

void Progress::show(std::uint64_t done, const std::string& note) {
  if (!is_due(done)) return;
  shown_mark_ = mark_of(done);
  const std::uint64_t percent = total_ == 0 ? 100 : 100 * std::min(done, total_) / total_;
  const std::string text = fmt::format("{:3} %  {}", percent, note);
  if (kind_ == Kind::bar) {
    show_bar(done, text + time_left(done));
  } else {
    fmt::print(stream_, "{} {}\n", what_, text);
  }
  std::fflush(stream_);
}

}  // namespace acdsim
