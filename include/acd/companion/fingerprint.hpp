// One number for a whole blueprint: a journal says with it which plan its commands are for.
#pragma once

#include <cstdint>

#include "acd/config/blueprint.hpp"
#include "acd/export.hpp"

namespace acd {
inline namespace v1 {

/// Equal for equal blueprints on every platform; different ones differ but for a chance of
/// 2^-64. Not a protection against forgery. Linear in the blueprint.
[[nodiscard]] ACD_EXPORT std::uint64_t fingerprint(const Blueprint& blueprint);

}  // namespace v1
}  // namespace acd
