// The centre as it was on the surge day: every queue on its own, first come first served,
// whoever has been free for longest. It has no priorities and nobody helps out.
//
// Written without the library, so that the log it leaves is a record of something else than
// the router that replays it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace acdsim {

/// Seconds are since the beginning of the day.
struct PlainCall {
  std::int64_t arrival_s = 0;
  std::int64_t service_s = 0;
  std::int64_t patience_s = 0;
};

struct PlainAgent {
  std::int64_t begin_s = 0;  ///< of his shift
  std::int64_t end_s = 0;    ///< takes no call from then on
};

struct PlainEnd {
  std::int64_t wait_s = 0;
  std::int32_t agent = -1;  ///< index of who served it; -1: abandoned
};

/// Calls in the order of arrival. O(calls * agents).
[[nodiscard]] std::vector<PlainEnd> serve_plainly(const std::vector<PlainCall>& calls,
                                                  const std::vector<PlainAgent>& agents,
                                                  std::int64_t wrap_up_s);

}  // namespace acdsim
