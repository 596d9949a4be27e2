// One call's story from arrival to end, whoever tells it: the router's events or the log.
//
// Every figure that acdsim prints is a fold over such records, the same for both sides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "acd/engine/event.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"

namespace acdsim {

enum class Outcome : std::uint8_t {
  open,  ///< no terminal record yet
  served,
  abandoned,
  short_abandoned,  ///< before the group's short_abandon
  timed_out,        ///< the group's max_wait
  refused,          ///< nobody took it in as many offers as its rule allows
  turned_away,      ///< the group was full: never admitted
  closed,           ///< still there when the replay ended
};
inline constexpr Outcome last_outcome = Outcome::closed;
[[nodiscard]] std::string_view name_of(Outcome outcome);

struct CallRecord {
  acd::GroupId queue{};
  acd::Priority priority = 0;
  std::uint64_t customer = 0;  ///< 0: unknown
  Outcome outcome = Outcome::open;
  std::uint16_t endings = 0;  ///< terminal records seen: 1 when all is well
  std::int32_t agent = -1;    ///< line in the blueprint; -1: nobody, or not recorded
  acd::Instant arrived{};
  acd::Instant answered = acd::never;  ///< never: nobody served it
  acd::Duration wait{0};               ///< until answered, or until it left
  acd::Duration talk{0};
  acd::Duration wrap_up{0};
};

/// Folds the router's events into one record per session.
class CallRecordFold {
 public:
  void add(const acd::Event& event);
  /// A session that the router refused.
  void turn_away(acd::GroupId queue, acd::Priority priority, acd::Instant at);
  [[nodiscard]] const std::vector<CallRecord>& records() const { return records_; }

 private:
  [[nodiscard]] CallRecord& record_of(acd::SessionHandle session);
  void arrive(const acd::Event& event);
  void answer(const acd::Event& event);
  void stop_talking(CallRecord& record, const acd::Event& event);
  void end(const acd::Event& event);

  struct WrapUp {
    std::size_t record = 0;
    acd::Instant since{};
  };
  std::vector<CallRecord> records_{};
  std::vector<std::size_t> session_records_{};  // by session slot
  std::vector<acd::Instant> serving_since_{};   // by session slot
  std::vector<WrapUp> wrap_ups_{};              // by offer slot
};

}  // namespace acdsim
