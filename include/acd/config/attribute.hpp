// Small typed facts on a session, read by orderings (and later by entry and conditions).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace acd {
inline namespace v1 {

enum class AttributeType : std::uint8_t {
  number,  ///< any 64-bit integer
  flag,    ///< 0 or 1
  symbol,  ///< index into `symbols`
};

/// Declared in the blueprint; a session holds at most one value of each.
struct Attribute {
  std::string name{};
  AttributeType type = AttributeType::number;
  std::vector<std::string> symbols{};
  friend bool operator==(const Attribute&, const Attribute&) = default;
};

}  // namespace v1
}  // namespace acd
