// Checks a whole blueprint: every problem at once, in the order of its members.
#include <fmt/format.h>

#include "acd/config/compiled_plan.hpp"
#include "config/bounds.hpp"
#include "config/defaults.hpp"
#include "config/findings.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// Ids are indices and their largest value names nothing, so a family has a bound.
template <class Line>
void check_size(Findings& findings, Family family, const std::vector<Line>& lines,
                std::size_t size_max) {
  if (lines.size() <= size_max) return;
  findings.report(std::string{Paths::name_of(family)},
                  fmt::format("{} lines, at most {}", lines.size(), size_max));
}

/// Lines that are nothing but a name.
template <class Line>
void check_names(Findings& findings, Family family, const std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) findings.named_line(family, i, lines[i]);
}

void check_channels(Findings& findings) {
  const std::vector<Channel>& channels = findings.blueprint().channels;
  if (channels.empty()) findings.report("channels", "there is no channel, at least one is needed");
  check_size(findings, Family::channels, channels, channels_max);
  check_names(findings, Family::channels, channels);
}

void check_requirements(Findings& findings) {
  const std::vector<NamedRequirement>& lines = findings.blueprint().requirements;
  check_size(findings, Family::requirements, lines, RequirementId::none().index());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string path = findings.named_line(Family::requirements, i, lines[i]);
    check_requirement(findings, path + ".requirement", lines[i].requirement);
  }
}

void warn_of_the_whole(Findings& findings) {
  warn_of_overflow(findings);
  warn_of_moves(findings);
  warn_of_hours(findings);
  warn_of_staff(findings);
  warn_of_relaxations(findings);
  warn_of_entries(findings);
  warn_of_surges(findings);
  warn_of_affinity(findings);
}

}  // namespace

void check_limits(Findings& findings) {
  const Limits& limits = findings.blueprint().limits;
  findings.in_range("limits.sessions", limits.sessions, 1, sessions_limit_max);
  const std::size_t own = findings.blueprint().requirements.size();
  if (limits.requirements < own) {
    findings.report("limits.requirements",
                    fmt::format("{} is less than the blueprint's own {} requirements",
                                limits.requirements, own));
  }
  findings.in_range("limits.classes", limits.classes, 1, classes_limit_max);
  findings.in_range("limits.exclusions_per_session", limits.exclusions_per_session, 4, 64);
  findings.in_range("limits.hops", limits.hops, 0, hops_limit_max);
  findings.in_range("limits.priority_max", limits.priority_max, 0, rank_limit_max);
  findings.in_range("limits.level_max", limits.level_max, 0, rank_limit_max);
}

void check_wrap_up(Findings& findings, const std::string& path, const WrapUpRule& rule) {
  if (rule.any_channel) findings.not_negative(path + ".any_channel", *rule.any_channel);
  Listed<ChannelId> listed;
  for (std::size_t i = 0; i < rule.channels.size(); ++i) {
    const auto& [channel, duration] = rule.channels[i];
    const std::string line = fmt::format("{}.channels[{}]", path, i);
    const std::vector<Channel>& channels = findings.blueprint().channels;
    if (findings.names_line(line + ".channel", channel, channels, "channel") &&
        listed.again(channel)) {
      findings.report(line + ".channel",
                      quoted(channels[channel.index()].name) + " is listed twice");
    }
    findings.not_negative(line + ".duration", duration);
  }
}

std::vector<Problem> check(const Blueprint& blueprint, const Registry& registry) {
  const Blueprint completed = with_defaults(blueprint);
  Findings findings{completed, registry};
  check_channels(findings);
  check_size(findings, Family::skills, completed.skills, SkillId::none().index());
  check_names(findings, Family::skills, completed.skills);
  check_attributes(findings);
  check_size(findings, Family::reasons, completed.reasons, ReasonId::none().index());
  check_names(findings, Family::reasons, completed.reasons);
  check_size(findings, Family::host_ranks, completed.host_ranks, HostRankId::none().index());
  check_host_ranks(findings);
  check_size(findings, Family::host_choices, completed.host_choices, HostChoiceId::none().index());
  check_host_choices(findings);
  check_size(findings, Family::teams, completed.teams, TeamId::none().index());
  check_names(findings, Family::teams, completed.teams);
  check_size(findings, Family::offer_rules, completed.offer_rules, OfferRuleId::none().index());
  check_offer_rules(findings);
  check_size(findings, Family::capacities, completed.capacities, CapacityRuleId::none().index());
  check_capacities(findings);
  check_requirements(findings);
  const std::size_t before_time = findings.count();
  check_size(findings, Family::zones, completed.zones, ZoneId::none().index());
  check_zones(findings);
  check_size(findings, Family::time_plans, completed.time_plans, TimePlanId::none().index());
  check_time_plans(findings);
  if (findings.count() == before_time) warn_of_time_plans(findings);
  check_size(findings, Family::groups, completed.groups, GroupId::none().index());
  check_groups(findings);
  check_size(findings, Family::agents, completed.agents, agents_max);
  check_agents(findings);
  check_size(findings, Family::bots, completed.bots, BotId::none().index());
  check_bots(findings);
  check_size(findings, Family::menu_nodes, completed.menu_nodes, MenuNodeId::none().index());
  check_menu_nodes(findings);
  check_size(findings, Family::entries, completed.entries, EntryId::none().index());
  check_entries(findings);
  check_break_rules(findings);
  check_surges(findings);
  check_order(findings, "work_order", completed.work_order);
  check_limits(findings);
  check_memory(findings);
  if (!findings.has_errors()) warn_of_the_whole(findings);
  return findings.take();
}

}  // namespace v1
}  // namespace acd
