// Reads on behind errors of syntax, so that one run tells all problems of a file.
//
// The parser of TOML stops at the first error. The statement in which that is (a key with its
// value, or a header with its whole table) is taken out, and the rest is parsed again.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "acd/config/problem.hpp"

namespace acd {
inline namespace v1 {

/// What was taken out of a file.
class LostText {
 public:
  /// Of a table whose header stands on this line; nothing at the top of the file.
  void add(std::string_view line, std::optional<int> header) {
    text_ += line;
    text_ += '\n';
    if (header) headers_.insert(*header);
  }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// True if the problem may only be there because something is not: it names a word that was
  /// lost, or stands at a table from which something was lost.
  [[nodiscard]] bool explains(const Problem& problem) const;

 private:
  [[nodiscard]] bool has(std::string_view word) const;
  std::string text_{};
  std::set<int> headers_{};
};

struct ParsedToml {
  toml::table table{};
  std::vector<Problem> problems{};  ///< of syntax, at most some dozens
  LostText lost{};                  ///< empty if there is no problem
};

/// The places in the table are those in the text. A sound text is parsed once; else it is parsed
/// again for each problem.
[[nodiscard]] ParsedToml parse_toml(std::string_view text);

}  // namespace v1
}  // namespace acd
