// Requirements as text.
#include <fmt/format.h>

#include <limits>

#include "acd/companion/policy_text.hpp"
#include "companion/boolean_text.hpp"
#include "companion/names.hpp"
#include "companion/scanner.hpp"

namespace acd {
inline namespace v1 {
namespace {

constexpr Level highest = std::numeric_limits<Level>::max();
constexpr IdentityWords identity_words{.anything = "anything", .nothing = "nothing"};

std::string test_text(const SkillTest& test, const Blueprint& names) {
  std::string skill = name_text(names.skills, test.skill);
  if (test.low == 0 && test.high == highest) return skill;
  if (test.high == highest) return fmt::format("{} >= {}", skill, test.low);
  if (test.low == 0) return fmt::format("{} <= {}", skill, test.high);
  return fmt::format("{} in {}..{}", skill, test.low, test.high);
}

/// The language of requirements for BooleanParser.
struct RequirementLanguage {
  const Blueprint& names;
  IdentityWords words = identity_words;

  static bool leaf_opens(const Scanner&) { return false; }

  Requirement leaf(Scanner& scanner) const {
    SkillTest result{.skill = expect_line<SkillId>(scanner, names.skills, "skill")};
    if (scanner.take_symbol(">=")) {
      result.low = level(scanner);
    } else if (scanner.take_symbol("<=")) {
      result.high = level(scanner);
    } else if (scanner.take_word("in")) {
      result.low = level(scanner);
      if (scanner.expect_symbol("..")) result.high = level(scanner);
    }
    return result;
  }

  static Level level(Scanner& scanner) { return expect_number(scanner, "a level", highest); }
};

}  // namespace

std::string to_text(const Requirement& requirement, const Blueprint& names) {
  if (requirement.is_too_long()) return "too long";
  const auto leaf_text = [&names](const SkillTest& test) { return test_text(test, names); };
  return requirement.fold(BooleanPrinter{identity_words, leaf_text}).text;
}

Parsed<Requirement> parse_requirement(std::string_view text, const Blueprint& names) {
  Scanner scanner{text};
  const RequirementLanguage language{names};
  const Requirement result =
      BooleanParser<Requirement, RequirementLanguage>{scanner, language}.either();
  Parsed<Requirement> parsed = parsed_whole(scanner, result, "\"and\", \"or\" or the end");
  if (parsed.value && parsed.value->is_too_long()) {
    return {{}, fmt::format("more than {} skills and operators", Requirement::capacity), 1};
  }
  return parsed;
}

}  // namespace v1
}  // namespace acd
