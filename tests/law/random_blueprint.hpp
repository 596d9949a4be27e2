// Random sound blueprints: small, but with every member in use somewhere.
#pragma once

#include "acd/config/blueprint.hpp"
#include "acd/config/registry.hpp"

namespace acd {
inline namespace v1 {

struct SoundBlueprint {
  Blueprint blueprint{};
  Registry registry{};  ///< binds its host ranks
};

[[nodiscard]] SoundBlueprint random_sound_blueprint();

}  // namespace v1
}  // namespace acd
