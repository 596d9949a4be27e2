// Warns of entry rules that never speak because of their conditions.
#include <fmt/format.h>

#include "config/findings.hpp"
#include "config/shadow.hpp"

namespace acd {
inline namespace v1 {
namespace {

bool takes_all(const EntryRule& rule) {
  return always_takes(rule.on_duty.target) &&
         (rule.hours.is_none() || always_takes(rule.off_duty.target));
}

}  // namespace

void warn_of_entries(Findings& findings) {
  const std::vector<Entry>& lines = findings.blueprint().entries;
  const Circumstances world{findings.blueprint(), ConditionPlace::entry};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Shadow shadow{world};
    for (std::size_t j = 0; j < lines[i].rules.size(); ++j) {
      const EntryRule& rule = lines[i].rules[j];
      const std::string why = rule.when.is_nothing() ? std::string{} : shadow.over(rule.when);
      if (!why.empty()) {
        findings.warn(fmt::format("{}.rules[{}].when", findings.path_of(Family::entries, i), j),
                      why);
      }
      // One that takes everybody is told of where entries are checked.
      if (takes_all(rule) && !rule.when.is_anything()) shadow.add(rule.name, rule.when);
    }
  }
}

}  // namespace v1
}  // namespace acd
