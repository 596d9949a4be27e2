// Check, complete, compile.
#include "acd/config/compiled_plan.hpp"

#include <utility>

#include "config/defaults.hpp"
#include "config/plan_tables.hpp"

namespace acd {
inline namespace v1 {

CompiledPlan::CompiledPlan(std::shared_ptr<const PlanTables> tables) : tables_{std::move(tables)} {}

CompiledPlan::Result CompiledPlan::compile(const Blueprint& blueprint, const Registry& registry) {
  Result result{std::nullopt, check(blueprint, registry)};
  if (any_error(result.problems)) return result;
  result.plan =
      CompiledPlan{std::make_shared<const PlanTables>(with_defaults(blueprint), registry)};
  return result;
}

const Blueprint& CompiledPlan::blueprint() const { return tables_->blueprint; }

}  // namespace v1
}  // namespace acd
