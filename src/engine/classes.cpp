// Eligibility classes, and the seats that agents have in them.
//
// A class is a group, channel and requirement in use; sessions of one class share a
// waiting list, and whether an agent may serve it is known when the class is made, not
// when a session arrives. Each class has a ring for each delay of its group's memberships;
// the rings of a class follow one another.
#include <algorithm>
#include <utility>

#include "engine/engine_inline.hpp"
#include "engine/seat_table.hpp"

namespace acd {
inline namespace v1 {

// Made if there is none yet; whether there is room for it is another question.
[[gnu::noinline]] EngineState::Slot Router::Engine::class_for(GroupId group, ChannelId channel,
                                                              RequirementId requirement) {
  const std::size_t row = requirement.is_none() ? 0 : requirement.index() + 1;
  Slot& known = class_of_[(row * groups_.size() + group.index()) * channels_ + channel.index()];
  if (known == nil) {
    const auto made = static_cast<Slot>(classes_.size());
    append_class(group, channel, requirement);
    rebuild_seats();
    known = made;
  }
  return known;
}

Status Router::Engine::find_class(GroupId group, ChannelId channel, RequirementId requirement,
                                  Slot& first) {
  const Slot known = class_for(group, channel, requirement);
  if (!classes_[known].in_use) {
    const std::size_t rings = plan_.groups[group.index()].delays.size();
    if (classes_in_use_ + rings > classes_max_) return Status::too_many_classes;
  }
  first = known;
  return Status::applied;
}

// Every group and channel with no requirement of the session's own.
void Router::Engine::make_base_classes() {
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    for (std::size_t channel = 0; channel < channels_; ++channel) {
      if ((plan_.groups[group].channels >> channel & 1) == 0) continue;
      const auto first = static_cast<Slot>(classes_.size());
      class_of_[group * channels_ + channel] = first;
      append_class(GroupId{group}, ChannelId{channel}, RequirementId::none());
      use_class(first);
    }
  }
  classes_max_ = std::max<std::size_t>(plan_.blueprint.limits.classes, classes_in_use_);
  rebuild_seats();
}

void Router::Engine::append_class(GroupId id, ChannelId channel, RequirementId requirement) {
  const GroupTables& group = plan_.groups[id.index()];
  for (std::size_t ring = 0; ring < group.delays.size(); ++ring) {
    classes_.push_back({.group = id,
                        .channel = channel,
                        .requirement = requirement,
                        .ring = static_cast<std::uint16_t>(ring)});
    waiting_.add_index(group.session_keys.band_bits());
  }
}

// Its rings count against the limit from now on.
void Router::Engine::use_class(Slot first) {
  if (classes_[first].in_use) return;
  classes_[first].in_use = true;
  classes_in_use_ += plan_.groups[classes_[first].group.index()].delays.size();
}

// All seats anew, ordered by agent, then group, then class: built aside, then swapped in.
void Router::Engine::rebuild_seats() {
  SeatTable table = make_seat_table(plan_, classes_, requirements_);
  util::KeyIndices<SeatNote> ready{table.seats.size()};
  for (const ClassRecord& cls : classes_) {
    ready.add_index(plan_.groups[cls.group.index()].agent_keys.band_bits());
  }
  ready_ = std::move(ready);
  seats_ = std::move(table.seats);
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    groups_[i].first_class = base_class(GroupId{i}, groups_[i].first_channel);
    groups_[i].ready_list = ready_.list_of(groups_[i].first_class);
    groups_[i].is_plain = is_plain(groups_[i]);
  }
  for (Slot at = 0; at < seats_.size(); ++at) {
    ready_.note(at).list = ready_.list_of(seats_[at].cls);
    ready_.note(at).agent = seats_[at].place.agent;
  }
  for (Slot cls = 0; cls < classes_.size(); ++cls) {
    if (!ready_.is_single_list(cls)) continue;
    ready_.list_note(ready_.list_of(cls)) = {.waits = waiting_.has_any(cls), .cls = cls};
  }
  for (Slot slot = 0; slot < agents_.size(); ++slot) {
    AgentRecord& agent = agents_[slot];
    agent.seats = {table.first_seat[slot], table.first_seat[slot + 1]};
    agent.joined = 0;
    recognise_uniform(agent);
    refresh_agent(agent);
  }
}

Status Router::Engine::define_requirement(const Requirement& expression) {
  const Limits& limits = plan_.blueprint.limits;
  if (expression.is_too_long()) return Status::requirement_invalid;
  for (const Requirement::Node& node : expression.nodes()) {
    if (node.op != BooleanOp::leaf) continue;
    const SkillTest& test = node.leaf;
    const bool is_known = test.skill.index() < plan_.blueprint.skills.size();
    if (!is_known || test.low > test.high || test.low > limits.level_max) {
      return Status::requirement_invalid;
    }
  }
  auto found = std::find(requirements_.begin(), requirements_.end(), expression);
  if (found == requirements_.end()) {
    if (requirements_.size() >= limits.requirements) return Status::too_many_requirements;
    class_of_.resize(class_of_.size() + groups_.size() * channels_, nil);
    found = requirements_.insert(found, expression);
  }
  emit(EventKind::requirement_defined, Cause::none).value = found - requirements_.begin();
  return Status::applied;
}

}  // namespace v1
}  // namespace acd
