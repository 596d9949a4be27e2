// Draws the calls, lets the plain centre serve them, and writes the files.
#include "surge_day.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

#include "acd/companion/time_text.hpp"
#include "plain_centre.hpp"
#include "random.hpp"
#include "surge_profile.hpp"
#include "surge_roster.hpp"

namespace acdsim {
namespace {

constexpr std::uint64_t seed = 20'150'118;
constexpr double hour_s = 3600;

struct SurgeCall {
  PlainCall plain{};
  std::size_t queue = 0;
  int priority = 0;
  std::int64_t menu_s = 0;     // in the voice menu, before the arrival
  std::uint64_t customer = 0;  // 0: unknown
  bool left_in_menu = false;
  PlainEnd end{};
  std::string agent{};
};

std::string instant_text(std::int64_t second_of_day) {
  using namespace std::chrono;
  const year_month_day date{year{surge_year}, month{surge_month}, day{surge_day_of_month}};
  const acd::Instant midnight = sys_days{date} + hours{new_york_hours_behind_utc};
  return acd::to_text(midnight + seconds{second_of_day});
}

std::int64_t whole_s(double value) { return static_cast<std::int64_t>(std::llround(value)); }

SurgeCall draw_call(std::size_t queue_number, double arrival_s, Random& random) {
  constexpr std::uint64_t customers = 4000;
  const SurgeQueue& queue = surge_queues[queue_number];
  SurgeCall call{.queue = queue_number};
  call.plain.arrival_s = static_cast<std::int64_t>(arrival_s);
  call.plain.service_s = std::max<std::int64_t>(
      5, whole_s(random.lognormal(queue.service_median_s, queue.service_sigma)));
  const bool hangs_up_at_once = random.below(100) < 3;
  call.plain.patience_s = whole_s(random.exponential(hangs_up_at_once ? 4 : queue.patience_mean_s));
  const auto rank = static_cast<int>(random.below(100));
  if (rank < queue.priority_2_percent + queue.priority_1_percent) call.priority = 1;
  if (rank < queue.priority_2_percent) call.priority = 2;
  call.menu_s = 4 + whole_s(random.exponential(9));
  call.left_in_menu = random.below(100) < 4;
  if (random.below(100) < 75) call.customer = 1 + random.below(customers);
  return call;
}

void draw_queue(std::size_t queue_number, std::vector<SurgeCall>& calls, Random& random) {
  const SurgeQueue& queue = surge_queues[queue_number];
  for (std::size_t hour = 0; hour < hours_of_day; ++hour) {
    const double surge = 1 + queue.sensitivity * (freezing_rain_multipliers[hour] - 1);
    const double rate = ordinary_calls[hour] * queue.share * surge;
    const double begin_s = static_cast<double>(hour) * hour_s;
    // Gaps are memoryless, so each hour begins anew.
    for (double at = random.exponential(hour_s / rate); at < hour_s;
         at += random.exponential(hour_s / rate)) {
      calls.push_back(draw_call(queue_number, begin_s + at, random));
    }
  }
}

std::vector<SurgeCall> draw_calls() {
  std::vector<SurgeCall> calls;
  Random random{seed};
  for (std::size_t queue = 0; queue < surge_queues.size(); ++queue) {
    draw_queue(queue, calls, random);
  }
  std::stable_sort(calls.begin(), calls.end(), [](const SurgeCall& a, const SurgeCall& b) {
    return a.plain.arrival_s < b.plain.arrival_s;
  });
  return calls;
}

void serve(std::vector<SurgeCall>& calls, const std::vector<SurgeAgent>& roster) {
  for (std::size_t queue = 0; queue < surge_queues.size(); ++queue) {
    std::vector<SurgeCall*> own_calls;
    std::vector<PlainCall> plain_calls;
    for (SurgeCall& call : calls) {
      if (call.queue != queue || call.left_in_menu) continue;
      own_calls.push_back(&call);
      plain_calls.push_back(call.plain);
    }
    std::vector<const SurgeAgent*> own_agents;
    std::vector<PlainAgent> plain_agents;
    for (const SurgeAgent& agent : roster) {
      if (agent.queue != queue) continue;
      own_agents.push_back(&agent);
      plain_agents.push_back(agent.shift);
    }
    const auto ends = serve_plainly(plain_calls, plain_agents, surge_queues[queue].wrap_up_s);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      own_calls[i]->end = ends[i];
      if (ends[i].agent < 0) continue;
      own_calls[i]->agent = own_agents[static_cast<std::size_t>(ends[i].agent)]->name;
    }
  }
}

std::string row_of(const SurgeCall& call, std::size_t id) {
  const std::string customer = call.customer == 0 ? "" : fmt::format("M{:04}", call.customer);
  std::string row =
      fmt::format("{},{},{},{},{},{},", instant_text(call.plain.arrival_s), id, customer,
                  surge_queues[call.queue].name, call.priority, call.menu_s);
  if (call.left_in_menu) return row + "left_vru,,,,\n";
  if (call.end.agent < 0) {
    return row + fmt::format("abandoned,{0},,{0},\n", call.end.wait_s);
  }
  return row + fmt::format("served,{},{},,{}\n", call.end.wait_s, call.plain.service_s, call.agent);
}

std::string calls_csv(const std::vector<SurgeCall>& calls) {
  std::string text =
      "arrival_time,call_id,customer_id,queue,priority,vru_seconds,outcome,wait_seconds,"
      "service_seconds,patience_seconds,agent_id\n";
  for (std::size_t i = 0; i < calls.size(); ++i) text += row_of(calls[i], i + 1);
  return text;
}

std::string skills_csv(const std::vector<SurgeAgent>& roster) {
  std::string text = "agent_id";
  for (const SurgeQueue& queue : surge_queues) text += fmt::format(",{}_calls", queue.name);
  text += "\n";
  for (const SurgeAgent& agent : roster) {
    text += agent.name;
    for (const std::uint64_t calls : agent.calls) text += fmt::format(",{}", calls);
    text += "\n";
  }
  return text;
}

std::string shifts_csv(const std::vector<SurgeAgent>& roster) {
  std::string text = "agent_id,login_time,logout_time\n";
  for (const SurgeAgent& agent : roster) {
    text += fmt::format("{},{},{}\n", agent.name, instant_text(agent.shift.begin_s),
                        instant_text(agent.shift.end_s));
  }
  return text;
}

}  // namespace

SurgeDay make_surge_day() {
  const std::vector<SurgeAgent> roster = surge_roster();
  std::vector<SurgeCall> calls = draw_calls();
  serve(calls, roster);
  return {calls_csv(calls), skills_csv(roster), shifts_csv(roster)};
}

}  // namespace acdsim
