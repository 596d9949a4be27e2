// Checks skill groups.
#include <fmt/format.h>

#include <algorithm>

#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr Duration shortest_service_window = std::chrono::seconds{12};

void check_channels(Findings& findings, const std::string& path, const SkillGroup& group) {
  const std::vector<Channel>& channels = findings.blueprint().channels;
  Listed<ChannelId> listed;
  for (std::size_t i = 0; i < group.channels.size(); ++i) {
    const ChannelId channel = group.channels[i];
    const std::string line = fmt::format("{}[{}]", path, i);
    if (!findings.names_line(line, channel, channels, "channel")) continue;
    if (listed.again(channel)) {
      findings.report(line, quoted(channels[channel.index()].name) + " is listed twice");
    }
  }
  const auto known = [&](ChannelId channel) { return channel.index() < channels.size(); };
  if (!group.channels.empty() && std::ranges::none_of(group.channels, known)) {
    findings.report(path, "the group is left without a channel");
  }
}

void check_group(Findings& findings, const std::string& path, const SkillGroup& group) {
  check_channels(findings, path + ".channels", group);
  findings.in_range(path + ".weight", group.weight, 1, 255);
  findings.enumerator(path + ".distribution", group.distribution, Distribution::pull);
  check_order(findings, path + ".session_order", group.session_order);
  check_order(findings, path + ".agent_order", group.agent_order);
  check_requirement(findings, path + ".requirement", group.requirement);
  findings.names_line(path + ".offer_rule", group.offer_rule, findings.blueprint().offer_rules,
                      "offer rule");
  check_wrap_up(findings, path + ".wrap_up", group.wrap_up);
  if (group.max_wait) findings.above_zero(path + ".max_wait", *group.max_wait);
  findings.not_negative(path + ".short_abandon", group.short_abandon);
  findings.may_name_line(path + ".hours", group.hours, findings.blueprint().time_plans,
                         "time plan");
  findings.enumerator(path + ".at_closing", group.at_closing, last_at_closing);
  findings.not_negative(path + ".target_wait", group.target_wait);
  if (group.service_window < shortest_service_window) {
    findings.report(path + ".service_window", "it is 12 seconds at least");
  } else {
    findings.not_negative(path + ".service_window", group.service_window);
  }
  findings.enumerator(path + ".forecast", group.forecast, last_forecast);
}

}  // namespace

void check_groups(Findings& findings) {
  const std::vector<SkillGroup>& lines = findings.blueprint().groups;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string path = findings.named_line(Family::groups, i, lines[i]);
    check_group(findings, path, lines[i]);
    if (lines[i].tickets) check_ticket_rule(findings, path + ".tickets", GroupId{i});
    if (lines[i].callbacks) check_callback_rule(findings, path + ".callbacks", GroupId{i});
    check_overflow(findings, path + ".overflow", GroupId{i});
    check_affinity(findings, path + ".affinity", GroupId{i});
    findings.enumerator(path + ".substitutes", lines[i].substitutes, last_substitutes);
  }
}

}  // namespace v1
}  // namespace acd
