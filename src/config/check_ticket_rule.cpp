// Checks the rules of tickets and callbacks.
#include <fmt/format.h>

#include <algorithm>

#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr std::size_t reminders_max = 8;

void check_reminders(Findings& findings, const std::string& path, const TicketRule& rule) {
  if (rule.reminders.size() > reminders_max) {
    findings.report(path,
                    fmt::format("{} reminders, at most {}", rule.reminders.size(), reminders_max));
  }
  for (std::size_t i = 0; i < rule.reminders.size(); ++i) {
    const std::string line = fmt::format("{}[{}]", path, i);
    findings.above_zero(line, rule.reminders[i]);
    if (rule.reminders[i] >= rule.due_in) {
      findings.report(line, "the ticket does not exist yet: this is due_in or longer");
    } else if (i > 0 && rule.reminders[i] >= rule.reminders[i - 1]) {
      findings.report(line, "reminders come nearer to the due time, and this does not");
    }
  }
}

}  // namespace

void check_ticket_rule(Findings& findings, const std::string& path, GroupId group) {
  const std::vector<SkillGroup>& groups = findings.blueprint().groups;
  const TicketRule& rule = *groups[group.index()].tickets;
  findings.above_zero(path + ".due_in", rule.due_in);
  check_reminders(findings, path + ".reminders", rule);
  if (rule.escalate_to.is_none()) return;
  const std::string line = path + ".escalate_to";
  if (!findings.names_line(line, rule.escalate_to, groups, "group")) return;
  if (rule.escalate_to == group) findings.report(line, "it is there already");
  const SkillGroup& other = groups[rule.escalate_to.index()];
  if (!share_channel(groups[group.index()], other)) {
    findings.warn(line, quoted(other.name) + " serves no channel of this group");
  }
}

void check_callback_rule(Findings& findings, const std::string& path, GroupId id) {
  const Blueprint& blueprint = findings.blueprint();
  const SkillGroup& group = blueprint.groups[id.index()];
  const CallbackRule& rule = *group.callbacks;
  const bool is_known =
      findings.names_line(path + ".channel", rule.channel, blueprint.channels, "channel");
  const bool is_served = group.channels.empty() ||
                         std::ranges::find(group.channels, rule.channel) != group.channels.end();
  if (is_known && !is_served) {
    findings.report(path + ".channel",
                    fmt::format("the group does not serve {}",
                                quoted(blueprint.channels[rule.channel.index()].name)));
  }
  findings.in_range(path + ".attempts_max", rule.attempts_max, 1, 255);
  findings.above_zero(path + ".retry_after", rule.retry_after);
  findings.may_name_line(path + ".hours", rule.hours, blueprint.time_plans, "time plan");
}

}  // namespace v1
}  // namespace acd
