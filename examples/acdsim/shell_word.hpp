// Words of command lines that reports print, to do again what they tell.
#pragma once

#include <string>

namespace acdsim {

/// In single quotes if a shell would read more into it than one word.
[[nodiscard]] std::string shell_word(const std::string& text);

}  // namespace acdsim
