// A demand: how it arrives, at which rates, how long it takes and waits.
#include "toml/demand_members.hpp"

#include <algorithm>
#include <utility>

#include "acd/companion/time_text.hpp"
#include "toml/behaviour_members.hpp"
#include "toml/log_members.hpp"
#include "toml/scenario_values.hpp"
#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {

static void read_value(const Source& source, Redial& target) {
  TableReader table{source};
  Share probability;
  table.read("probability", probability);
  table.read("after", target.after);
  table.read("times_max", target.times_max);
  table.require({"probability", "after"});
  table.finish();
  target.probability = probability.value;
}

namespace {

/// A day's arrivals, in parts of equal length that repeat every day.
struct Profile {
  double per_day = 0;
  std::vector<double> shares{};  ///< of the day, relative to each other
  Duration interval = std::chrono::hours{1};
  Moment from{};
};

constexpr std::int64_t pieces_max = 100'000;

void read_value(const Source& source, Profile& target) {
  target.from.at = source.reading.day().midnight;
  TableReader table{source};
  table.read("per_day", target.per_day);
  table.read("shares", target.shares);
  table.read("interval", target.interval);
  table.read("from", target.from);
  table.require({"per_day", "shares"});
  if (!table.finish()) return;
  double sum = 0;
  bool is_negative = target.per_day < 0;
  for (const double share : target.shares) {
    sum += share;
    is_negative = is_negative || share < 0;
  }
  const auto length = static_cast<std::int64_t>(target.shares.size()) * target.interval;
  const bool fits = target.interval >= std::chrono::seconds{1} && length <= std::chrono::days{1};
  if (is_negative) {
    source.report("arrivals are not negative");
  } else if (!(sum > 0)) {
    source.report("no share of the day is above 0");
  } else if (!fits) {
    source.report(fmt::format("{} shares of {} fill more than a day, or none of it",
                              target.shares.size(), to_text(target.interval)));
  } else {
    return;
  }
  target.shares.clear();
}

/// From one instant on; within the window, and in order.
void add_piece(std::vector<RatePiece>& rates, const Day& window, Instant from, double per_hour) {
  if (from >= window.end) return;
  from = std::max(from, window.begin);
  if (!rates.empty() && rates.back().from == from) rates.pop_back();
  rates.push_back({from, per_hour});
}

std::vector<RatePiece> rates_of(const Profile& profile, const Day& window) {
  std::vector<RatePiece> rates;
  double sum = 0;
  for (const double share : profile.shares) sum += share;
  const double hours = static_cast<double>(profile.interval.count()) / 3.6e9;
  Instant day = profile.from.at;
  const bool is_short = (window.end - day) / profile.interval < pieces_max;
  while (is_short && !profile.shares.empty() && day < window.end) {
    Instant from = day;
    for (const double share : profile.shares) {
      add_piece(rates, window, from, profile.per_day * share / sum / hours);
      from += profile.interval;
    }
    day += std::chrono::days{1};
    if (from < day) add_piece(rates, window, from, 0);
  }
  return rates;
}

/// What an attribute may be, before it is known which one it is.
struct AnyAttribute {};

void read_value(const Source& source, AnyAttribute& /*target*/) {
  source.expected("a whole number, true or false, or one of the attribute's symbols",
                  {"integer", "boolean", "string"});
}

/// {vip = true, tier = "gold", debt = 120}
struct Attributes {
  AttributeValues values{};
};

std::optional<std::int64_t> symbol_value(const Source& source, const Attribute& attribute) {
  const auto* word = source.node.as_string();
  if (word == nullptr) {
    source.expected("one of the attribute's symbols");
    return std::nullopt;
  }
  const auto found = std::ranges::find(attribute.symbols, word->get());
  if (found != attribute.symbols.end()) return found - attribute.symbols.begin();
  const auto itself = [](std::string_view known) { return known; };
  source.report(fmt::format("unknown symbol {}{}", quoted(word->get()),
                            did_you_mean(word->get(), attribute.symbols, itself)));
  return std::nullopt;
}

std::optional<std::int64_t> attribute_value(const Source& source, const Attribute& attribute) {
  switch (attribute.type) {
    case AttributeType::symbol: return symbol_value(source, attribute);
    case AttributeType::flag:
      if (const auto* flag = source.node.as_boolean()) return flag->get() ? 1 : 0;
      source.expected("true or false");
      return std::nullopt;
    case AttributeType::number:
      if (const auto* number = source.node.as_integer()) return number->get();
      source.expected("a whole number");
      return std::nullopt;
  }
  return std::nullopt;
}

void read_value(const Source& source, Attributes& target) {
  if (source.form != nullptr) return source.note_each<AnyAttribute>("object");
  const toml::table* table = source.node.as_table();
  if (table == nullptr) return source.expected("a table");
  for (const auto& [key, node] : in_file_order(*table)) {
    const std::string path = fmt::format("{}.{}", source.path, word_or_quoted(key->str()));
    const auto index = find_named(source.reading, path, position_of(key->source()), key->str(),
                                  {Family::attributes, "attribute"});
    if (!index) continue;
    const Attribute& attribute = source.reading.blueprint().attributes[*index];
    const auto value = attribute_value(Source{source.reading, *node, path}, attribute);
    const bool has_room =
        !value || target.values.push_back({.attribute = AttributeId{*index}, .value = *value});
    if (!has_room) source.report("these are more attributes than a session has room for");
  }
}

struct Piece {
  Moment from{};
  double per_hour = 0;
};

void read_value(const Source& source, Piece& target) {
  TableReader table{source};
  table.read("from", target.from);
  table.read("per_hour", target.per_hour);
  table.require({"from", "per_hour"});
  table.finish();
}

/// Several agents who take the same time.
struct ServiceOfLine {
  std::vector<AgentLine> agents{};
  TimeDistribution service{};
};

void read_value(const Source& source, ServiceOfLine& target) {
  TableReader table{source};
  table.read("agents", target.agents);
  table.read("service", target.service);
  table.require({"agents", "service"});
  table.finish();
}

void read_arrive(TableReader& table, Command& arrive) {
  Attributes attributes;
  arrive.kind = CommandKind::arrive;
  table.read("group", arrive.group);
  table.read("entry", arrive.entry);
  table.read("channel", arrive.channel);
  table.read("priority", arrive.priority);
  table.read("requirement", arrive.requirement);
  table.read("attributes", attributes);
  arrive.attributes = attributes.values;
}

void read_services(TableReader& table, Demand& demand) {
  std::vector<ServiceOfLine> lines;
  table.read("service_of", lines);
  for (const ServiceOfLine& line : lines) {
    for (const AgentLine& agent : line.agents) {
      if (agent.line) demand.service_of.push_back({*agent.line, line.service});
    }
  }
}

}  // namespace

void read_value(const Source& source, Demand& demand) {
  TableReader table{source};
  table.read("name", demand.name);
  read_arrive(table, demand.arrive);
  std::vector<Piece> pieces;
  std::optional<Profile> profile;
  table.read("rates", pieces);
  table.read("profile", profile);
  for (const Piece& piece : pieces) demand.rates.push_back({piece.from.at, piece.per_hour});
  if (profile && !pieces.empty()) {
    source.member("profile").report("either rates or a profile say how many arrive");
  }
  if (profile) source.reading.show_as(source.path + ".rates", source.path + ".profile");
  if (profile && pieces.empty()) {
    demand.rates = rates_of(*profile, source.reading.day());
  }
  table.read("busyness_cv", demand.busyness_cv);
  std::optional<LogLine> log;
  table.read("log", log);
  std::optional<TimeDistribution> service;
  std::optional<TimeDistribution> patience;
  table.read("service", service);
  read_services(table, demand);
  table.read("wrap_up", demand.wrap_up);
  table.read("patience", patience);
  if (service) demand.service = *service;
  if (patience) demand.patience = *patience;
  Share balking;
  table.read("balking", balking);
  demand.balking = balking.value;
  table.read("redial", demand.redial);
  table.read("customers", demand.customers);
  KeyWeights keys;
  table.read("keys", keys);
  demand.keys = std::move(keys.weights);
  table.read("key_after", demand.key_after);
  table.read("bots", demand.bots);
  table.read("follow_ups", demand.follow_ups);
  table.require_one_of({"service", "log"});
  table.finish();
  if (log) record(source, *log, demand);
}

}  // namespace v1
}  // namespace acd
