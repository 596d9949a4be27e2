// One table.
#include "phrases.hpp"

#include <array>
#include <string_view>

namespace acdsim {
namespace {

struct Entry {
  Phrase phrase{};
  std::string_view en{};
  std::string_view zh{};
};

constexpr std::array<Entry, phrase_count> entries{
    {{Phrase::offered, "offered", "进线量"},
     {Phrase::served, "served", "服务量"},
     {Phrase::abandoned, "abandoned", "放弃量"},
     {Phrase::short_abandoned, "  short", "  其中短时放弃"},
     {Phrase::blocked, "blocked", "未受理"},
     {Phrase::by_bot, "served by bots", "机器人完成"},
     {Phrase::elsewhere, "ended elsewhere", "另行结束"},
     {Phrase::left_waiting, "left waiting", "仍在等待"},
     {Phrase::redials, "redials", "重拨量"},
     {Phrase::service_level, "service level", "服务水平"},
     {Phrase::abandonment, "abandonment", "放弃率"},
     {Phrase::speed_of_answer, "average speed of answer", "平均应答时间"},
     {Phrase::wait_of_abandoned, "mean wait of abandoners", "放弃者平均等待"},
     {Phrase::talk_time, "talk time", "平均服务时长"},
     {Phrase::met_again, "met again by the same agent", "再次由同一坐席服务"},
     {Phrase::fell_due, "fell due", "逾期率"},
     {Phrase::handle_time, "average handle time", "平均处理时长"},
     {Phrase::occupancy, "occupancy", "占用率"},
     {Phrase::group, "group", "技能组"},
     {Phrase::demand, "demand", "来量"},
     {Phrase::groups, "groups", "技能组"},
     {Phrase::abandoned_short, "aband.", "放弃"},
     {Phrase::offered_short, "offered", "进线"},
     {Phrase::served_short, "served", "服务"},
     {Phrase::blocked_short, "blocked", "未受理"},
     {Phrase::level_percent, "SL %", "服务水平 %"},
     {Phrase::abandonment_percent, "aband. %", "放弃率 %"},
     {Phrase::asa, "ASA", "平均应答"},
     {Phrase::talk, "talk", "服务时长"},
     {Phrase::occupancy_percent, "occ. %", "占用率 %"},
     {Phrase::from, "from", "起始"},
     {Phrase::longest, "longest", "最长"},
     {Phrase::wait, "wait", "等待时间"},
     {Phrase::queue, "waiting at once", "同时等待"},
     {Phrase::mean, "mean", "均值"},
     {Phrase::served_within, "SL % in", "服务水平 %，限时"},
     {Phrase::signed_in, "agents", "在岗坐席"},
     {Phrase::target, "target", "目标"},
     {Phrase::figure, "figure", "指标"},
     {Phrase::verdict, "result", "结果"},
     {Phrase::each_serves, "served each", "人均服务量"},
     {Phrase::hours_each, "signed in", "人均在岗"},
     {Phrase::busy_percent, "busy %", "忙碌 %"},
     {Phrase::ready_percent, "ready %", "空闲 %"},
     {Phrase::away_percent, "away %", "示忙 %"},
     {Phrase::most, "most", "最高"},
     {Phrase::least_occupancy, "least occ. %", "最低占用率 %"},
     {Phrase::most_occupancy, "most occ. %", "最高占用率 %"},
     {Phrase::to, "to", "转至"},
     {Phrase::from_group, "from", "来自"},
     {Phrase::cause, "cause", "原因"},
     {Phrase::sessions, "sessions", "会话数"},
     {Phrase::of_offered_percent, "% of offered", "占进线 %"},
     {Phrase::met, "met", "达标"},
     {Phrase::missed, "missed", "未达标"},
     {Phrase::at_least, "at least {}", "不低于 {}"},
     {Phrase::at_most, "at most {}", "不高于 {}"},
     {Phrase::all, "all", "全部"},
     {Phrase::level_in, "service level in {}", "服务水平（{} 内）"},
     {Phrase::scenario, "scenario", "仿真场景"},
     {Phrase::fingerprint_of, "{}, fingerprint {}", "{}，指纹 {}"},
     {Phrase::window, "window", "时段"},
     {Phrase::window_of, "{} to {} (UTC{})", "{} 至 {}（UTC{}）"},
     {Phrase::counted_from, "counted from", "统计起点"},
     {Phrase::setting, "changed", "改动"},
     {Phrase::replications, "replications", "仿真轮次"},
     {Phrase::replications_of, "{}, seed {}, acdsim {}", "{}，随机种子 {}，acdsim {}"},
     {Phrase::interval, "interval", "统计间隔"},
     {Phrase::by_arrival, "{}; owns the sessions that arrived in it", "{}；会话计入其到达的间隔"},
     {Phrase::by_end, "{}; owns the sessions that ended in it", "{}；会话计入其结束的间隔"},
     {Phrase::formula_of_offered, "served in time / offered", "限时内服务 / 进线"},
     {Phrase::formula_of_answered, "served in time / served", "限时内服务 / 服务"},
     {Phrase::formula_without_short, "served in time / (offered - abandoned in that time)",
      "限时内服务 /（进线 - 限时内放弃）"},
     {Phrase::formula_abandoned_as_served, "(served in time + abandoned in that time) / offered",
      "（限时内服务 + 限时内放弃）/ 进线"},
     {Phrase::targets, "Targets", "目标"},
     {Phrase::total, "Total", "合计"},
     {Phrase::by_group, "By group", "按技能组"},
     {Phrase::waits_by_group, "Waits by group", "各技能组的等待"},
     {Phrase::by_demand, "By demand", "按来量"},
     {Phrase::by_interval, "By {}", "按 {}"},
     {Phrase::level_by_interval, "Service level % by group and {}", "各技能组每 {} 的服务水平 %"},
     {Phrase::staff, "Agents", "坐席"},
     {Phrase::overflow, "Overflow", "溢出"},
     {Phrase::definitions, "Definitions", "定义"},
     {Phrase::no_overflow, "No session overflowed from one group to another.",
      "没有会话在技能组之间溢出。"},
     {Phrase::no_targets, "The scenario has no targets.", "本场景没有设定目标。"},
     {Phrase::the_day, "Over time", "时间走势"},
     {Phrase::heat_map, "Service level by group and interval", "各技能组、各间隔的服务水平"},
     {Phrase::waits, "Waits", "等待时间"},
     {Phrase::utilisation, "What agents do", "坐席时间去向"},
     {Phrase::details_of, "{} by {}", "{}：按 {}"},
     {Phrase::all_met, "All {} targets met.", "{} 个目标全部达标。"},
     {Phrase::some_missed, "{} of {} targets missed.", "{1} 个目标中有 {0} 个未达标。"},
     {Phrase::in_brief, "In brief", "概览"},
     {Phrase::legend_below_far, "more than 30 points below the target", "低于目标 30 个百分点以上"},
     {Phrase::legend_below, "15 to 30 below", "低 15 至 30"},
     {Phrase::legend_below_near, "up to 15 below", "低于目标不足 15"},
     {Phrase::legend_above, "met, by less than 10", "达标，高出不足 10"},
     {Phrase::legend_above_far, "by 10 or more", "高出 10 及以上"},
     {Phrase::legend_target,
      "Colours: against the group's target for the service level (80 % where it has none). No "
      "number: nobody came.",
      "颜色表示与该技能组服务水平目标之差（未设目标的按 80 % 计）。无数字：无人进线。"},
     {Phrase::others, "by bots, blocked, elsewhere or left waiting",
      "机器人完成、未受理、另行结束或仍在等待"},
     {Phrase::per_interval, "sessions per {}", "每 {} 的会话数"},
     {Phrase::target_wait, "in time", "限时"},
     {Phrase::percentiles, "so many percent waited no longer: 50, 80, 90, 95, 99",
      "等待不超过该值的百分比：50、80、90、95、99"},
     {Phrase::log_axis, "Waits of the served and the abandoned, on a logarithmic scale.",
      "已服务者与放弃者的等待时间，对数刻度。"},
     {Phrase::busy, "busy", "忙碌"},
     {Phrase::ready, "ready", "空闲"},
     {Phrase::away, "not ready", "示忙"},
     {Phrase::of_signed_in, "Part of signed-in time; the figure is the busy part.",
      "占在岗时间的比例；数字为忙碌占比。"},
     {Phrase::each_agent, "Each agent", "每位坐席"},
     {Phrase::agent, "agent", "坐席"},
     {Phrase::serving_h, "serving h", "服务 h"},
     {Phrase::wrapping_up_h, "wrapping up h", "话后整理 h"},
     {Phrase::signed_in_h, "signed in h", "在岗 h"},
     {Phrase::agent_count, "agents", "人数"},
     {Phrase::sessions_per_replication, "Sessions of a mean replication.", "每轮平均的会话数。"},
     {Phrase::reproduce, "Again", "复现"},
     {Phrase::cause_nobody_signed_in, "nobody signed in", "无人签入"},
     {Phrase::cause_all_busy, "all busy", "全忙"},
     {Phrase::cause_closed, "closed", "已关闭"},
     {Phrase::cause_too_long, "queue too long", "队列过长"},
     {Phrase::cause_too_slow, "waited too long", "等待过久"},
     {Phrase::cause_forecast_too_slow, "expected wait too long", "预计等待过久"},
     {Phrase::cause_refused, "refused by agents", "坐席拒接"},
     {Phrase::cause_pressure, "pressure", "压力过高"},
     {Phrase::cause_escalated, "ticket escalated", "工单上报"},
     {Phrase::cause_backup, "backup group", "备选组"},
     {Phrase::cause_other, "other", "其他"},
     {Phrase::define_mean,
      "mean: over replications; ± half the {:g} % confidence interval (Student's t).",
      "均值：对仿真轮次求平均；± 为 {:g} % 置信区间的半宽（Student t）。"},
     {Phrase::define_counts, "Counts are those of a mean replication.", "数量均为每轮平均值。"},
     {Phrase::define_group, "A session belongs to the group in which it ended.",
      "会话计入其结束时所在的技能组。"},
     {Phrase::define_level, "SL, service level; in time: within the group's target_wait.",
      "服务水平：在技能组的 target_wait 之内得到服务的比例。"},
     {Phrase::define_asa,
      "ASA, average speed of answer: mean wait of the served. Times are in seconds, m:ss or "
      "h:mm:ss.",
      "平均应答时间：已服务会话的平均等待。时间以秒计，或写作 分:秒、时:分:秒。"},
     {Phrase::define_wait,
      "wait: of the served and the abandoned, p % of them no longer; the longest of all "
      "replications.",
      "等待时间：已服务与放弃会话的等待，p % 不超过该值；最长为所有轮次之最。"},
     {Phrase::define_queue, "waiting at once: mean over time, and the most in any replication.",
      "同时等待：按时间平均，以及任一轮次中的最大值。"},
     {Phrase::define_occupancy,
      "occ., occupancy: busy (serving or wrapping up) / (busy and ready); of a group: its members, "
      "whatever they do.",
      "占用率：忙碌（服务或话后整理）/（忙碌 + 空闲）；技能组的占用率按其成员的全部工作计。"},
     {Phrase::define_talk, "talk: mean service time; with wrap-up it is the average handle time.",
      "服务时长：平均服务时间；加上话后整理即平均处理时长。"},
     {Phrase::define_blocked,
      "blocked: not admitted, or ended closed, rejected, too long, unrouted. Ended elsewhere: at a "
      "message, callback, bot or host.",
      "未受理：未获准进线，或因关闭、拒绝、队列过长、无去向而结束。另行结束：转留言、回拨、机器人或"
      "宿主。"},
     {Phrase::sunday, "Sun", "周日"},
     {Phrase::monday, "Mon", "周一"},
     {Phrase::tuesday, "Tue", "周二"},
     {Phrase::wednesday, "Wed", "周三"},
     {Phrase::thursday, "Thu", "周四"},
     {Phrase::friday, "Fri", "周五"},
     {Phrase::saturday, "Sat", "周六"},
     {Phrase::asa_seconds, "ASA s", "平均应答 s"},
     {Phrase::agent_h, "agent h", "坐席工时"},
     {Phrase::agent_hours, "agent hours", "坐席工时"},
     {Phrase::runs, "runs", "运行"},
     {Phrase::runs_of, "{}, seed {}, acdsim {}: the same customers in each",
      "{}，随机种子 {}，acdsim {}：各次的客户相同"},
     {Phrase::of_each_run, "{} of each run", "每次 {}"},
     {Phrase::of_each_run_between, "{} to {} of each run", "每次 {} 至 {}"},
     {Phrase::in_both, "{}, seed {}, acdsim {}: the same customers in both",
      "{}，随机种子 {}，acdsim {}：两者的客户相同"},
     {Phrase::setting_in_b, "changed in B", "B 的改动"},
     {Phrase::targets_short, "targets", "目标"},
     {Phrase::count_missed, "{} missed", "{} 个未达标"},
     {Phrase::half_interval, "± half the {:g} % confidence interval", "± 为 {:g} % 置信区间的半宽"},
     {Phrase::half_paired, "± half the {:g} % confidence interval of the paired difference",
      "± 为成对差值的 {:g} % 置信区间的半宽"},
     {Phrase::mark_missed, "{}; ✗ misses its target", "{}；✗ 未达目标"},
     {Phrase::b_minus_a, "B - A", "B - A"},
     {Phrase::no_difference, "no difference shown", "未见差异"},
     {Phrase::is_better, "{} is better", "{} 较好"},
     {Phrase::has_more, "{} has more", "{} 较多"},
     {Phrase::needs_fewer, "B needs {:.1f} ± {:.1f} fewer agents than A",
      "B 比 A 少需 {:.1f} ± {:.1f} 名坐席"},
     {Phrase::needs_more, "B needs {:.1f} ± {:.1f} more agents than A",
      "B 比 A 多需 {:.1f} ± {:.1f} 名坐席"},
     {Phrase::needs_as_many, "B needs as many agents as A, as far as this shows ({:+.1f} ± {:.1f})",
      "B 与 A 所需坐席未见差别（{:+.1f} ± {:.1f}）"},
     {Phrase::for_the_targets, "{} for the targets of A: {:.1f} ± {:.1f} and {:.1f} ± {:.1f}.",
      "{}（以 A 的目标计）：{:.1f} ± {:.1f} 与 {:.1f} ± {:.1f}。"},
     {Phrase::needs_how,
      "Least of the agents of staff lines with a count, in the proportions of the file;",
      "只计以 count 写明人数的 staff 行，比例同文件；"},
     {Phrase::needs_means, "means of {} independent searches, {} replications at each step.",
      "为 {} 次独立搜索的平均，每步 {} 轮仿真。"},
     {Phrase::needs_not_asked, "A has no targets: how many agents they need is not asked.",
      "A 没有目标：不求所需坐席数。"},
     {Phrase::needs_unknown, "How many agents they need cannot be told: {}.",
      "所需坐席数无法给出：{}。"},
     {Phrase::no_count_lines, "{} has no staff lines with a count",
      "{} 没有以 count 写明人数的 staff 行"},
     {Phrase::missed_with_many, "{} misses a target with ten times its agents",
      "{} 以十倍坐席仍未达标"},
     {Phrase::erlang, "Erlang", "Erlang"},
     {Phrase::by_erlang, "{:.1f}; by Erlang {:.1f}", "{:.1f}；按 Erlang 公式 {:.1f}"},
     {Phrase::named_agents, "named agents", "具名坐席"},
     {Phrase::named_besides, "{} besides these", "另有 {} 名"},
     {Phrase::in_every_interval, "{} {}: {} {}, {} in every interval", "{} {}：{} {}，每个间隔{}"},
     {Phrase::not_counted, "before {}: not counted; agents as theory says, not searched",
      "{} 之前：不计入统计；坐席按理论值，不作搜索"},
     {Phrase::without_target,
      "{}: no target asks for these agents; they work as far as others need them",
      "{}：没有目标需要这些坐席；仅在其他技能组需要时安排"},
     {Phrase::search_local,
      "One agent fewer in any interval misses a target: a local least, which need not be the best "
      "of all.",
      "任一间隔再少一名坐席即不达标：这是局部最小，未必是全局最小。"},
     {Phrase::search_met, "Every target is met; one agent or another may be one too many.",
      "目标全部达标；个别坐席或可再减。"},
     {Phrase::search_not_found, "No number of agents was found that meets every target.",
      "未找到使目标全部达标的坐席数。"},
     {Phrase::search_spared,
      "Searched with {} replications (seed {}); each agent fewer was tried with {} of them.",
      "以 {} 轮仿真（随机种子 {}）搜索；逐一减员时用其中 {} 轮。"},
     {Phrase::check_met,
      "Checked with other customers ({} replications, seed {}): every target is met in every "
      "interval.",
      "以另一批客户检验（{} 轮，随机种子 {}）：每个间隔均达标。"},
     {Phrase::check_missed,
      "Checked with other customers ({} replications, seed {}): {} of {} intervals miss a target.",
      "以另一批客户检验（{} 轮，随机种子 {}）：{} / {} 个间隔未达标。"},
     {Phrase::check_added, "Checks before it added {:.1f} agent hours.",
      "此前的检验增加了 {:.1f} 坐席工时。"}}};

constexpr bool is_complete() {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (static_cast<std::size_t>(entries[i].phrase) != i) return false;
    if (entries[i].en.empty() || entries[i].zh.empty()) return false;
  }
  return true;
}
static_assert(is_complete());

Phrase phrase_of(acd::Cause cause) {
  using acd::Cause;
  if (cause == Cause::nobody_signed_in) return Phrase::cause_nobody_signed_in;
  if (cause == Cause::all_busy) return Phrase::cause_all_busy;
  if (cause == Cause::closed) return Phrase::cause_closed;
  if (cause == Cause::too_long) return Phrase::cause_too_long;
  if (cause == Cause::too_slow) return Phrase::cause_too_slow;
  if (cause == Cause::forecast_too_slow) return Phrase::cause_forecast_too_slow;
  if (cause == Cause::refused) return Phrase::cause_refused;
  if (cause == Cause::pressure) return Phrase::cause_pressure;
  if (cause == Cause::escalated) return Phrase::cause_escalated;
  if (cause == Cause::backup) return Phrase::cause_backup;
  return Phrase::cause_other;
}

}  // namespace

Language language_of(std::string_view name) { return name == "zh" ? Language::zh : Language::en; }

std::string_view language_tag(Language language) {
  return language == Language::zh ? "zh-CN" : "en";
}

std::string_view phrase(Language language, Phrase phrase) {
  const Entry& entry = entries[static_cast<std::size_t>(phrase)];
  return language == Language::zh ? entry.zh : entry.en;
}

std::string_view cause_phrase(Language language, acd::Cause cause) {
  return phrase(language, phrase_of(cause));
}

}  // namespace acdsim
