// Making an engine.
#include "engine/engine_inline.hpp"

#include <utility>

namespace acd {
inline namespace v1 {

Router::Engine::Engine(CompiledPlan plan) : EngineFacts{std::move(plan)} {
  for (Slot agent = 0; agent < agents_.size(); ++agent) take_capacity(agent);
  if (!is_started_) {
    close_all_groups();
    set_timer(TimerKind::timetables_end, 0, earliest);  // until it starts, that is due
  }
  make_base_classes();
}

}  // namespace v1
}  // namespace acd
