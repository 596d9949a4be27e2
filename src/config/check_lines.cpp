// Checks attributes, host ranks and choices, offer rules and capacity rules.
#include <fmt/format.h>

#include <limits>
#include <set>

#include "config/bounds.hpp"
#include "config/findings.hpp"
#include "policy/key_width.hpp"

namespace acd {
inline namespace v1 {
namespace {

void check_symbols(Findings& findings, const std::string& path, const Attribute& attribute) {
  const bool is_symbol = attribute.type == AttributeType::symbol;
  if (is_symbol && attribute.symbols.empty()) {
    findings.report(path, "a symbol attribute lists its symbols");
  }
  if (!is_symbol && !attribute.symbols.empty()) {
    findings.report(path, "only a symbol attribute lists symbols");
  }
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < attribute.symbols.size(); ++i) {
    const std::string& symbol = attribute.symbols[i];
    const std::string line = fmt::format("{}[{}]", path, i);
    if (symbol.empty()) {
      findings.report(line, "the symbol is empty");
    } else if (!seen.insert(symbol).second) {
      findings.report(line, quoted(symbol) + " is listed twice");
    }
  }
}

void check_offer_rule(Findings& findings, const std::string& path, const OfferRule& rule) {
  findings.enumerator(path + ".mode", rule.mode, OfferMode::offer);
  findings.above_zero(path + ".time_limit", rule.time_limit);
  findings.in_range(path + ".fan_out", rule.fan_out, 1, 64);
  constexpr auto offers_max = std::numeric_limits<std::uint16_t>::max();
  constexpr auto misses_max = std::numeric_limits<std::uint8_t>::max();
  if (rule.offers_max) findings.in_range(path + ".offers_max", *rule.offers_max, 1, offers_max);
  findings.above_zero(path + ".retry_after", rule.retry_after);
  if (rule.misses_max) findings.in_range(path + ".misses_max", *rule.misses_max, 1, misses_max);
  findings.not_negative(path + ".withdrawal_lease", rule.withdrawal_lease);
}

void check_interrupts(Findings& findings, const std::string& path,
                      const ChannelCapacity& capacity) {
  const std::vector<Channel>& channels = findings.blueprint().channels;
  Listed<ChannelId> listed;
  for (std::size_t i = 0; i < capacity.interrupts.size(); ++i) {
    const ChannelId other = capacity.interrupts[i];
    const std::string line = fmt::format("{}.interrupts[{}]", path, i);
    if (!findings.names_line(line, other, channels, "channel")) continue;
    const std::string name = quoted(channels[other.index()].name);
    if (other == capacity.channel) findings.report(line, name + " interrupts itself");
    if (listed.again(other)) findings.report(line, name + " is listed twice");
  }
}

void check_capacity(Findings& findings, const std::string& path, const CapacityRule& rule) {
  findings.in_range(path + ".units", rule.units, 1, 255);
  const std::vector<Channel>& channels = findings.blueprint().channels;
  Listed<ChannelId> listed;
  for (std::size_t i = 0; i < rule.channels.size(); ++i) {
    const ChannelCapacity& capacity = rule.channels[i];
    const std::string line = fmt::format("{}.channels[{}]", path, i);
    if (findings.names_line(line + ".channel", capacity.channel, channels, "channel") &&
        listed.again(capacity.channel)) {
      findings.report(line + ".channel",
                      quoted(channels[capacity.channel.index()].name) + " is listed twice");
    }
    if (capacity.cost < 1 || capacity.cost > rule.units) {
      findings.report(line + ".cost", fmt::format("{} is not in 1 to {}, the units of the rule",
                                                  capacity.cost, rule.units));
    }
    findings.in_range(line + ".sessions_max", capacity.sessions_max, 1,
                      std::numeric_limits<std::uint16_t>::max());
    check_interrupts(findings, line, capacity);
  }
}

/// What the registry binds to a line's name; nullptr, and reported, if nothing.
template <class Line>
const Registry::Binding* check_binding(Findings& findings, const std::string& path,
                                       const Line& line) {
  const Registry::Binding* binding = findings.registry().find(line.name);
  if (binding == nullptr) {
    findings.report(path, "the registry does not bind it");
  } else if (binding->version != line.version) {
    findings.report(path + ".version", fmt::format("the registry binds version {}, not {}",
                                                   binding->version, line.version));
  }
  return binding;
}

void check_host_rank(Findings& findings, const std::string& path, const HostRank& rank) {
  const Registry::Binding* binding = check_binding(findings, path, rank);
  if (binding == nullptr) return;
  if (binding->agent_choice) {
    return findings.report(path, "the registry binds it to a choice of agents, not to a rank");
  }
  if (binding->bits < 1 || binding->bits > host_rank_bits_max) {
    findings.report(path, fmt::format("the registry binds a rank of {} bits, not of 1 to {}",
                                      binding->bits, host_rank_bits_max));
  }
  if (!binding->agent_rank && !binding->session_rank) {
    findings.report(path, "the registry binds it to an empty function");
  }
}

void check_host_choice(Findings& findings, const std::string& path, const HostChoice& choice) {
  const Registry::Binding* binding = check_binding(findings, path, choice);
  if (binding == nullptr || binding->agent_choice) return;
  const bool is_rank = binding->agent_rank || binding->session_rank;
  findings.report(path, is_rank ? "the registry binds it to a rank, not to a choice of agents"
                                : "the registry binds it to an empty function");
}

}  // namespace

void check_attributes(Findings& findings) {
  const std::vector<Attribute>& lines = findings.blueprint().attributes;
  if (lines.size() > attributes_max) {
    findings.report("attributes",
                    fmt::format("{} lines, at most {}", lines.size(), attributes_max));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string path = findings.named_line(Family::attributes, i, lines[i]);
    findings.enumerator(path + ".type", lines[i].type, AttributeType::symbol);
    check_symbols(findings, path + ".symbols", lines[i]);
  }
}

void check_host_ranks(Findings& findings) {
  const std::vector<HostRank>& lines = findings.blueprint().host_ranks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_host_rank(findings, findings.named_line(Family::host_ranks, i, lines[i]), lines[i]);
  }
}

void check_host_choices(Findings& findings) {
  const std::vector<HostChoice>& lines = findings.blueprint().host_choices;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_host_choice(findings, findings.named_line(Family::host_choices, i, lines[i]), lines[i]);
  }
}

void check_offer_rules(Findings& findings) {
  const std::vector<OfferRule>& lines = findings.blueprint().offer_rules;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_offer_rule(findings, findings.named_line(Family::offer_rules, i, lines[i]), lines[i]);
  }
}

void check_capacities(Findings& findings) {
  const std::vector<CapacityRule>& lines = findings.blueprint().capacities;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    check_capacity(findings, findings.named_line(Family::capacities, i, lines[i]), lines[i]);
  }
}

}  // namespace v1
}  // namespace acd
