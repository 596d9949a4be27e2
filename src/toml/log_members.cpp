// What the log tells, unless the demand says it itself.
#include "toml/log_members.hpp"

#include <algorithm>
#include <utility>

#include "acd/companion/time_text.hpp"
#include "acd/simulation/call_log.hpp"
#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool gives(const Source& source, std::string_view key) {
  const toml::table* table = source.node.as_table();
  return table != nullptr && table->contains(key);
}

bool names_file(const Source& log) {
  return gives(log, "file") && log.member("file").node.is_string();
}

/// Nothing, and reported, if there is no such log, or not that queue in it.
std::optional<RecordedCalls> calls_of(const Source& source, const LogLine& line) {
  const auto report = [&](std::string_view key, std::string message) {
    const toml::node& node = source.member(key).node;
    source.reading.report(source.path, std::move(message), position_of(node.source()));
    return std::nullopt;
  };
  const CallLog* log = source.reading.call_log(line.file);
  if (log == nullptr) {
    return report("file", fmt::format("there is no sound call log {}", quoted(line.file)));
  }
  std::optional<std::uint32_t> queue;
  if (line.queue) {
    queue = log->queue(*line.queue);
    const auto itself = [](std::string_view known) { return known; };
    if (!queue) {
      return report("queue", fmt::format("unknown queue {}{}", quoted(*line.queue),
                                         did_you_mean(*line.queue, log->queues, itself)));
    }
  }
  const Day& day = source.reading.day();
  RecordedCalls calls = recorded_calls(*log, queue, day.begin, day.end);
  const bool has_window = source.reading.is_whole() && day.begin < day.end;
  const bool is_missed = has_window && calls.arrivals.empty() && !log->calls.empty();
  if (is_missed) {
    return report("file", fmt::format("none of its calls comes while the scenario lasts: the first "
                                      "comes at {}, the last at {}",
                                      to_text(log->calls.front().arrival),
                                      to_text(log->calls.back().arrival)));
  }
  return calls;
}

}  // namespace

void read_value(const Source& source, LogLine& target) {
  TableReader table{source};
  table.read("file", target.file);
  table.read("queue", target.queue);
  table.require({"file"});
  table.finish();
}

void record(const Source& source, const LogLine& line, Demand& demand) {
  if (source.form != nullptr) return;
  const Source log = source.member("log");
  // What checks miss for want of the log is no news beside what is wrong with that.
  if (!gives(source, "service")) source.reading.show_as(source.path + ".service", log.path);
  if (!gives(source, "patience")) source.reading.show_as(source.path + ".patience", log.path);
  source.reading.show_as(source.path + ".recorded", log.path);
  if (demand.rates.empty()) source.reading.show_as(source.path + ".rates", log.path);
  std::optional<RecordedCalls> calls;
  if (names_file(log)) calls = calls_of(log, line);
  if (!calls) return source.reading.mark_incomplete(log.path);
  const bool is_silent = calls->habits.service.parts.empty() && !gives(source, "service");
  if (is_silent) log.report("nobody in it was served: service must say how long that takes");
  for (RecordedArrival& one : calls->arrivals) {
    if (gives(source, "priority")) one.priority.reset();
    if (gives(source, "service")) one.service.reset();
    if (gives(source, "patience")) one.patience.reset();
    if (gives(source, "patience")) one.waited = Duration{0};
  }
  demand.recorded = std::move(calls->arrivals);
  if (!gives(source, "service")) demand.service = std::move(calls->habits.service);
  if (!gives(source, "patience")) demand.patience = std::move(calls->habits.patience);
}

}  // namespace v1
}  // namespace acd
