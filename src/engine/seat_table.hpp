// Who belongs to which class: every agent's seats, computed from the plan.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "config/plan_tables.hpp"
#include "engine/records.hpp"

namespace acd {
inline namespace v1 {

struct SeatTable {
  std::vector<Seat> seats;                ///< by agent, then group, then class
  std::vector<std::uint32_t> first_seat;  ///< by agent, and the end
};

/// Linear in classes times the members of their groups, and a sort.
[[nodiscard]] SeatTable make_seat_table(const PlanTables& plan,
                                        std::span<const ClassRecord> classes,
                                        std::span<const Requirement> requirements);

}  // namespace v1
}  // namespace acd
