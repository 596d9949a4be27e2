// Orderings compiled to keys: straight lists of steps that the engine runs when facts
// change, never inside a comparison.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "acd/config/limits.hpp"
#include "acd/config/registry.hpp"
#include "acd/policy/agent_order.hpp"
#include "acd/policy/session_order.hpp"
#include "acd/policy/work_order.hpp"
#include "policy/key_width.hpp"
#include "util/key.hpp"

namespace acd::config {

using util::Key;

/// What agent keys are made from, beside what a host's rank may know.
struct AgentKeyFacts {
  AgentFacts shared;
  std::uint64_t ready_number = 0;
  std::uint64_t handled_number = 0;
  std::uint64_t offered_number = 0;
  std::span<const std::uint8_t> skills;  ///< by SkillId: level + 1, 0 without the skill
};

struct SessionKeyFacts {
  SessionFacts shared;
  std::uint64_t number = 0;
};

/// What work orders compare: a session, seen by an agent who could serve it.
struct WorkFacts {
  std::uint8_t weight = 1;
  Preference preference = 0;
  Priority priority = 0;
  Instant start;
  Instant due;
  Instant now;
  std::uint32_t waiting = 0;       ///< sessions waiting in its group
  std::int64_t share_deficit = 0;  ///< microseconds times 100
  std::uint64_t number = 0;
};

/// How the aged criterion ranks; `priority_max` is the most urgent priority there is.
struct Ageing {
  Duration step{0};
  Priority cap = 0;
  Priority priority_max = 0;
};
/// Smaller sorts first: those above the cap by priority, then by start; then the others by
/// start less the waiting time that their priority is worth (at most 142 years).
[[nodiscard]] std::uint64_t aged_rank(const Ageing& ageing, Priority priority, Instant start);

/// Who is chosen among agents of the same rank.
enum class TieBreak : std::uint8_t { ready_number, drawn, circular, weighted_ready };

class AgentKeyPlan {
 public:
  AgentKeyPlan(const AgentOrder& order, const Limits& limits,
               std::span<const Registry::Binding> bindings);
  /// Key of an agent of one group; the last bits are his ready number.
  [[nodiscard]] Key key(const AgentKeyFacts& facts) const;
  /// The order is "longest ready" and nothing else: the key is the number.
  [[nodiscard]] bool is_longest_ready() const { return steps_.empty() && !scans(); }
  [[nodiscard]] static Key longest_ready_key(std::uint64_t ready_number) {
    return {ready_number << 16, 0};
  }
  [[nodiscard]] TieBreak tie_break() const { return tie_break_; }
  /// The key does not tell who comes first: those whose ranks agree are looked through.
  [[nodiscard]] bool scans() const { return tie_break_ != TieBreak::ready_number; }
  [[nodiscard]] bool is_same_rank(const Key& a, const Key& b) const;
  /// For KeyIndex: width of the small rank before an event number, or "heap".
  [[nodiscard]] unsigned band_bits() const { return band_bits_; }

 private:
  struct Step {
    AgentCriterion criterion;
    int bits = 0;
    const AgentRank* host = nullptr;
  };
  [[nodiscard]] static std::uint64_t rank(const Step& step, const AgentKeyFacts& facts);
  std::vector<Step> steps_;
  unsigned rank_bits_ = 0;
  unsigned band_bits_ = 0;
  TieBreak tie_break_ = TieBreak::ready_number;
};

class SessionKeyPlan {
 public:
  SessionKeyPlan(const SessionOrder& order, const Limits& limits,
                 std::span<const Registry::Binding> bindings);
  /// Key of a waiting session of one group; the last bits are its number.
  [[nodiscard]] Key key(const SessionKeyFacts& facts) const;
  /// The order is "most urgent, then oldest": its key needs no interpreter.
  [[nodiscard]] bool is_usual() const { return is_usual_; }
  [[nodiscard]] Key usual_key(Priority priority, Instant start, std::uint64_t number) const {
    const std::uint64_t rank = steps_[0].priority_max - std::uint64_t{priority};
    const auto at = static_cast<std::uint64_t>(start.time_since_epoch().count());
    const unsigned spare = 128 - band_bits_ - instant_bits - number_bits;
    return {(rank << instant_bits | at) << (spare + number_bits - 64) | number >> (64 - spare),
            number << spare};
  }
  [[nodiscard]] unsigned band_bits() const { return band_bits_; }

 private:
  struct Step {
    SessionCriterion criterion;
    int bits = 0;
    Priority priority_max = 0;
    const SessionRank* host = nullptr;
  };
  [[nodiscard]] static std::uint64_t rank(const Step& step, const SessionKeyFacts& facts);
  std::vector<Step> steps_;
  unsigned band_bits_ = 0;
  bool is_usual_ = false;
};

/// Compared step by step: some ranks hold only for an instant, none is stored.
class WorkPlan {
 public:
  explicit WorkPlan(const WorkOrder& order);
  /// A strict total order: the session's number is last.
  [[nodiscard]] bool asks_share() const { return asks_share_; }
  [[nodiscard]] bool before(const WorkFacts& a, const WorkFacts& b) const;
  /// The order is "heaviest group, most urgent, oldest": among groups of one weight it is that of
  /// the usual session keys.
  [[nodiscard]] bool is_usual() const;

 private:
  [[nodiscard]] static std::int64_t rank(const WorkCriterion& criterion, const WorkFacts& facts);
  std::vector<WorkCriterion> criteria_;
  bool asks_share_ = false;
};

}  // namespace acd::config
