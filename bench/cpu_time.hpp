// The processor time of this thread: what neighbours use does not count.
#pragma once

#include <ctime>

namespace acd::bench {

/// Seconds since an unnamed instant.
inline double cpu_seconds() {
  std::timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace acd::bench
