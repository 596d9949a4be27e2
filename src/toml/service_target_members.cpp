// Figures and their bounds.
#include "toml/service_target_members.hpp"

#include <optional>
#include <string>

#include "acd/companion/time_text.hpp"
#include "acd/simulation/time_distribution_text.hpp"
#include "toml/scenario_values.hpp"
#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// "80% in 20s", or "80%": within the group's target_wait, which is what is counted.
struct LevelText {
  double share = 0;
  std::optional<Duration> within{};
};

void read_value(const Source& source, LevelText& target) {
  const auto* text = source.node.as_string();
  if (text == nullptr) return source.expected("a string such as \"80% in 20s\"", {"string"});
  const std::string& all = text->get();
  const std::size_t in = all.find(" in ");
  const std::optional<double> share = parse_share(all.substr(0, in));
  if (in != std::string::npos) target.within = parse_duration(all.substr(in + 4));
  const bool is_sound = share && (in == std::string::npos || target.within);
  if (!is_sound) {
    return source.report(fmt::format("expected \"80% in 20s\" or \"80%\", found {}", quoted(all)));
  }
  target.share = *share;
}

/// Statistics count by each group's own target_wait, and by no other.
void check_within(const Source& source, const LevelText& level, GroupId asked) {
  if (!source.reading.is_whole()) return;  // it may be the one that was lost
  const std::vector<SkillGroup>& groups = source.reading.blueprint().groups;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool is_asked = asked.is_none() || asked == GroupId{i};
    if (!is_asked || !level.within || groups[i].target_wait == *level.within) continue;
    source.report(fmt::format("the target_wait of group {} is {}, by which it is counted",
                              quoted(groups[i].name), to_text(groups[i].target_wait)));
  }
}

}  // namespace

void read_value(const Source& source, TargetLine& target) {
  TableReader table{source};
  std::optional<GroupId> group;
  std::optional<LevelText> level;
  std::optional<Share> abandonment;
  std::optional<Duration> speed_of_answer;
  table.read("group", group);
  table.read("service_level", level);
  table.read("abandonment", abandonment);
  table.read("speed_of_answer", speed_of_answer);
  const bool is_whole = table.finish();
  const auto at = [&](std::string_view key) { return source.member(key); };
  const auto add = [&](ServiceFigure figure, double bound) {
    target.targets.push_back({group.value_or(GroupId::none()), figure, bound});
  };
  const auto add_share = [&](ServiceFigure figure, std::string_view key, double share) {
    if (!(share >= 0 && share <= 1)) {
      at(key).report(fmt::format("{:.6g}% is not in 0% to 100%", 100 * share));
    }
    add(figure, share);
  };
  if (level) {
    const bool is_unknown = group && group->is_none();
    if (!is_unknown) check_within(at("service_level"), *level, group.value_or(GroupId::none()));
    add_share(ServiceFigure::service_level, "service_level", level->share);
  }
  if (abandonment) add_share(ServiceFigure::abandonment, "abandonment", abandonment->value);
  if (speed_of_answer && *speed_of_answer < Duration{0}) {
    at("speed_of_answer").report("a duration is not negative");
  } else if (speed_of_answer) {
    add(ServiceFigure::speed_of_answer, static_cast<double>(speed_of_answer->count()) / 1e6);
  }
  if (is_whole && !level && !abandonment && !speed_of_answer) {
    source.report("it asks for no figure: service_level, abandonment or speed_of_answer");
  }
}

}  // namespace v1
}  // namespace acd
