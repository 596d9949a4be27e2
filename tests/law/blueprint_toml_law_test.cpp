// Law of blueprints as TOML: what is written is read back, whatever the names.
#include <rapidcheck.h>

#include <string>

#include "acd/config/compiled_plan.hpp"
#include "acd/toml/blueprint_toml.hpp"
#include "law/random_blueprint.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

TEST_CASE("a sound blueprint is written as TOML and read back") {
  REQUIRE(rc::check([] {
    const auto [blueprint, registry] = random_sound_blueprint();
    const std::string text = write_blueprint_toml(blueprint);
    RC_LOG() << text << '\n';
    const BlueprintRead read = read_blueprint_toml(text, "written.toml", registry);
    RC_LOG() << problems_text(read);
    RC_ASSERT(!any_error(read.problems));
    RC_ASSERT(read.blueprint == blueprint);
    RC_ASSERT(write_blueprint_toml(read.blueprint) == text);
  }));
}

TEST_CASE("the random blueprints of these laws are sound") {
  REQUIRE(rc::check([] {
    const auto [blueprint, registry] = random_sound_blueprint();
    for (const Problem& problem : check(blueprint, registry)) {
      RC_LOG() << problem.path << ": " << problem.message << '\n';
    }
    RC_ASSERT(!any_error(check(blueprint, registry)));
  }));
}

TEST_CASE("a damaged file gives problems inside it, and never more than a blueprint") {
  REQUIRE(rc::check([](const std::string& noise) {
    const auto [blueprint, registry] = random_sound_blueprint();
    std::string text = write_blueprint_toml(blueprint);
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
    text.replace(at, *rc::gen::inRange<std::size_t>(0, 4), noise);
    const int lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
    for (const Problem& problem : read_blueprint_toml(text, "", registry).problems) {
      RC_ASSERT(!problem.message.empty());
      RC_ASSERT(problem.position.line >= 1);
      RC_ASSERT(problem.position.line <= lines);
      RC_ASSERT(problem.position.column >= 1);
    }
  }));
}

}  // namespace
}  // namespace acd
