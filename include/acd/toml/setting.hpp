// One value of a file, given from outside: for an experiment that changes nothing else.
#pragma once

#include <string>

namespace acd {
inline namespace v1 {

/// It takes the place of what the file says there, or is added to it.
struct Setting {
  /// As problems name places: steps are keys of the file, or the words that problems have for them;
  /// lines go by name or by number. "groups.sales.target_wait", "demands.\"gold card\".patience",
  /// "staff[0].count".
  std::string path{};
  /// As the file would write it; what is no value of TOML is taken as a string: 30s, 5%, sales.
  std::string value{};
  friend bool operator==(const Setting&, const Setting&) = default;
};

}  // namespace v1
}  // namespace acd
