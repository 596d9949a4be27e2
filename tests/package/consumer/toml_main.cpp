// A blueprint goes to TOML and back, with nothing but the installed package.
#include <cstdio>
#include <string>

#include "acd/toml/blueprint_toml.hpp"

int main() {
  acd::Blueprint blueprint;
  blueprint.add(acd::Channel{.name = "voice"});
  blueprint.add(acd::SkillGroup{.name = "sales"});
  const std::string text = acd::write_blueprint_toml(blueprint);
  const acd::BlueprintRead read = acd::read_blueprint_toml(text, "blueprint.toml");
  if (!read.problems.empty() || read.blueprint != blueprint) return 1;
  std::puts("served");
  return 0;
}
