// An agent has a seat in a class if he is a member of its group with the delay of its
// ring, and meets the group's requirement and the class's.
#include "engine/seat_table.hpp"

#include <algorithm>
#include <tuple>

namespace acd {
inline namespace v1 {

SeatTable make_seat_table(const PlanTables& plan, std::span<const ClassRecord> classes,
                          std::span<const Requirement> requirements) {
  SeatTable table;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const ClassRecord& cls = classes[i];
    const Requirement& asked_by_group = plan.blueprint.groups[cls.group.index()].requirement;
    const Requirement asked =
        cls.requirement.is_none() ? Requirement::anything() : requirements[cls.requirement.index()];
    for (const std::uint32_t member : plan.groups[cls.group.index()].members) {
      const MembershipTables& membership = plan.memberships[member];
      if (membership.ring != cls.ring) continue;
      if (!plan.meets(membership.agent, asked_by_group)) continue;
      if (!plan.meets(membership.agent, asked)) continue;
      table.seats.push_back(
          {.cls = static_cast<std::uint32_t>(i), .place = {membership.agent, member}});
    }
  }
  const auto place = [&](const Seat& seat) {
    return std::tuple{seat.place.agent, classes[seat.cls].group, seat.cls};
  };
  std::sort(table.seats.begin(), table.seats.end(),
            [&](const Seat& a, const Seat& b) { return place(a) < place(b); });
  table.first_seat.resize(plan.agents.size() + 1);
  for (const Seat& seat : table.seats) ++table.first_seat[seat.place.agent + 1];
  for (std::size_t agent = 0; agent < plan.agents.size(); ++agent) {
    table.first_seat[agent + 1] += table.first_seat[agent];
  }
  return table;
}

}  // namespace v1
}  // namespace acd
