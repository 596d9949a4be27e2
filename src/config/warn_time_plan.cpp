// Warns of what a sound time plan probably does not mean.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "config/findings.hpp"
#include "config/rule_path.hpp"
#include "time_plan/materialiser.hpp"

namespace acd {
inline namespace v1 {
namespace {

using std::chrono::floor;

/// One plan under examination.
class PlanWarnings {
 public:
  PlanWarnings(Findings& findings, Materialiser& made, const TimePlan& plan, std::string path)
      : findings_{findings},
        made_{made},
        plan_{plan},
        zone_{findings.blueprint().zones[plan.zone.index()]},
        path_{std::move(path)} {}

  void report() {
    const std::vector<TimeSet> covered = made_.layers(plan_);
    const std::vector<Decision> decisions = made_.decisions(covered);
    const TimeSet open = made_.open(plan_, decisions);
    std::set<std::size_t> deciders;
    for (const Decision& one : decisions) deciders.insert(one.layer);
    for (std::size_t i = 0; i < plan_.layers.size(); ++i) {
      const std::string line = path_of_layer(path_, i);
      each_leaf(plan_.layers[i].when, line + ".when",
                [&](const std::string& leaf, const TimeRule& rule) { warn_of_rule(leaf, rule); });
      if (covered[i] == TimeSet{}) {
        warn_of_empty(line, plan_.layers[i]);
      } else if (!deciders.contains(i) && is_contradicted(i, covered[i], open)) {
        findings_.warn(line, "it never decides: layers above cover all that it covers");
      }
    }
    if (open == TimeSet{}) {
      findings_.warn(path_, "it never opens from timetables_from to timetables_until");
    }
  }

 private:
  void warn_of_rule(const std::string& path, const TimeRule& rule) {
    if (rule.kind != TimeRuleKind::shifts) return;
    each_leaf(rule.days, path + ".days", [&](const std::string& line, const DayRule& day_rule) {
      warn_of_dates(line, day_rule);
    });
    for (std::size_t i = 0; i < rule.hours.size(); ++i) {
      const std::string line = fmt::format("{}.hours[{}]", path, i);
      warn_of_overlap(line, rule.hours, i);
      warn_of_skipped(line, rule, rule.hours[i]);
    }
  }

  void warn_of_dates(const std::string& path, const DayRule& rule) {
    if (rule.kind != DayRuleKind::dates) return;
    for (std::size_t i = 0; i < rule.dates.size(); ++i) {
      const Date date = rule.dates[i];
      if (zone_.has_day(date) || !missing_.insert(date).second) continue;
      findings_.warn(fmt::format("{}.dates[{}]", path, i),
                     fmt::format("there is no {} in {}", date_text(date), quoted(zone_.name)));
    }
  }

  void warn_of_overlap(const std::string& path, const std::vector<Hours>& hours, std::size_t at) {
    for (std::size_t i = 0; i < at; ++i) {
      if (hours[i].start >= hours[at].end || hours[at].start >= hours[i].end) continue;
      findings_.warn(path, fmt::format("{} to {} overlaps {} to {}", clock_text(hours[at].start),
                                       clock_text(hours[at].end), clock_text(hours[i].start),
                                       clock_text(hours[i].end)));
      return;
    }
  }

  /// A shift that the clock skips whole on a day that exists, in the window; told of the first.
  void warn_of_skipped(const std::string& path, const TimeRule& rule, const Hours& hours) {
    if (plan_.reading != LocalReading::wall_clock) return;
    std::chrono::seconds before = zone_.first_offset;
    for (const ZoneTransition& transition : zone_.transitions) {
      const std::chrono::seconds after = transition.offset;
      if (made_.from() <= transition.at && transition.at < made_.until() && before < after) {
        const LocalTime skipped{transition.at.time_since_epoch() + before};
        if (skips(rule, hours, skipped, skipped + (after - before), path)) return;
      }
      before = after;
    }
  }

  bool skips(const TimeRule& rule, const Hours& hours, LocalTime from, LocalTime until,
             const std::string& path) {
    for (Date day = floor<std::chrono::days>(from) - std::chrono::days{2}; day < until;
         day += std::chrono::days{1}) {
      if (day + hours.start < from || day + hours.end > until) continue;
      if (!contains(rule.days, day) || !zone_.has_day(day)) continue;
      findings_.warn(
          path, fmt::format("{} to {} never happens on {}: {} skips it", clock_text(hours.start),
                            clock_text(hours.end), date_text(day), quoted(zone_.name)));
      return true;
    }
    return false;
  }

  /// Dates that lie outside the window are no mistake; hours of every week without an instant are.
  void warn_of_empty(const std::string& path, const PlanLayer& layer) {
    bool is_dated = false;
    each_leaf(layer.when, "", [&](const std::string&, const TimeRule& rule) {
      is_dated = is_dated || rule.kind != TimeRuleKind::shifts;
      each_leaf(rule.days, "", [&](const std::string&, const DayRule& day_rule) {
        is_dated =
            is_dated || day_rule.kind == DayRuleKind::dates || day_rule.kind == DayRuleKind::range;
      });
    });
    if (!is_dated) findings_.warn(path, "it covers nothing");
  }

  /// Of layers with the same effect it does not matter who decides, and closing layers below
  /// the last opening one only explain.
  [[nodiscard]] bool is_contradicted(std::size_t layer, const TimeSet& covered,
                                     const TimeSet& open) const {
    switch (plan_.layers[layer].effect) {
      case LayerEffect::opens: return covered - open != TimeSet{};
      case LayerEffect::closes: return (covered & open) != TimeSet{} && is_above_opening(layer);
    }
    return false;
  }
  [[nodiscard]] bool is_above_opening(std::size_t layer) const {
    return std::any_of(plan_.layers.begin() + static_cast<std::ptrdiff_t>(layer),
                       plan_.layers.end(),
                       [](const PlanLayer& one) { return one.effect == LayerEffect::opens; });
  }

  Findings& findings_;
  Materialiser& made_;
  const TimePlan& plan_;
  const ZoneRules& zone_;
  std::string path_;
  std::set<Date> missing_{};  ///< told of
};

}  // namespace

void warn_of_time_plans(Findings& findings) {
  const Blueprint& blueprint = findings.blueprint();
  Materialiser made{{.plans = blueprint.time_plans, .zones = blueprint.zones},
                    blueprint.timetables_from,
                    blueprint.timetables_until};
  for (std::size_t i = 0; i < blueprint.time_plans.size(); ++i) {
    PlanWarnings{findings, made, blueprint.time_plans[i], findings.path_of(Family::time_plans, i)}
        .report();
  }
}

}  // namespace v1
}  // namespace acd
