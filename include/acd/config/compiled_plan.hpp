// A blueprint that was checked and compiled: the only thing a router is made from.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/problem.hpp"
#include "acd/config/registry.hpp"
#include "acd/export.hpp"

namespace acd {
inline namespace v1 {

struct PlanTables;  // the compiled form; private

/// Every problem of the blueprint, in the order of its members, errors and warnings; it is
/// refused if `any_error`. One without an error is then seen as a whole, which ends the list with
/// warnings alone. Linear in its size; beside it what it takes to materialise its time plans three
/// times, and some thousand steps at most for each pair of a group's overflow rules.
[[nodiscard]] ACD_EXPORT std::vector<Problem> check(const Blueprint& blueprint,
                                                    const Registry& registry);

/// One pointer, copied by value, immutable; may be shared by routers on several threads
/// if the host ranks bound in its registry may be called there.
class ACD_EXPORT CompiledPlan {
 public:
  struct Result;

  /// Every problem that `check` finds, and a plan if none is an error.
  [[nodiscard]] static Result compile(const Blueprint& blueprint, const Registry& registry = {});

  [[nodiscard]] const Blueprint& blueprint() const;
  [[nodiscard]] const PlanTables& tables() const { return *tables_; }

 private:
  explicit CompiledPlan(std::shared_ptr<const PlanTables> tables);
  std::shared_ptr<const PlanTables> tables_;
};

struct CompiledPlan::Result {
  std::optional<CompiledPlan> plan{};  ///< set exactly if no problem is an error
  std::vector<Problem> problems{};
};

}  // namespace v1
}  // namespace acd
