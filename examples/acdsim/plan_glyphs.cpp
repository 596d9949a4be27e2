// The locale as POSIX finds it: the first of three variables that is set.
#include "plan_glyphs.hpp"

#include <unistd.h>

#include <cstdlib>

namespace acdsim {
namespace {

bool has_utf8_locale() {
  for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale{value};
    return locale.find("UTF-8") != std::string_view::npos ||
           locale.find("utf8") != std::string_view::npos;
  }
  return false;
}

}  // namespace

Glyphs glyphs_of_stdout() {
  return isatty(STDOUT_FILENO) == 1 && has_utf8_locale() ? block_glyphs : ascii_glyphs;
}

}  // namespace acdsim
