// What is refused at the door: entries, menus, bots, closed groups, shifts and plans.
#include "refusal.hpp"

namespace acd::test {
namespace {

using std::chrono::seconds;

Command through(EntryId entry) {
  return {.kind = CommandKind::arrive, .channel = plan::voice, .entry = entry};
}

SessionHandle in_menu(Desk& desk) {
  Command command = through(plan::hotline);
  command.attributes = {{plan::vip, 1}};
  return desk.arrive(command);
}

SessionHandle with_bot(Desk& desk) { return desk.arrive(through(plan::hotline)); }

Refusals entry_refusals() {
  return {
      {"arrive through an entry that is not in the plan", Status::unknown_entry,
       [](Desk&) { return through(EntryId{1}); }},
      {"arrive through an entry and name an unknown group", Status::unknown_group,
       [](Desk&) {
         Command command = through(plan::hotline);
         command.group = GroupId{8};
         return command;
       }},
      {"arrive through an entry on no channel", Status::unknown_channel,
       [](Desk&) {
         Command command = through(plan::hotline);
         command.channel = ChannelId::none();
         return command;
       }},
      {"arrive through an entry and not before the past", Status::time_out_of_range,
       [](Desk& desk) {
         Command command = through(plan::hotline);
         command.not_before = desk.now() - Duration{1};
         return command;
       }},
      {"arrive through an entry when no session more fits", Status::too_many_sessions,
       [](Desk& desk) {
         for (int i = 0; i < 4; ++i) with_bot(desk);
         return through(plan::hotline);
       }},
      {"choose outside a menu", Status::session_not_in_menu,
       [](Desk& desk) {
         return Command{.kind = CommandKind::choose, .session = with_bot(desk), .value = 1};
       }},
      {"choose a key that the node does not have", Status::unknown_key,
       [](Desk& desk) {
         return Command{.kind = CommandKind::choose, .session = in_menu(desk), .value = 2};
       }},
      {"hand over what is with no bot", Status::session_not_with_bot,
       [](Desk& desk) {
         return Command{.kind = CommandKind::hand_over, .session = in_menu(desk)};
       }},
      {"hand over to an unknown group", Status::unknown_group,
       [](Desk& desk) {
         return Command{
             .kind = CommandKind::hand_over, .group = GroupId{8}, .session = with_bot(desk)};
       }},
      {"hand over outside the bot's hours for it", Status::hand_over_closed,
       [](Desk& desk) {
         return Command{.kind = CommandKind::hand_over, .session = with_bot(desk)};
       }},
      {"complete a session in a menu", Status::session_not_serving,
       [](Desk& desk) { return Command{.kind = CommandKind::complete, .session = in_menu(desk)}; }},
      {"move a session that is with a bot", Status::session_not_waiting,
       [](Desk& desk) {
         return Command{.kind = CommandKind::move, .group = plan::sales, .session = with_bot(desk)};
       }},
  };
}

Refusals hours_refusals() {
  return {
      {"arrive in a closed group", Status::group_closed,
       [](Desk&) { return Command{.kind = CommandKind::arrive, .group = plan::night}; }},
      {"move to a closed group", Status::group_closed,
       [](Desk& desk) {
         return Command{.kind = CommandKind::move, .group = plan::night, .session = waiting(desk)};
       }},
      {"requeue into a closed group", Status::group_closed,
       [](Desk& desk) {
         return Command{
             .kind = CommandKind::requeue, .group = plan::night, .session = serving(desk)};
       }},
      {"sign in outside a flexible shift", Status::outside_shift,
       [](Desk& desk) {
         return Command{.kind = CommandKind::sign_in, .agent = desk.agent("flo")};
       }},
  };
}

Command switching(LayerEffect effect, Instant until) {
  Command command{.kind = CommandKind::switch_plans, .effect = effect, .until = until};
  command.plans = {plan::shut};
  return command;
}

Refusals switch_refusals() {
  return {
      {"switch a plan that there is not", Status::unknown_plan,
       [](Desk&) {
         Command command = switching(LayerEffect::opens, never);
         command.plans = {TimePlanId{1}};
         return command;
       }},
      {"switch a plan until now", Status::time_out_of_range,
       [](Desk& desk) { return switching(LayerEffect::opens, desk.now()); }},
      {"switch a plan to an effect that there is not", Status::bad_command,
       [](Desk&) { return switching(static_cast<LayerEffect>(2), never); }},
      {"switch a plan as it is switched", Status::unchanged,
       [](Desk& desk) {
         const Command command = switching(LayerEffect::closes, desk.now() + seconds{9});
         desk.give(command);
         return command;
       }},
      {"end the switch of a plan that there is not", Status::unknown_plan,
       [](Desk&) {
         Command command{.kind = CommandKind::end_switch};
         command.plans = {TimePlanId{1}};
         return command;
       }},
      {"end a switch that is not on", Status::unchanged,
       [](Desk&) { return Command{.kind = CommandKind::end_switch}; }},
  };
}

Refusals timetable_refusals() {
  const auto transition = [](Instant at, std::int64_t offset) {
    return Command{
        .kind = CommandKind::add_transition, .zone = ZoneId{0}, .value = offset, .start = at};
  };
  return {
      {"add a transition to a zone that there is not", Status::unknown_zone,
       [](Desk&) { return Command{.kind = CommandKind::add_transition, .zone = ZoneId{1}}; }},
      {"add a transition of 27 hours", Status::value_out_of_range,
       [transition](Desk&) { return transition(plan::timetables_end, 27 * 3600); }},
      {"add a transition before the timetables' end", Status::time_out_of_range,
       [transition](Desk&) { return transition(plan::timetables_end - Duration{1}, 3600); }},
      {"add a transition that is not after the last", Status::time_out_of_range,
       [transition](Desk& desk) {
         desk.give(transition(plan::timetables_end, 3600));
         return transition(plan::timetables_end, 0);
       }},
      {"extend the timetables to where they end", Status::unchanged,
       [](Desk&) {
         return Command{.kind = CommandKind::extend_timetables, .until = plan::timetables_end};
       }},
      {"extend the timetables beyond all time", Status::time_out_of_range,
       [](Desk&) {
         return Command{.kind = CommandKind::extend_timetables, .until = latest + Duration{1}};
       }},
  };
}

}  // namespace

Refusals door_refusals() {
  Refusals all;
  for (const Refusals& some :
       {entry_refusals(), hours_refusals(), switch_refusals(), timetable_refusals()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace acd::test
