// Any bytes as each kind of policy: no crash, and what is read prints and reads again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "acd/companion/condition_text.hpp"
#include "acd/companion/policy_text.hpp"
#include "acd/companion/time_plan_text.hpp"
#include "acd/companion/time_text.hpp"

namespace {

const acd::Blueprint& names() {
  static const acd::Blueprint made = [] {
    acd::Blueprint b;
    for (const char* name : {"english", "tier 2", "not"}) b.add(acd::Skill{name});
    b.add(acd::Attribute{.name = "vip", .type = acd::AttributeType::flag});
    b.add(acd::HostRank{"stake"});
    b.add(acd::TimePlan{.name = "office"});
    b.add(acd::Channel{"voice"});
    b.add(acd::SkillGroup{.name = "front desk"});
    b.add(acd::Surge{.name = "storm"});
    return b;
  }();
  return made;
}

template <class Parse>
void read_and_print(std::string_view text, const Parse& parse) {
  const auto parsed = parse(text, names());
  if (parsed.value.has_value() != parsed.message.empty()) std::abort();
  if (!parsed.value) return;
  if (parse(to_text(*parsed.value, names()), names()).value != parsed.value) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  read_and_print(text, acd::parse_agent_order);
  read_and_print(text, acd::parse_session_order);
  read_and_print(text, acd::parse_work_order);
  read_and_print(text, acd::parse_requirement);
  read_and_print(text, acd::parse_time_expression);
  read_and_print(text, acd::parse_plan_layer);
  read_and_print(text, acd::parse_condition);
  const auto days = acd::parse_day_set(text);
  if (days.value && acd::parse_day_set(to_text(*days.value)).value != days.value) std::abort();
  const auto duration = acd::parse_duration(text);
  if (duration && acd::parse_duration(acd::to_text(*duration)) != duration) std::abort();
  const auto instant = acd::parse_instant(text);
  if (instant && acd::parse_instant(acd::to_text(*instant)) != instant) std::abort();
  return 0;
}
