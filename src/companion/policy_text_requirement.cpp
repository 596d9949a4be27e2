// Requirements as text.
#include <fmt/format.h>

#include <limits>
#include <utility>
#include <vector>

#include "acd/companion/policy_text.hpp"
#include "companion/names.hpp"
#include "companion/scanner.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr Level highest = std::numeric_limits<Level>::max();
/// More parentheses and negations inside each other than any requirement needs.
constexpr int depth_max = 64;

/// How tightly a printed part holds together; looser parts inside a tighter one stand in
/// parentheses.
enum class Tightness : std::uint8_t { either, both, negation, whole };

struct Part {
  std::string text;
  Tightness tightness;
};

std::string within(const Part& part, Tightness at_least) {
  return part.tightness < at_least ? '(' + part.text + ')' : part.text;
}

std::string test_text(const SkillTest& test, const Blueprint& names) {
  std::string skill = name_text(names.skills, test.skill);
  if (test.low == 0 && test.high == highest) return skill;
  if (test.high == highest) return fmt::format("{} >= {}", skill, test.low);
  if (test.low == 0) return fmt::format("{} <= {}", skill, test.high);
  return fmt::format("{} in {}..{}", skill, test.low, test.high);
}

Part pop(std::vector<Part>& parts) {
  Part top = std::move(parts.back());
  parts.pop_back();
  return top;
}

/// The right operand is held tighter: "a and b and c" is "(a and b) and c".
Part joined(std::vector<Part>& parts, std::string_view word, Tightness own, Tightness right_own) {
  const Part right = pop(parts);
  const Part left = pop(parts);
  return {fmt::format("{} {} {}", within(left, own), word, within(right, right_own)), own};
}

Part part_text(const Requirement::Node& node, std::vector<Part>& parts, const Blueprint& names) {
  switch (node.op) {
    case BooleanOp::leaf: return {test_text(node.leaf, names), Tightness::whole};
    case BooleanOp::both: return joined(parts, "and", Tightness::both, Tightness::negation);
    case BooleanOp::either: return joined(parts, "or", Tightness::either, Tightness::both);
    case BooleanOp::negation:
      return {"not " + within(pop(parts), Tightness::negation), Tightness::negation};
    case BooleanOp::anything: return {"anything", Tightness::whole};
    case BooleanOp::nothing: return {"nothing", Tightness::whole};
  }
  return {"", Tightness::whole};
}

/// Recursive descent, one method per level of precedence.
class RequirementParser {
 public:
  RequirementParser(std::string_view text, const Blueprint& names)
      : scanner_{text}, names_{names} {}

  Parsed<Requirement> parse() {
    Requirement result = either();
    if (!scanner_.failed() && scanner_.token().kind != TokenKind::end) {
      scanner_.fail_expecting("\"and\", \"or\" or the end");
    }
    if (scanner_.failed()) return {{}, scanner_.error(), scanner_.error_column()};
    if (result.is_too_long()) {
      return {{}, fmt::format("more than {} skills and operators", Requirement::capacity), 1};
    }
    return {result, {}, 0};
  }

 private:
  Requirement either() {
    Requirement result = both();
    while (scanner_.take_word("or")) result = result || both();
    return result;
  }

  Requirement both() {
    Requirement result = factor();
    while (scanner_.take_word("and")) result = result && factor();
    return result;
  }

  Requirement factor() {
    if (scanner_.take_word("anything")) return Requirement::anything();
    if (scanner_.take_word("nothing")) return Requirement::nothing();
    if (!scanner_.at_word("not") && !scanner_.at_symbol("(")) return test();
    if (depth_ == depth_max) {
      scanner_.fail(scanner_.token().column, fmt::format("nested deeper than {}", depth_max));
      return {};
    }
    ++depth_;
    Requirement result = nested();
    --depth_;
    return result;
  }

  Requirement nested() {
    if (scanner_.take_word("not")) return !factor();
    scanner_.next();
    Requirement result = either();
    scanner_.expect_symbol(")");
    return result;
  }

  Requirement test() {
    SkillTest result{.skill = expect_line<SkillId>(scanner_, names_.skills, "skill")};
    if (scanner_.take_symbol(">=")) {
      result.low = level();
    } else if (scanner_.take_symbol("<=")) {
      result.high = level();
    } else if (scanner_.take_word("in")) {
      result.low = level();
      if (scanner_.expect_symbol("..")) result.high = level();
    }
    return result;
  }

  Level level() { return expect_number(scanner_, "a level", highest); }

  Scanner scanner_;
  const Blueprint& names_;
  int depth_ = 0;
};

}  // namespace

std::string to_text(const Requirement& requirement, const Blueprint& names) {
  if (requirement.is_too_long()) return "too long";
  if (requirement.is_anything()) return "anything";
  std::vector<Part> parts;
  for (const Requirement::Node& node : requirement.nodes()) {
    Part part = part_text(node, parts, names);
    parts.push_back(std::move(part));
  }
  return parts.back().text;
}

Parsed<Requirement> parse_requirement(std::string_view text, const Blueprint& names) {
  return RequirementParser{text, names}.parse();
}

}  // namespace v1
}  // namespace acd
