// Instants have differences; only a duration can be added to one.
#include "acd/vocabulary/time.hpp"

acd::Instant later(acd::Instant first, acd::Instant second) {
#ifdef MUST_FAIL
  return first + second;
#else
  return first + (second - first);
#endif
}
