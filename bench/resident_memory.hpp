// How much of the process lies in memory.
#pragma once

#include <unistd.h>

#include <fstream>

namespace acd::bench {

/// Bytes; 0 where the system does not tell it in /proc.
inline double resident_bytes() {
  std::ifstream file{"/proc/self/statm"};
  double pages = 0;
  double resident = 0;
  file >> pages >> resident;
  return file ? resident * static_cast<double>(sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace acd::bench
