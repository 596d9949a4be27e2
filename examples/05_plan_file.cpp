// A plan as a file: read from TOML, every mistake at once with its place, written back.
#include <cstdio>
#include <string>
#include <string_view>

#include "acd/config/compiled_plan.hpp"
#include "acd/toml/blueprint_toml.hpp"

namespace {

constexpr std::string_view help_desk = R"(
name = "help desk"
channels = ["voice", "chat"]
skills = ["english", "mandarin", "billing"]
reasons = ["lunch", "training"]
work_order = "heaviest_group then aged(45s) then longest_weighted_wait"

[limits]
sessions = 2000

[[attribute]]
name = "tier"
type = "symbol"
symbols = ["bronze", "silver", "gold"]

[[offer_rule]]
name = "ring"
mode = "offer"
time_limit = "15s"
retry_after = "1m"
misses_max = 2

[[capacity]]
name = "blended"
units = 3
channels = [
  {channel = "chat", cost = 1, sessions_max = 3},
  {channel = "voice", cost = 3, interrupts = ["chat"]},
]

[[requirement]]
name = "invoice in mandarin"
requirement = "mandarin >= 3 and billing"

[[group]]
name = "invoices"
weight = 2
session_order = "highest_attribute(tier) then oldest"
agent_order = "highest_level then longest_ready"
requirement = "billing"
offer_rule = "ring"
wrap_up = "30s"
wrap_up_by_channel = {voice = "1m"}
max_length = 50
max_wait = "10m"
short_abandon = "5s"

[[group]]
name = "general"

[[agent]]
name = "ann"
memberships = [{group = "invoices", level = 5}, {group = "general", delay = "20s"}]
skills = {english = 2, mandarin = 5, billing = 4}

[[agent]]
name = "bob"
memberships = [{group = "general"}]
skills = {english = 5}
pick_right = "all_groups"
)";

constexpr std::string_view with_mistakes = R"(
channels = ["voice"]
skills = ["english"]

[[group]]
name = "sales"
weight = 0
agent_order = "highest_level than longest_ready"
max_wait = "10 minutes"

[[agent]]
name = "ann"
memberships = [{group = "seles"}]
skills = {english = 99}
colour = "red"
)";

}  // namespace

int main() {
  const acd::BlueprintRead read = acd::read_blueprint_toml(help_desk, "help_desk.toml");
  std::fputs(acd::problems_text(read).c_str(), stdout);
  if (!acd::CompiledPlan::compile(read.blueprint).plan) return 1;
  const std::string written = acd::write_blueprint_toml(read.blueprint);
  const bool same = acd::read_blueprint_toml(written, "").blueprint == read.blueprint;
  std::printf("written and read again, the plan is %s\n\n", same ? "the same" : "another");

  const acd::BlueprintRead broken = acd::read_blueprint_toml(with_mistakes, "sales.toml");
  std::fputs(acd::problems_text(broken).c_str(), stdout);
}
