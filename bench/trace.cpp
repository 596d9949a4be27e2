// Records a trace: a small discrete-event simulation around the bare loop.
#include "trace.hpp"

#include <algorithm>
#include <functional>
#include <queue>

#include "bare_loop.hpp"
#include "random.hpp"

namespace acd::bench {
namespace {

constexpr double service_mean_us = 180e6;

std::vector<std::uint32_t> random_memberships(const Workload& workload, Random& random) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t agent = 0; agent < workload.agents; ++agent) {
    const auto own = static_cast<std::ptrdiff_t>(all.size());
    while (all.size() - static_cast<std::size_t>(own) < workload.memberships) {
      const std::uint32_t group = random.below(workload.groups);
      if (std::find(all.begin() + own, all.end(), group) == all.end()) all.push_back(group);
    }
  }
  return all;
}

class Recorder {
 public:
  explicit Recorder(const Workload& workload)
      : random_{workload.seed},
        mean_gap_us_{service_mean_us * 100 / workload.agents / workload.utilisation_percent} {
    trace_.workload = workload;
    trace_.memberships = random_memberships(workload, random_);
  }

  Trace run() {
    const Workload& w = trace_.workload;
    // The first sessions fill the agents; service has no memory, so it starts as it goes on.
    const std::uint32_t first = w.agents * std::min(w.utilisation_percent, 100U) / 100;
    BareLoop loop{w, trace_.memberships, w.agents + w.lives};
    for (std::uint32_t i = 0; i < first; ++i) {
      run_until(loop, static_cast<double>(i));
      arrive(loop, static_cast<double>(i));
    }
    double next = first;
    for (std::uint32_t i = 0; i < w.lives; ++i) {
      next += random_.exponential(mean_gap_us_);
      run_until(loop, next);
      if (i == w.lives / 10) trace_.measured_first = trace_.records.size();
      if (i >= w.lives / 10) ++trace_.measured_lives;
      arrive(loop, next);
    }
    trace_.measured_end = trace_.records.size();
    while (!due_.empty()) run_until(loop, due_.top().at_us);
    trace_.hash = loop.assignments().hash();
    return std::move(trace_);
  }

 private:
  /// The end of a service or of a patience; stale if the session is not in that state.
  struct Due {
    double at_us;
    std::uint32_t session;
    std::uint32_t tenant;
    TraceKind kind;
    bool operator>(const Due& other) const { return at_us > other.at_us; }
  };
  struct Caller {
    std::uint32_t tenant = 0;
    bool waits = false;
  };

  void note(TraceKind kind, double at, std::uint32_t session) {
    trace_.records.push_back({static_cast<std::int64_t>(at), session, 0, 0, kind});
  }
  void served(double at, std::uint32_t session) {
    callers_[session].waits = false;
    due_.push({at + random_.exponential(service_mean_us), session, callers_[session].tenant,
               TraceKind::complete});
  }
  std::uint32_t take_slot() {
    if (free_.empty()) {
      callers_.emplace_back();
      return trace_.sessions++;
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
  }
  void release(std::uint32_t session) {
    ++callers_[session].tenant;
    free_.push_back(session);
  }
  void arrive(BareLoop& loop, double at) {
    const std::uint32_t session = take_slot();
    const auto group = static_cast<std::uint16_t>(random_.below(trace_.workload.groups));
    const auto priority = static_cast<std::uint8_t>(random_.below(priorities));
    note(TraceKind::arrive, at, session);
    trace_.records.back().group = group;
    trace_.records.back().priority = priority;
    if (loop.arrive(session, group, priority)) {
      served(at, session);
      return;
    }
    callers_[session].waits = true;
    due_.push({at + random_.exponential(service_mean_us), session, callers_[session].tenant,
               TraceKind::cancel});
  }
  void run_until(BareLoop& loop, double end) {
    while (!due_.empty() && due_.top().at_us <= end) {
      const Due due = due_.top();
      due_.pop();
      const Caller caller = callers_[due.session];
      const bool waits = due.kind == TraceKind::cancel;
      if (caller.tenant == due.tenant && caller.waits == waits) finish(loop, due);
    }
  }
  void finish(BareLoop& loop, const Due& due) {
    note(due.kind, due.at_us, due.session);
    release(due.session);
    if (due.kind == TraceKind::cancel) return loop.cancel(due.session);
    const std::uint32_t next = loop.complete(due.session);
    if (next != BareLoop::none) served(due.at_us, next);
  }

  Trace trace_{};
  Random random_;
  double mean_gap_us_;
  std::vector<Caller> callers_{};
  std::vector<std::uint32_t> free_{};
  std::priority_queue<Due, std::vector<Due>, std::greater<>> due_{};
};

}  // namespace

Trace record(const Workload& workload) { return Recorder{workload}.run(); }

}  // namespace acd::bench
