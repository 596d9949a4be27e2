// Orderings as text: one grammar, one table of criteria per family.
#include <fmt/format.h>

#include <array>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "acd/companion/policy_text.hpp"
#include "acd/companion/time_text.hpp"
#include "companion/names.hpp"
#include "companion/scanner.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// What stands in the parentheses after a criterion's name.
enum class Form : std::uint8_t {
  plain,        // nothing, and no parentheses
  skill_level,  // (english, 3)
  attribute,    // (vip)
  host_rank,    // (fair_share)
  ageing,       // (45s) or (45s, 5)
};

/// Operands of a criterion of any family.
struct Operands {
  SkillId skill{};
  Level level = 0;
  AttributeId attribute{};
  HostRankId host_rank{};
  Duration step{0};
  Priority cap = std::numeric_limits<Priority>::max();
};

template <class Kind>
struct Entry {
  Kind kind;
  std::string_view name;
  Form form = Form::plain;
};

using AgentKind = AgentCriterionKind;
using SessionKind = SessionCriterionKind;
using WorkKind = WorkCriterionKind;

constexpr std::array<Entry<AgentKind>, 14> agent_entries{{
    {AgentKind::longest_ready, "longest_ready"},
    {AgentKind::longest_unhandled, "longest_unhandled"},
    {AgentKind::longest_unoffered, "longest_unoffered"},
    {AgentKind::lowest_load, "lowest_load"},
    {AgentKind::fewest_handled, "fewest_handled"},
    {AgentKind::highest_level, "highest_level"},
    {AgentKind::lowest_level, "lowest_level"},
    {AgentKind::skill_at_least, "skilled_first", Form::skill_level},
    {AgentKind::preferred, "preferred"},
    {AgentKind::fixed, "fixed"},
    {AgentKind::weighted_random, "weighted_random"},
    {AgentKind::host_rank, "host_rank", Form::host_rank},
    {AgentKind::circular, "circular"},
    {AgentKind::longest_weighted_ready, "longest_weighted_ready"},
}};

constexpr std::array<Entry<SessionKind>, 8> session_entries{{
    {SessionKind::most_urgent, "most_urgent"},
    {SessionKind::oldest, "oldest"},
    {SessionKind::newest, "newest"},
    {SessionKind::earliest_due, "earliest_due"},
    {SessionKind::aged, "aged", Form::ageing},
    {SessionKind::lowest_attribute, "lowest_attribute", Form::attribute},
    {SessionKind::highest_attribute, "highest_attribute", Form::attribute},
    {SessionKind::host_rank, "host_rank", Form::host_rank},
}};

constexpr std::array<Entry<WorkKind>, 9> work_entries{{
    {WorkKind::heaviest_group, "heaviest_group"},
    {WorkKind::preferred_group, "preferred_group"},
    {WorkKind::most_urgent, "most_urgent"},
    {WorkKind::oldest, "oldest"},
    {WorkKind::earliest_due, "earliest_due"},
    {WorkKind::aged, "aged", Form::ageing},
    {WorkKind::longest_weighted_wait, "longest_weighted_wait"},
    {WorkKind::longest_queue, "longest_queue"},
    {WorkKind::largest_share_deficit, "largest_share_deficit"},
}};

/// One family: its table, and its criteria to operands and back.
struct AgentFamily {
  using Criterion = AgentCriterion;
  static constexpr std::span<const Entry<AgentKind>> entries{agent_entries};
  static Operands operands(const AgentCriterion& criterion) {
    return {.skill = criterion.skill, .level = criterion.level, .host_rank = criterion.host_rank};
  }
  static AgentCriterion criterion(AgentKind kind, const Operands& operands) {
    return {kind, operands.skill, operands.level, operands.host_rank};
  }
};

struct SessionFamily {
  using Criterion = SessionCriterion;
  static constexpr std::span<const Entry<SessionKind>> entries{session_entries};
  static Operands operands(const SessionCriterion& criterion) {
    return {.attribute = criterion.attribute,
            .host_rank = criterion.host_rank,
            .step = criterion.step,
            .cap = criterion.cap};
  }
  static SessionCriterion criterion(SessionKind kind, const Operands& operands) {
    return {kind, operands.cap, operands.attribute, operands.host_rank, operands.step};
  }
};

struct WorkFamily {
  using Criterion = WorkCriterion;
  static constexpr std::span<const Entry<WorkKind>> entries{work_entries};
  static Operands operands(const WorkCriterion& criterion) {
    return {.step = criterion.step, .cap = criterion.cap};
  }
  static WorkCriterion criterion(WorkKind kind, const Operands& operands) {
    return {kind, operands.cap, operands.step};
  }
};

std::string operands_text(Form form, const Operands& operands, const Blueprint& names) {
  switch (form) {
    case Form::plain: return "";
    case Form::skill_level:
      return fmt::format("({}, {})", name_text(names.skills, operands.skill), operands.level);
    case Form::attribute:
      return fmt::format("({})", name_text(names.attributes, operands.attribute));
    case Form::host_rank:
      return fmt::format("({})", name_text(names.host_ranks, operands.host_rank));
    case Form::ageing:
      if (operands.cap == Operands{}.cap) return fmt::format("({})", to_text(operands.step));
      return fmt::format("({}, {})", to_text(operands.step), operands.cap);
  }
  return "";
}

Duration expect_duration(Scanner& scanner) {
  const std::optional<Duration> step = scanner.token().kind == TokenKind::number
                                           ? parse_duration(scanner.token().text)
                                           : std::nullopt;
  if (step) {
    scanner.next();
  } else {
    scanner.fail_expecting("a duration such as \"45s\"");
  }
  return step.value_or(Duration::zero());
}

Operands expect_operands(Scanner& scanner, Form form, const Blueprint& names) {
  Operands result;
  if (form == Form::plain || !scanner.expect_symbol("(")) return result;
  switch (form) {
    case Form::plain: break;
    case Form::skill_level:
      result.skill = expect_line<SkillId>(scanner, names.skills, "skill");
      scanner.expect_symbol(",");
      result.level = expect_number(scanner, "a level", std::numeric_limits<Level>::max());
      break;
    case Form::attribute:
      result.attribute = expect_line<AttributeId>(scanner, names.attributes, "attribute");
      break;
    case Form::host_rank:
      result.host_rank = expect_line<HostRankId>(scanner, names.host_ranks, "host rank");
      break;
    case Form::ageing:
      result.step = expect_duration(scanner);
      if (scanner.take_symbol(",")) result.cap = expect_number(scanner, "a priority", result.cap);
      break;
  }
  scanner.expect_symbol(")");
  return result;
}

template <class Family>
std::string order_text(const Ordering<typename Family::Criterion>& order, const Blueprint& names) {
  if (order.is_indifferent()) return "indifferent";
  std::string text;
  for (const auto& criterion : order.criteria()) {
    if (!text.empty()) text += " then ";
    const auto entry =
        std::ranges::find(Family::entries, criterion.kind, &Entry<decltype(criterion.kind)>::kind);
    if (entry == Family::entries.end()) {
      text += fmt::format("#{}", static_cast<int>(criterion.kind));
    } else {
      text += entry->name;
      text += operands_text(entry->form, Family::operands(criterion), names);
    }
  }
  return text;
}

/// Appends one criterion, or none for `indifferent`.
template <class Family>
void expect_criterion(Scanner& scanner, const Blueprint& names,
                      std::vector<typename Family::Criterion>& criteria) {
  if (scanner.take_word("indifferent")) return;
  using Kind = decltype(Family::Criterion::kind);
  const Token token = scanner.token();
  const auto entry = std::ranges::find(Family::entries, token.text, &Entry<Kind>::name);
  if (token.kind == TokenKind::word && entry != Family::entries.end()) {
    scanner.next();
    const Operands operands = expect_operands(scanner, entry->form, names);
    criteria.push_back(Family::criterion(entry->kind, operands));
  } else if (token.kind == TokenKind::word && !is_keyword(token.text)) {
    const auto name_of = [](const Entry<Kind>& known) { return known.name; };
    scanner.fail(token.column, fmt::format("unknown criterion {}{}", quoted(token.text),
                                           did_you_mean(token.text, Family::entries, name_of)));
  } else {
    scanner.fail_expecting("a criterion");
  }
}

template <class Family>
Parsed<Ordering<typename Family::Criterion>> parse_order(std::string_view text,
                                                         const Blueprint& names) {
  using Criterion = typename Family::Criterion;
  Scanner scanner{text};
  std::vector<Criterion> criteria;
  expect_criterion<Family>(scanner, names, criteria);
  while (scanner.take_word("then")) expect_criterion<Family>(scanner, names, criteria);
  if (!scanner.failed() && scanner.token().kind != TokenKind::end) {
    scanner.fail_expecting("\"then\" or the end");
  }
  if (scanner.failed()) return {{}, scanner.error(), scanner.error_column()};
  return {Ordering<Criterion>::from_criteria(std::move(criteria)), {}, 0};
}

}  // namespace

std::string to_text(const AgentOrder& order, const Blueprint& names) {
  return order_text<AgentFamily>(order, names);
}
std::string to_text(const SessionOrder& order, const Blueprint& names) {
  return order_text<SessionFamily>(order, names);
}
std::string to_text(const WorkOrder& order, const Blueprint& names) {
  return order_text<WorkFamily>(order, names);
}

Parsed<AgentOrder> parse_agent_order(std::string_view text, const Blueprint& names) {
  return parse_order<AgentFamily>(text, names);
}
Parsed<SessionOrder> parse_session_order(std::string_view text, const Blueprint& names) {
  return parse_order<SessionFamily>(text, names);
}
Parsed<WorkOrder> parse_work_order(std::string_view text, const Blueprint& names) {
  return parse_order<WorkFamily>(text, names);
}

}  // namespace v1
}  // namespace acd
