// The two sides of the comparison, given a trace through the same three calls.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "acd/engine/router.hpp"
#include "assignments.hpp"
#include "bare_loop.hpp"
#include "trace.hpp"

namespace acd::bench {

class BareSide {
 public:
  explicit BareSide(const Trace& trace)
      : loop_{trace.workload, trace.memberships, trace.sessions} {}

  void reset() { loop_.reset(); }
  void arrive(const TraceRecord& record) {
    loop_.arrive(record.session, record.group, record.priority);
  }
  void complete(const TraceRecord& record) { loop_.complete(record.session); }
  void cancel(const TraceRecord& record) { loop_.cancel(record.session); }
  [[nodiscard]] std::uint64_t hash() const { return loop_.assignments().hash(); }

 private:
  BareLoop loop_;
};

/// A host as hosts are: it keeps the handles, gives a command, and reads every event.
class RouterSide {
 public:
  explicit RouterSide(const Trace& trace);

  /// Every agent ready, in the order of their numbers. Later than anything before.
  void reset();
  void arrive(const TraceRecord& record) {
    arrival_.group = GroupId{record.group};
    arrival_.priority = record.priority;
    count(router_.apply(arrival_, at(record)));
    read_events(record);
  }
  void complete(const TraceRecord& record) {
    count(router_.complete(handles_[record.session], at(record)));
    read_events(record);
  }
  void cancel(const TraceRecord& record) {
    count(router_.cancel(handles_[record.session], at(record)));
    read_events(record);
  }
  [[nodiscard]] std::uint64_t hash() const { return assignments_.hash(); }
  [[nodiscard]] std::uint64_t refusals() const { return refusals_; }
  [[nodiscard]] const Router& router() const { return router_; }

 private:
  [[nodiscard]] Instant at(const TraceRecord& record) const {
    return begin_ + Duration{record.at_us};
  }
  void count(Status status) { refusals_ += status != Status::applied ? 1U : 0U; }
  void read_events(const TraceRecord& record) {
    for (const Event& event : router_.drain_events()) {
      if (event.kind == EventKind::assigned) {
        assignments_.fold(numbers_[event.session.slot], event.agent.slot);
      } else if (event.kind == EventKind::arrived) {
        handles_[record.session] = event.session;
        numbers_[event.session.slot] = record.session;
      }
    }
  }

  Router router_;
  std::uint32_t agents_;
  Instant begin_ = earliest;
  Command arrival_{};
  std::vector<SessionHandle> handles_;  // by the trace's number
  std::vector<std::uint32_t> numbers_;  // the trace's, by slot
  Assignments assignments_{};
  std::uint64_t refusals_ = 0;
};

/// Plays a stretch of a trace. Not inlined, so that a profiler can start and stop at it.
template <class Side>
[[gnu::noinline]] void play(Side& side, std::span<const TraceRecord> records) {
  for (const TraceRecord& record : records) {
    switch (record.kind) {
      case TraceKind::arrive: side.arrive(record); break;
      case TraceKind::complete: side.complete(record); break;
      case TraceKind::cancel: side.cancel(record); break;
    }
  }
}

/// The stretch that is measured: the same, under a name of its own.
template <class Side>
[[gnu::noinline]] void play_measured(Side& side, const Trace& trace) {
  play(side, trace.measured());
}

}  // namespace acd::bench
