// A sound blueprint, ways to break it, and what the check then says.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/config/problem.hpp"
#include "acd/config/registry.hpp"

namespace acd::test {

/// One way to break the sound blueprint, and every problem that it makes.
struct Breakage {
  std::string what;
  std::function<void(Blueprint&)> break_it;
  std::vector<Problem> problems;  // without positions
};

/// One of everything: channels voice, chat; skills english, trainee; attributes vip, tier;
/// offer rule ring; capacity blended; groups sales, support; agents ann, bob, one in each.
[[nodiscard]] Blueprint sound_blueprint();
/// Binds its host ranks: fair_share of agents, stake of sessions.
[[nodiscard]] Registry sound_registry();

/// "path: message" per problem.
[[nodiscard]] std::vector<std::string> lines_of(const std::vector<Problem>& problems);

/// A problem that refuses nothing.
[[nodiscard]] Problem warning(std::string path, std::string message);

/// Checks that each breakage makes exactly its problems.
void check_each(const std::vector<Breakage>& breakages);

}  // namespace acd::test
