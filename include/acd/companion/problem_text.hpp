// Problems of a configuration as lines that editors and terminals know.
#pragma once

#include <string>
#include <string_view>

#include "acd/config/problem.hpp"
#include "acd/export.hpp"

namespace acd {
inline namespace v1 {

/// "bank.toml:12:5: groups.sales.weight: 0 is not in 1 to 255", without what is empty or
/// 0; of a warning, "bank.toml:12:5: warning: ...".
[[nodiscard]] ACD_EXPORT std::string to_text(const Problem& problem, std::string_view file = {});

}  // namespace v1
}  // namespace acd
