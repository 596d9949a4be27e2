// Reading of call logs, and everything that can be wrong with a row.
#include "call_log.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

#include "csv_value.hpp"

namespace acdsim {
namespace {

using acd::LoggedCall;
using acd::LoggedOutcome;

/// left_vru: hung up in the voice menu.
enum class RowOutcome : std::uint8_t { served, abandoned, left_vru };

struct Columns {
  std::size_t arrival, id, queue, priority, outcome, wait, service, patience, agent;
  std::optional<std::size_t> customer;
};

std::optional<Columns> find_columns(CsvFile& file) {
  const auto arrival = file.column("arrival_time");
  const auto id = file.column("call_id");
  const auto queue = file.column("queue");
  const auto priority = file.column("priority");
  const auto outcome = file.column("outcome");
  const auto wait = file.column("wait_seconds");
  const auto service = file.column("service_seconds");
  const auto patience = file.column("patience_seconds");
  const auto agent = file.column("agent_id");
  if (!arrival || !id || !queue || !priority || !outcome || !wait || !service || !patience ||
      !agent) {
    return std::nullopt;
  }
  return Columns{*arrival, *id,      *queue,    *priority, *outcome,
                 *wait,    *service, *patience, *agent,    file.optional_column("customer_id")};
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): a customer's number depends on his text alone.
std::uint64_t number_of_customer(std::string_view text) {
  if (text.empty()) return 0;
  std::uint64_t number = 0xcbf29ce484222325U;
  for (const char c : text) {
    number = (number ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return number != 0 ? number : 1;
}

class Reader {
 public:
  Reader(CsvFile file, Names& agents) : file_{std::move(file)}, agents_{&agents} {}

  CallLogFile read() {
    read_.file = file_.name();
    const auto columns = find_columns(file_);
    if (columns) {
      columns_ = *columns;
      while (file_.next_row()) read_row();
    }
    for (std::size_t i = 0; i < queues_.size(); ++i) read_.log.queues.push_back(queues_.name(i));
    return std::move(read_);
  }

 private:
  void read_row() {
    const auto arrival = instant_of(file_, file_.field(columns_.arrival));
    const auto id = read_id();
    const auto priority = number_of(file_, file_.field(columns_.priority), 255);
    const auto outcome = read_outcome();
    const bool named = require(columns_.queue, "is empty");
    if (arrival) check_order(*arrival);
    if (!arrival || !id || !priority || !outcome || !named) return;
    if (*outcome == RowOutcome::left_vru) {
      ++read_.left_vru;
      return;
    }
    const bool is_served = *outcome == RowOutcome::served;
    LoggedCall call{.arrival = *arrival,
                    .id = *id,
                    .priority = static_cast<acd::Priority>(*priority),
                    .outcome = is_served ? LoggedOutcome::served : LoggedOutcome::abandoned};
    if (read_seconds(call)) keep(call);
  }

  std::optional<std::uint64_t> read_id() {
    const CsvField field = file_.field(columns_.id);
    const auto id = number_of(file_, field, UINT64_MAX);
    if (!id) return std::nullopt;
    const auto [place, is_new] = lines_of_ids_.emplace(*id, field.position.line);
    if (is_new) return id;
    file_.complain(field, fmt::format("{} was used on line {} already", *id, place->second));
    return std::nullopt;
  }

  std::optional<RowOutcome> read_outcome() {
    const CsvField field = file_.field(columns_.outcome);
    if (field.text == "served") return RowOutcome::served;
    if (field.text == "abandoned") return RowOutcome::abandoned;
    if (field.text == "left_vru") return RowOutcome::left_vru;
    file_.complain(field,
                   fmt::format("\"{}\" is not one of served, abandoned, left_vru", field.text));
    return std::nullopt;
  }

  void check_order(acd::Instant arrival) {
    if (arrival < last_arrival_) {
      file_.complain(file_.field(columns_.arrival), "is before that of the row above");
    }
    last_arrival_ = arrival;
  }

  /// The seconds that the outcome asks for; a field that it does not ask for is not read.
  bool read_seconds(LoggedCall& call) {
    switch (call.outcome) {
      case LoggedOutcome::served: {
        const bool wait = read_into(call.wait, columns_.wait, "a served call");
        return read_into(call.service, columns_.service, "a served call") && wait;
      }
      case LoggedOutcome::abandoned: {
        const bool wait = read_into(call.wait, columns_.wait, "an abandoned call");
        return read_into(call.patience, columns_.patience, "an abandoned call") && wait;
      }
    }
    return false;
  }

  bool read_into(acd::Duration& target, std::size_t column, std::string_view whom) {
    if (!require(column, fmt::format("is missing for {}", whom))) return false;
    const auto seconds = seconds_of(file_, file_.field(column));
    if (seconds) target = *seconds;
    return seconds.has_value();
  }

  bool require(std::size_t column, std::string_view message) {
    const CsvField field = file_.field(column);
    if (field.text.empty()) file_.complain(field, message);
    return !field.text.empty();
  }

  void keep(LoggedCall call) {
    const CsvField queue = file_.field(columns_.queue);
    call.queue = static_cast<std::uint32_t>(queues_.intern(queue.text));
    if (call.queue == read_.queue_places.size()) read_.queue_places.push_back(queue.position);
    const std::string_view agent = file_.field(columns_.agent).text;
    if (!agent.empty()) call.agent = static_cast<std::int32_t>(agents_->intern(agent));
    if (columns_.customer) {
      call.customer = number_of_customer(file_.field(*columns_.customer).text);
    }
    read_.log.calls.push_back(call);
  }

  CsvFile file_;
  Names* agents_;
  Columns columns_{};
  CallLogFile read_{};
  Names queues_{};
  std::map<std::uint64_t, int> lines_of_ids_{};
  acd::Instant last_arrival_ = acd::earliest;
};

}  // namespace

CallLogFile read_call_log(CsvFile file, Names& agents) {
  return Reader{std::move(file), agents}.read();
}

}  // namespace acdsim
