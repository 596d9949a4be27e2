// Checks requirements and orderings.
#include <fmt/format.h>

#include "config/findings.hpp"
#include "policy/key_width.hpp"

namespace acd {
inline namespace v1 {
namespace {

void check_test(Findings& findings, const std::string& path, const SkillTest& test) {
  const std::vector<Skill>& skills = findings.blueprint().skills;
  if (!findings.names_line(path, test.skill, skills, "skill")) return;
  const std::string name = quoted(skills[test.skill.index()].name);
  const Level level_max = findings.blueprint().limits.level_max;
  if (test.low > test.high) {
    findings.report(path, fmt::format("{} in {}..{} is upside down", name, test.low, test.high));
  } else if (test.low > level_max) {
    findings.report(path,
                    fmt::format("{}: level {} is above level_max, {}", name, test.low, level_max));
  }
}

/// An effective priority counts whole steps, and its key holds the head start that they
/// give the highest priority.
void check_ageing(Findings& findings, const std::string& path, Duration step) {
  const Priority priority_max = findings.blueprint().limits.priority_max;
  if (step <= Duration::zero()) {
    findings.report(path + ".step", "this duration is above zero");
  } else if (step > longest / (priority_max > 0 ? priority_max : 1)) {
    findings.report(path + ".step", fmt::format("{} steps, for priority_max, are longer than "
                                                "2^51 microseconds, 71 years",
                                                priority_max));
  }
}

void check_agent_rank(Findings& findings, const std::string& path, HostRankId id) {
  const std::vector<HostRank>& ranks = findings.blueprint().host_ranks;
  if (!findings.names_line(path, id, ranks, "host rank")) return;
  const Registry::Binding* binding = findings.registry().find(ranks[id.index()].name);
  if (binding == nullptr || binding->agent_rank || !binding->session_rank) return;
  findings.report(path, quoted(binding->name) + " ranks sessions, not agents");
}

void check_session_rank(Findings& findings, const std::string& path, HostRankId id) {
  const std::vector<HostRank>& ranks = findings.blueprint().host_ranks;
  if (!findings.names_line(path, id, ranks, "host rank")) return;
  const Registry::Binding* binding = findings.registry().find(ranks[id.index()].name);
  if (binding == nullptr || binding->session_rank || !binding->agent_rank) return;
  findings.report(path, quoted(binding->name) + " ranks agents, not sessions");
}

void check_criterion(Findings& findings, const std::string& path, const AgentCriterion& criterion) {
  findings.enumerator(path + ".kind", criterion.kind, last_agent_criterion_kind);
  if (criterion.kind == AgentCriterionKind::skill_at_least) {
    findings.names_line(path + ".skill", criterion.skill, findings.blueprint().skills, "skill");
    findings.level(path + ".level", criterion.level);
  }
  if (criterion.kind == AgentCriterionKind::host_rank) {
    check_agent_rank(findings, path + ".host_rank", criterion.host_rank);
  }
}

void check_criterion(Findings& findings, const std::string& path,
                     const SessionCriterion& criterion) {
  findings.enumerator(path + ".kind", criterion.kind, SessionCriterionKind::host_rank);
  if (criterion.kind == SessionCriterionKind::aged) check_ageing(findings, path, criterion.step);
  if (criterion.kind == SessionCriterionKind::lowest_attribute ||
      criterion.kind == SessionCriterionKind::highest_attribute) {
    findings.names_line(path + ".attribute", criterion.attribute, findings.blueprint().attributes,
                        "attribute");
  }
  if (criterion.kind == SessionCriterionKind::host_rank) {
    check_session_rank(findings, path + ".host_rank", criterion.host_rank);
  }
}

void check_criterion(Findings& findings, const std::string& path, const WorkCriterion& criterion) {
  findings.enumerator(path + ".kind", criterion.kind, WorkCriterionKind::largest_share_deficit);
  if (criterion.kind == WorkCriterionKind::aged) check_ageing(findings, path, criterion.step);
}

std::string_view name_of(AgentCriterionKind kind) {
  if (kind == AgentCriterionKind::weighted_random) return "weighted_random";
  return kind == AgentCriterionKind::circular ? "circular" : "longest_weighted_ready";
}

template <class Order>
void check_criteria(Findings& findings, const std::string& path, const Order& order) {
  for (std::size_t i = 0; i < order.criteria().size(); ++i) {
    check_criterion(findings, fmt::format("{}[{}]", path, i), order.criteria()[i]);
  }
}

/// Orderings that compile to a key: it must not be too wide.
template <class Order>
void check_width(Findings& findings, const std::string& path, const Order& order) {
  const Limits& limits = findings.blueprint().limits;
  const auto host_bits = [&](HostRankId id) -> int {
    const std::vector<HostRank>& ranks = findings.blueprint().host_ranks;
    if (id.index() >= ranks.size()) return 0;
    const Registry::Binding* binding = findings.registry().find(ranks[id.index()].name);
    return binding == nullptr ? 0 : binding->bits;
  };
  const RankBounds bounds{.priority_max = limits.priority_max, .level_max = limits.level_max};
  const int bits = key_bits(order, bounds, host_bits);
  if (bits <= key_bits_max) return;
  findings.report(path, fmt::format("the key is {} bits wide, at most {}", bits, key_bits_max));
}

}  // namespace

void check_requirement(Findings& findings, const std::string& path,
                       const Requirement& requirement) {
  if (requirement.is_too_long()) {
    findings.report(path, fmt::format("more than {} skills and operators, or ill-formed",
                                      Requirement::capacity));
  }
  for (const Requirement::Node& node : requirement.nodes()) {
    if (node.op == BooleanOp::leaf) check_test(findings, path, node.leaf);
  }
}

void check_order(Findings& findings, const std::string& path, const SessionOrder& order) {
  check_criteria(findings, path, order);
  check_width(findings, path, order);
}

void check_order(Findings& findings, const std::string& path, const AgentOrder& order) {
  check_criteria(findings, path, order);
  for (std::size_t i = 0; i + 1 < order.criteria().size(); ++i) {
    const AgentCriterionKind kind = order.criteria()[i].kind;
    if (!always_decides(kind)) continue;
    findings.report(fmt::format("{}[{}]", path, i),
                    fmt::format("{} always decides: nothing may follow it", name_of(kind)));
  }
  check_width(findings, path, order);
}

void check_order(Findings& findings, const std::string& path, const WorkOrder& order) {
  check_criteria(findings, path, order);
}

}  // namespace v1
}  // namespace acd
