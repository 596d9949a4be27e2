// The text, as it is written.
#include "scenario_template.hpp"

namespace acdsim {

static constexpr std::string_view text =
    R"toml(# A day of a contact centre. Change it to yours, then:
#
#   acdsim check day.toml                   what is wrong with it
#   acdsim run day.toml                     simulate it; are the targets met?
#   acdsim explain day.toml longest-wait    the life of one session, step by step
#
# All keys: docs/guide/simulation.md; of the blueprint: docs/guide/blueprint.md. With
# "acdsim schema > scenario.schema.json" an editor that knows JSON Schema completes them.

name = "A desk on a Monday"
begin = 2026-11-23T08:00:00+08:00    # the offset from UTC says whose clocks these are
end = "18:00"                        # nobody arrives from then on; "26:00" is two in the morning
interval = "30m"                     # of the tables
# count_from = "08:30"
# timetables_until = 2028-01-01

# --- the blueprint: how the router decides --------------------------------------------

channels = ["voice"]
skills = ["billing"]

[[attribute]]
name = "vip"
type = "flag"

[[requirement]]
name = "knows bills"
requirement = "billing >= 1"

[[group]]
name = "sales"
target_wait = "20s"                           # answered in time: within that
wrap_up = "1m"                                # at most so long after a session
session_order = "highest_attribute(vip)"      # who waits is served in this order
# agent_order = "longest_ready"
# max_length = 50

[[group]]
name = "support"
target_wait = "30s"
wrap_up = "1m"

# Who waits in sales for a minute may be served in support, too.
# [[group.overflow]]
# name = "slow"
# when = "waited >= 1m"
# also_in = ["sales"]

[[surge]]
name = "storm"

# Agents with skills of their own; those who are all alike come with [[staff]] below.
[[agent]]
name = "ann"
skills = {billing = 3}
memberships = [{group = "support"}, {group = "sales", preference = 1}]

[[agent]]
name = "bob"
memberships = [{group = "sales"}]

# --- who calls ------------------------------------------------------------------------

[[demand]]
name = "orders"
group = "sales"
profile = {per_day = 900, from = "08:00", shares = [4, 9, 13, 12, 8, 9, 13, 14, 11, 7]}
busyness_cv = 0.1                       # some days are busier than others
service = "lognormal(3m20s, 0.9)"       # mean, coefficient of variation
wrap_up = "exponential(40s)"
patience = "exponential(3m)"            # who waits longer gives up
# balking = "2%"
# redial = {probability = "30%", after = "exponential(10m)", times_max = 3}
# customers = 5000

[[demand]]
name = "orders of VIPs"
group = "sales"
attributes = {vip = true}
rates = [{from = "08:00", per_hour = 2}, {from = "12:00", per_hour = 4}]
service = "lognormal(4m, 0.9)"
patience = "exponential(3m)"

[[demand]]
name = "bills"
group = "support"
requirement = "knows bills"
rates = [{from = "09:00", per_hour = 4}]
service = "hyperexponential(50%: 1m, 50%: 6m)"
patience = "survival(10s: 95%, 30s: 90%, 1m: 80%, 3m: 50%)"
# service_of = [{agents = ["ann"], service = "exponential(2m)"}]

# As a call log recorded it, with the services and the patience that it has of its callers.
# [[demand]]
# name = "last Monday's"
# group = "sales"
# log = {file = "calls.csv", queue = "sales"}

# --- who works ------------------------------------------------------------------------

[[staff]]
agents = ["ann", "bob"]
begin = "08:00"
end = "18:00"

# Agents sales-1 to sales-8, of this group alone.
[[staff]]
group = "sales"
count = 8
begin = "08:00"
end = "18:00"

# Two more who can do what ann can: ann-1 and ann-2.
[[staff]]
like = "ann"
count = 2
begin = "09:00"
end = "17:30"

[habits]
absence = "3%"                # of the agents do not come
# no_answer = "2%"
# answer_after = "exponential(4s)"
# back_after = "2m"

# --- what happens, as commands of docs/guide/text.md ----------------------------------

[[happening]]
at = "14:00"
do = "enter_surge storm until=15:00"

# [[happening]]
# at = "15:00"
# do = "not_ready bob"

# --- what is asked of the day ---------------------------------------------------------

[[target]]
group = "sales"
service_level = "80% in 20s"
abandonment = "10%"

[[target]]
group = "support"
service_level = "75%"
# speed_of_answer = "30s"
)toml";

std::string_view scenario_template() { return text; }

}  // namespace acdsim
