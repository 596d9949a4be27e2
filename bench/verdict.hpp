// Whether the benchmarks that also check something found it right: the program's exit status.
#pragma once

namespace acd::bench {

/// Set by a benchmark whose two sides disagreed.
inline bool disagreed = false;

}  // namespace acd::bench
