// What is refused of the router as a whole: definitions, reconciling, words it does not know.
#include "refusal.hpp"

namespace acd::test {
namespace {

Command define(const Requirement& expression) {
  return {.kind = CommandKind::define_requirement, .expression = expression};
}

Requirement long_expression() {
  Requirement all = has_skill(SkillId{0});
  for (int i = 0; i < 20; ++i) all = all || skill_at_least(SkillId{0}, 3);
  return all;
}

Refusals definition_refusals() {
  return {
      {"define a requirement that is too long", Status::requirement_invalid,
       [](Desk&) { return define(long_expression()); }},
      {"define a requirement of an unknown skill", Status::requirement_invalid,
       [](Desk&) { return define(has_skill(SkillId{1})); }},
      {"define a requirement with its levels upside down", Status::requirement_invalid,
       [](Desk&) {
         return define(SkillTest{SkillId{0}, 5, 4});
       }},
      {"define a requirement above the highest level", Status::requirement_invalid,
       [](Desk&) { return define(skill_at_least(SkillId{0}, 11)); }},
      {"define one requirement more than there is room for", Status::too_many_requirements,
       [](Desk& desk) {
         desk.give(define(skill_at_least(SkillId{0}, 3)));
         return define(skill_at_least(SkillId{0}, 4));
       }},
  };
}

Refusals reconcile_refusals() {
  return {
      {"reconcile since the future", Status::time_out_of_range,
       [](Desk& desk) {
         waiting(desk);
         return Command{.kind = CommandKind::reconcile, .start = desk.now() + Duration{1}};
       }},
      {"reconcile since no instant", Status::time_out_of_range,
       [](Desk&) { return Command{.kind = CommandKind::reconcile}; }},
      {"reconcile since before all time", Status::time_out_of_range,
       [](Desk&) {
         return Command{.kind = CommandKind::reconcile, .start = earliest - Duration{1}};
       }},
  };
}

Refusals vocabulary_refusals() {
  return {
      {"a kind of command that there is not", Status::bad_command,
       [](Desk&) {
         return Command{.kind = static_cast<CommandKind>(static_cast<int>(last_command_kind) + 1)};
       }},
      {"arrive with an effect that there is not", Status::bad_command,
       [](Desk&) {
         return Command{.kind = CommandKind::arrive,
                        .effect = static_cast<LayerEffect>(2),
                        .group = plan::sales};
       }},
      {"a seniority that there is not", Status::bad_command,
       [](Desk& desk) {
         return Command{.kind = CommandKind::requeue,
                        .seniority = static_cast<Seniority>(2),
                        .session = serving(desk)};
       }},
  };
}

}  // namespace

Refusals whole_refusals() {
  Refusals all = definition_refusals();
  for (const Refusals& some : {reconcile_refusals(), vocabulary_refusals()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace acd::test
