// Questions to the router, in words.
#include "session_scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace acdsim {
namespace {

/// What keeps an agent, as it is counted: those of one text are one.
std::string_view hindrance_text(const acd::AgentView& agent, acd::WhyNot why_not) {
  using acd::WhyNot;
  switch (why_not) {
    case WhyNot::signed_out: return "not there";
    case WhyNot::not_ready: return "not ready";
    case WhyNot::draining: return "about to leave";
    case WhyNot::in_reserve: return "in reserve";
    case WhyNot::kept_free: return "kept free for another group";
    case WhyNot::channel_not_served: return "not for its channel";
    case WhyNot::lacks_requirement: return "without what it asks for";
    case WhyNot::excluded: return "excluded";
    case WhyNot::group_closed: return "of a group that is closed";
    case WhyNot::declined_before: return "refusing it a while ago";
    case WhyNot::offered_already: return "asked just now";
    case WhyNot::delayed: return "to help only after a delay";
    case WhyNot::held_for_others: return "free, but it is held for others";
    case WhyNot::pull_only: return "to pick for themselves";
    case WhyNot::no_room:
      return agent.serving > 0 || agent.wrapping_up == 0 ? "busy" : "wrapping up";
    case WhyNot::offers_exhausted: return "free, but it has been offered often enough";
    case WhyNot::fan_out_reached: return "free, but others are asked";
    case WhyNot::nothing: return "free";
    case WhyNot::unknown_session:
    case WhyNot::unknown_agent:
    case WhyNot::not_waiting:
    case WhyNot::not_in_group: return "";
  }
  return "";
}

std::string ordinal(std::uint32_t number) {
  const std::uint32_t tens = number % 100;
  const bool is_teen = tens >= 11 && tens <= 13;
  constexpr std::array<std::string_view, 4> endings{"th", "st", "nd", "rd"};
  return fmt::format("{}{}", number, endings[is_teen || number % 10 > 3 ? 0 : number % 10]);
}

bool is_member(const acd::Agent& agent, acd::GroupId group) {
  return std::ranges::find(agent.memberships, group, &acd::Membership::group) !=
         agent.memberships.end();
}

/// In which it waits.
std::vector<acd::GroupId> groups_of(const acd::Router& router, acd::SessionHandle session) {
  const std::optional<acd::SessionView> view = router.view(session);
  const std::optional<acd::Why> why = router.why(session);
  if (!view || !why) return {};
  std::vector<acd::GroupId> groups{view->group};
  groups.insert(groups.end(), why->also.begin(), why->also.end());
  return groups;
}

}  // namespace

std::vector<std::string> free_members(const acd::Router& router, acd::GroupId group) {
  std::vector<std::string> names;
  const std::vector<acd::Agent>& agents = router.blueprint().agents;
  for (std::size_t i = 0; i < agents.size(); ++i) {
    const acd::AgentView view = router.view(router.agent(i)).value_or(acd::AgentView{});
    const bool is_free = view.state == acd::AgentState::ready && view.charged_units == 0;
    if (is_free && is_member(agents[i], group)) names.push_back(agents[i].name);
  }
  return names;
}

std::string names_text(const std::vector<std::string>& names) {
  constexpr std::size_t shown_max = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), shown_max); ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  if (names.size() > shown_max) text += fmt::format(" and {} more", names.size() - shown_max);
  return text;
}

std::string why_nobody(const acd::Router& router, acd::SessionHandle session) {
  std::vector<std::pair<std::string_view, std::uint32_t>> counts;
  const std::vector<acd::GroupId> groups = groups_of(router, session);
  const std::vector<acd::Agent>& agents = router.blueprint().agents;
  for (std::size_t i = 0; i < agents.size(); ++i) {
    const auto has_agent = [&](acd::GroupId group) { return is_member(agents[i], group); };
    if (std::ranges::none_of(groups, has_agent)) continue;
    const acd::AgentHandle agent = router.agent(i);
    const std::string_view text = hindrance_text(router.view(agent).value_or(acd::AgentView{}),
                                                 router.why_not(session, agent));
    if (text.empty()) continue;
    const auto found = std::ranges::find(counts, text, &decltype(counts)::value_type::first);
    if (found == counts.end()) {
      counts.emplace_back(text, 1);
    } else {
      ++found->second;
    }
  }
  std::string all;
  for (const auto& [text, count] : counts) {
    all += fmt::format("{}{} {}", all.empty() ? "" : ", ", count, text);
  }
  return all;
}

std::string place_text(const acd::Router& router, acd::SessionHandle session) {
  const std::optional<acd::SessionView> view = router.view(session);
  const std::optional<std::uint32_t> place = router.position(session);
  if (!view || !place) return {};
  return fmt::format("{} of {} in {}", ordinal(*place), router.waiting(view->group),
                     router.blueprint().groups[view->group.index()].name);
}

}  // namespace acdsim
