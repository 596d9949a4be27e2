// Counts what this program asks of the heap: operator new is replaced in counting_new.cpp.
#pragma once

#include <cstddef>

namespace acd::test {

/// Calls of operator new since the program began.
[[nodiscard]] std::size_t allocations();
/// Bytes asked for since the program began, freed or not.
[[nodiscard]] std::size_t bytes_allocated();

}  // namespace acd::test
