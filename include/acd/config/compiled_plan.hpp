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

/// Every problem of the blueprint, in the order of its members; empty if it is sound.
/// Linear in its size.
[[nodiscard]] ACD_EXPORT std::vector<Problem> check(const Blueprint& blueprint,
                                                    const Registry& registry);

/// One pointer, copied by value, immutable; may be shared by routers on several threads
/// if the host ranks bound in its registry may be called there.
class ACD_EXPORT CompiledPlan {
 public:
  struct Result;

  /// A plan, or every problem that `check` finds.
  [[nodiscard]] static Result compile(const Blueprint& blueprint, const Registry& registry = {});

  [[nodiscard]] const Blueprint& blueprint() const;
  [[nodiscard]] const PlanTables& tables() const { return *tables_; }

 private:
  explicit CompiledPlan(std::shared_ptr<const PlanTables> tables);
  std::shared_ptr<const PlanTables> tables_;
};

struct CompiledPlan::Result {
  std::optional<CompiledPlan> plan{};  ///< set exactly if `problems` is empty
  std::vector<Problem> problems{};
};

}  // namespace v1
}  // namespace acd
