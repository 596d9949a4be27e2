// What the check says about bots, menus and entries.
#include "support/catch.hpp"
#include "unit/broken_blueprint.hpp"

namespace acd::test {
namespace {

constexpr GroupId sales{0};
constexpr AttributeId vip{0};

/// A menu of three: main, and below it billing and cards.
void add_menu(Blueprint& b) {
  const MenuNodeId main = b.add(MenuNode{.name = "main"});
  b.add(MenuNode{
      .name = "billing", .parent = main, .key = 1, .on_duty = {.target = to_group(sales)}});
  b.add(MenuNode{.name = "cards", .parent = main, .key = 2, .on_duty = {.target = to_host()}});
}

EntryRule rule(std::string name, Target target) {
  return {.name = std::move(name), .on_duty = {.target = target}};
}

const std::vector<Breakage> bots{
    {"a bot for nobody, with hours and a menu that there are not",
     [](Blueprint& b) {
       b.add(Bot{.name = "helper",
                 .sessions_max = 0,
                 .hand_over_hours = TimePlanId{0},
                 .off_duty = to_menu(MenuNodeId{3})});
     },
     {{"bots.helper.sessions_max", "a bot takes at least one"},
      {"bots.helper.hand_over_hours", "there is no time plan #0"},
      {"bots.helper.off_duty.node", "there is no menu node #3"}}},
    {"a bot that is never off duty",
     [](Blueprint& b) { b.add(Bot{.name = "helper", .off_duty = leave_message()}); },
     {warning("bots.helper.off_duty", "without hand-over hours the bot is never off duty")}},
};

TEST_CASE("bots take somebody and know where to") { check_each(bots); }

const std::vector<Breakage> menus{
    {"a key twice",
     [](Blueprint& b) {
       add_menu(b);
       b.menu_nodes[2].key = 1;
     },
     {{"menu_nodes.cards.key", "another node below the same has the key 1"}}},
    {"a node below itself",
     [](Blueprint& b) {
       add_menu(b);
       b.menu_nodes[0].parent = MenuNodeId{1};
     },
     {warning("menu_nodes.billing.on_duty", "a node with others below it waits for a key instead"),
      {"menu_nodes.main.parent", R"(a node is below itself: "main" -> "billing" -> "main")"}}},
    {"two nodes that lead to each other",
     [](Blueprint& b) {
       add_menu(b);
       b.menu_nodes[1].on_duty.target = to_menu(MenuNodeId{2});
       b.menu_nodes[2].on_duty.target = to_menu(MenuNodeId{1});
     },
     {{"menu_nodes.billing",
       R"(a session would go round by itself: "billing" -> "cards" -> "billing")"}}},
    {"a node back to its menu is no circle: the menu waits for a key",
     [](Blueprint& b) {
       add_menu(b);
       b.menu_nodes[1].on_duty.target = to_menu(MenuNodeId{0});
     },
     {}},
    {"an unknown parent, a group that there is not, a slot that is never heard",
     [](Blueprint& b) {
       add_menu(b);
       b.menu_nodes[1].parent = MenuNodeId{7};
       b.menu_nodes[1].on_duty.target = to_group(GroupId{7});
       b.menu_nodes[2].off_duty.priority = 1;
     },
     {{"menu_nodes.billing.parent", "there is no menu node #7"},
      {"menu_nodes.billing.on_duty.target.group", "there is no group #7"},
      warning("menu_nodes.cards.off_duty", "without hours the node is never off duty")}},
};

TEST_CASE("menus are trees, and no way through them is endless") { check_each(menus); }

const std::vector<Breakage> entries{
    {"an entry without a rule",
     [](Blueprint& b) { b.add(Entry{.name = "door"}); },
     {warning("entries.door.rules", "there is no rule: every session ends unrouted")}},
    {"rules behind one that takes everybody",
     [](Blueprint& b) {
       b.add(
           Entry{.name = "door", .rules = {rule("all", reject()), rule("late", to_group(sales))}});
     },
     {warning("entries.door.rules[1]", R"(the rule is never asked: "all" takes every session)")}},
    {"a rule that never holds, one without a name, a slot that is never heard",
     [](Blueprint& b) {
       EntryRule never = rule("never", to_group(sales));
       never.when = Condition::nothing();
       EntryRule nameless = rule("", to_group(sales));
       nameless.off_duty.target = reject();
       b.add(Entry{.name = "door", .rules = {never, nameless}});
     },
     {warning("entries.door.rules[0].when", "the rule is never asked"),
      {"entries.door.rules[1].name", "the name is empty"},
      warning("entries.door.rules[1].off_duty", "without hours the rule is never off duty")}},
    {"tests that nothing can pass",
     [](Blueprint& b) {
       EntryRule odd = rule("odd", to_group(sales));
       odd.when = attribute_between(vip, 2, 1) || lot_between(0, 10'001) ||
                  is_channel(ChannelId{5}) || is_open(TimePlanId{0}) || names_group(GroupId{5});
       b.add(Entry{.name = "door", .rules = {odd}});
     },
     {{"entries.door.rules[0].when", "a value of 2 to 1 is empty"},
      {"entries.door.rules[0].when", "lots 0 to 10001 are not a part of 0 to 10000"},
      {"entries.door.rules[0].when", "there is no channel #5"},
      {"entries.door.rules[0].when", "there is no time plan #0"},
      {"entries.door.rules[0].when", "there is no group #5"}}},
    {"a condition that is too long",
     [](Blueprint& b) {
       EntryRule odd = rule("odd", to_group(sales));
       for (int i = 0; i < 20; ++i) odd.when = odd.when && attribute_is(vip, 1);
       b.add(Entry{.name = "door", .rules = {odd}});
     },
     {{"entries.door.rules[0].when", "the condition has more than 16 leaves and operators"}}},
    {"a slot with more than there is",
     [](Blueprint& b) {
       EntryRule odd = rule("odd", to_bot(BotId{0}));
       odd.hours = TimePlanId{0};
       odd.on_duty.priority = 10;
       odd.on_duty.requirement = RequirementId{1};
       odd.off_duty.target.kind = static_cast<TargetKind>(9);
       b.add(Entry{.name = "door", .rules = {odd}});
     },
     {{"entries.door.rules[0].hours", "there is no time plan #0"},
      {"entries.door.rules[0].on_duty.target.bot", "there is no bot #0"},
      {"entries.door.rules[0].on_duty.priority", "priority 10 is above priority_max, 9"},
      {"entries.door.rules[0].on_duty.requirement", "there is no requirement #1"},
      {"entries.door.rules[0].off_duty.target.kind", "there is no enumerator 9"}}},
};

TEST_CASE("entries ask what can be asked and lead to what there is") { check_each(entries); }

const std::vector<Breakage> hours{
    {"hours that there are not",
     [](Blueprint& b) {
       b.groups[0].hours = TimePlanId{0};
       b.groups[1].at_closing = static_cast<AtClosing>(3);
       b.agents[0].shift = TimePlanId{1};
       b.agents[1].shift_kind = static_cast<ShiftKind>(2);
     },
     {{"groups.sales.hours", "there is no time plan #0"},
      {"groups.support.at_closing", "there is no enumerator 3"},
      {"agents.ann.shift", "there is no time plan #1"},
      {"agents.bob.shift_kind", "there is no enumerator 2"}}},
};

TEST_CASE("groups and agents follow time plans that exist") { check_each(hours); }

}  // namespace
}  // namespace acd::test
