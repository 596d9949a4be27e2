// Commands and events as lines: the tables of fields drive printing and reading alike.
#include "acd/companion/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "companion/atom_reader.hpp"
#include "companion/atom_writer.hpp"
#include "companion/line_items.hpp"
#include "companion/members.hpp"
#include "policy/affinity_word.hpp"
#include "util/did_you_mean.hpp"
#include "util/word.hpp"

namespace acd {
inline namespace v1 {
namespace {

// --- fields whose text depends on more than their type --------------------------------

std::string_view name_of(const Command&, CommandField field) { return to_text(field); }

std::string_view name_of(const Event& event, EventField field) {
  const bool is_reference = event.kind == EventKind::arrived && field == EventField::value;
  return is_reference ? "reference" : to_text(field);
}

std::string text_of(const Command& command, CommandField field, const Names& names) {
  const AtomWriter write{names};
  if (field == CommandField::reference) return write.reference(command.reference);
  if (field == CommandField::value) {
    return write.attribute_value(command.attribute, command.value);
  }
  return with_member(field, [&](auto member) { return write(command.*member); });
}

/// `use(LineId{})` with the kind of line that the event's value names, `use(0)` if it is a number.
template <class Use>
auto with_line_of_value(const Event& event, const Use& use) {
  const auto is_kind = [&](auto... kinds) { return ((event.kind == kinds) || ...); };
  const auto is_cause = [&](auto... causes) { return ((event.cause == causes) || ...); };
  if (is_kind(EventKind::plan_opened, EventKind::plan_closed)) return use(TimePlanId{});
  if (is_kind(EventKind::transition_added)) return use(ZoneId{});
  if (is_kind(EventKind::requirement_defined)) return use(RequirementId{});
  if (is_kind(EventKind::surge_entered, EventKind::surge_left, EventKind::surge_released)) {
    return use(SurgeId{});
  }
  if (is_cause(Cause::requirement)) return use(RequirementId{});
  if (is_cause(Cause::channel)) return use(ChannelId{});
  if (is_cause(Cause::capacity)) return use(CapacityRuleId{});
  if (is_cause(Cause::entry)) return use(EntryId{});
  if (is_cause(Cause::node, Cause::node_off_duty)) return use(MenuNodeId{});
  if (is_cause(Cause::bot, Cause::hand_over)) return use(BotId{});
  return use(0);
}

std::string value_text(const Event& event, const Names& names) {
  const AtomWriter write{names};
  if (event.kind == EventKind::arrived) {
    return write.reference(static_cast<std::uint64_t>(event.value));
  }
  return with_line_of_value(event, [&](auto line) {
    if constexpr (std::is_same_v<decltype(line), int>) {
      return write(event.value);
    } else {
      return write.id_value<decltype(line)>(event.value);
    }
  });
}

std::string text_of(const Event& event, EventField field, const Names& names) {
  if (field == EventField::value) return value_text(event, names);
  return with_member(field, [&](auto member) { return AtomWriter{names}(event.*member); });
}

void read(AtomReader& reader, CommandField field, Command& command) {
  if (field == CommandField::reference) {
    return reader.reference(command.reference, AtomReader::Unknown::becomes_new);
  }
  if (field == CommandField::value) {
    return reader.attribute_value(command.attribute, command.value);
  }
  with_member(field, [&](auto member) { reader(command.*member); });
}

void read_value(AtomReader& reader, Event& event) {
  if (event.kind == EventKind::arrived) {
    std::uint64_t reference = 0;
    reader.reference(reference, AtomReader::Unknown::becomes_new);
    event.value = static_cast<std::int64_t>(reference);
    return;
  }
  with_line_of_value(event, [&](auto line) {
    if constexpr (std::is_same_v<decltype(line), int>) {
      reader(event.value);
    } else {
      reader.id_value<decltype(line)>(event.value);
    }
  });
}

void read(AtomReader& reader, EventField field, Event& event) {
  if (field == EventField::value) return read_value(reader, event);
  with_member(field, [&](auto member) { reader(event.*member); });
}

// --- what a field left out stands for ---------------------------------------------------

void fill_in(CommandField, Command&, const Names&) {}

/// An arrival's reference goes without saying when the directory knows it.
void fill_in(EventField field, Event& event, const Names& names) {
  const bool is_reference = event.kind == EventKind::arrived && field == EventField::value;
  if (!is_reference || names.directory == nullptr) return;
  event.value = static_cast<std::int64_t>(names.directory->reference_of(event.session).value_or(0));
}

// --- what is said even when it is the default: the point of the line ----------------------

bool is_the_point(CommandField field, const Command& command) {
  if (command.kind == CommandKind::arrive) return false;
  return field == CommandField::priority || field == CommandField::level ||
         field == CommandField::preference || field == CommandField::count ||
         field == CommandField::value || field == CommandField::effect;
}

bool is_the_point(EventField field, const Event& event) {
  const bool is_change = event.kind == EventKind::changed || event.kind == EventKind::agent_changed;
  const bool names_line = event.kind == EventKind::routed || event.kind == EventKind::held ||
                          event.kind == EventKind::hold_ended;
  if (names_line) return field == EventField::value;
  if (!is_change) return field == EventField::state;
  if (field == EventField::priority) return event.cause == Cause::priority;
  const bool has_value = event.kind == EventKind::agent_changed ||
                         event.cause == Cause::requirement || event.cause == Cause::attribute ||
                         event.cause == Cause::channel;
  return field == EventField::value && has_value;
}

template <class Field, class Line>
bool goes_without_saying(Field field, const Line& line, const Names& names) {
  if (is_the_point(field, line)) return false;
  Line filled = line;
  with_member(field, [&](auto member) { filled.*member = Line{}.*member; });
  fill_in(field, filled, names);
  return with_member(field, [&](auto member) { return filled.*member == line.*member; });
}

// --- lines --------------------------------------------------------------------------------

template <class Line>
std::string line_text(const Line& line, const Names& names) {
  std::string text = AtomWriter{names}(line.kind);
  bool is_subject = true;
  for (const auto field : fields_of(line.kind)) {
    if (is_subject) {
      text += ' ' + text_of(line, field, names);
    } else if (!goes_without_saying(field, line, names)) {
      text += fmt::format(" {}={}", name_of(line, field), text_of(line, field, names));
    }
    is_subject = false;
  }
  return text;
}

/// Reads one line; keeps the first error and where it is.
template <class Line>
class LineParser {
 public:
  LineParser(std::string_view text, const Names& names) : text_{text}, names_{names} {
    LineItems cut = cut_line(text);
    if (!cut.open_quote.empty()) fail(cut.open_quote, "a quote that is not closed");
    items_ = std::move(cut.items);
  }

  /// The word that comes next, by its type.
  template <class Value>
  void read_word(Value& value, std::string_view what) {
    const std::string_view word = take_word(what);
    AtomReader reader{names_, word};
    if (message_.empty()) reader(value);
    take_error(reader, word);
  }
  Line read_line() {
    Line line;
    read_word(line.kind, "a kind");
    const std::span fields = fields_of(line.kind);
    if (!fields.empty()) read_subject(line, fields.front());
    check_names(line, fields);
    for (const auto field : fields.subspan(std::min<std::size_t>(1, fields.size()))) {
      if (message_.empty()) read_field(line, field);
    }
    return line;
  }
  template <class Value>
  Parsed<Value> result(Value value) {
    if (message_.empty()) return {std::move(value), {}, 0};
    return {{}, std::move(message_), column_};
  }

 private:
  void read_subject(Line& line, auto field) {
    const std::string_view word = take_word(name_of(line, field));
    AtomReader reader{names_, word};
    if (message_.empty()) read(reader, field, line);
    take_error(reader, word);
  }

  /// Every item left must be a field of the kind, once.
  void check_names(const Line& line, auto fields) {
    std::vector<std::string_view> known;
    for (const auto field : fields.subspan(std::min<std::size_t>(1, fields.size()))) {
      known.push_back(name_of(line, field));
    }
    const auto itself = [](std::string_view name) { return name; };
    for (std::size_t i = next_; i < items_.size(); ++i) {
      const LineItem& item = items_[i];
      if (item.name.empty()) {
        fail(item.value, fmt::format("expected name=value or the end, found {}", item.value));
      } else if (std::ranges::find(known, item.name) == known.end()) {
        fail(item.name, fmt::format("{} has no field {}{}", to_text(line.kind), quoted(item.name),
                                    did_you_mean(item.name, known, itself)));
      } else if (find_item(item.name, i + 1) != nullptr) {
        fail(find_item(item.name, i + 1)->name, fmt::format("{} comes twice", item.name));
      }
    }
  }

  void read_field(Line& line, auto field) {
    const LineItem* item = find_item(name_of(line, field), next_);
    if (item == nullptr) return fill_in(field, line, names_);
    AtomReader reader{names_, item->value};
    read(reader, field, line);
    take_error(reader, item->value);
  }

  const LineItem* find_item(std::string_view name, std::size_t from) const {
    const auto found = std::ranges::find(items_.begin() + static_cast<std::ptrdiff_t>(from),
                                         items_.end(), name, &LineItem::name);
    return found == items_.end() ? nullptr : &*found;
  }

  std::string_view take_word(std::string_view what) {
    const bool is_word = next_ < items_.size() && items_[next_].name.empty();
    if (is_word) return items_[next_++].value;
    const std::string_view rest =
        next_ < items_.size() ? items_[next_].name : text_.substr(text_.size());
    fail(rest, fmt::format("expected {}, found {}", what, rest.empty() ? "the end" : quoted(rest)));
    return rest;
  }

  void take_error(const AtomReader& reader, std::string_view word) {
    if (!reader.message().empty()) fail(word.substr(reader.offset()), reader.message());
  }

  /// `at` is a part of the text.
  void fail(std::string_view at, std::string message) {
    if (!message_.empty()) return;
    column_ = column_at(text_, static_cast<std::size_t>(at.data() - text_.data()));
    message_ = std::move(message);
  }

  std::string_view text_;
  const Names& names_;
  std::vector<LineItem> items_{};
  std::size_t next_ = 0;
  std::string message_{};
  int column_ = 0;
};

}  // namespace

std::string to_text(const Command& command, const Names& names) {
  return line_text(command, names);
}

std::string to_text(const TimedCommand& timed, const Names& names) {
  return AtomWriter{names}(timed.now) + ' ' + line_text(timed.command, names);
}

std::string to_text(const Event& event, const Names& names) {
  return AtomWriter{names}(event.at) + ' ' + line_text(event, names);
}

namespace {

std::string overflow_text(const OverflowStep& step, const Blueprint& names) {
  const std::string group = name_text(names.groups, step.group);
  if (step.rule < 0) {
    return fmt::format("overflow {} by its {}", group,
                       step.rule == -2 ? "affinity" : "ticket rule");
  }
  const auto rule = static_cast<std::uint8_t>(step.rule);
  const bool is_known = step.group.index() < names.groups.size() &&
                        rule < names.groups[step.group.index()].overflow.size();
  if (!is_known) return fmt::format("overflow {} rule {}", group, rule);
  const std::string& name = names.groups[step.group.index()].overflow[rule].name;
  return fmt::format("overflow {} rule {}", group, word_or_quoted(name));
}

/// What rules did to it: which acted, what it asks since then, where it also waits.
std::string overflow_text(const Why& why, const Blueprint& names) {
  std::string text;
  for (const OverflowStep& step : why.overflow) {
    text += fmt::format("{}{}", text.empty() ? "" : ", ", overflow_text(step, names));
  }
  if (text.empty()) return text;
  text += why.requirement.is_none()
              ? ", asks nothing"
              : fmt::format(", asks {}", name_text(names.requirements, why.requirement));
  for (const GroupId group : why.also) {
    text += fmt::format(", also in {}", name_text(names.groups, group));
  }
  return text;
}

}  // namespace

std::string to_text(const Why& why, const Names& names) {
  const std::vector<Entry>& entries = names.blueprint.entries;
  const bool is_known = why.entry.index() < entries.size();
  std::string text;
  for (const WayStep& step : why.way) {
    const bool is_rule = step.cause == Cause::rule || step.cause == Cause::rule_off_duty;
    const Event event{.kind = EventKind::routed, .cause = step.cause, .value = step.line};
    const bool has_name =
        is_rule && is_known && step.line < entries[why.entry.index()].rules.size();
    const std::string line = has_name
                                 ? word_or_quoted(entries[why.entry.index()].rules[step.line].name)
                                 : value_text(event, names);
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", to_text(step.cause), line);
  }
  const std::string overflow = overflow_text(why, names.blueprint);
  if (!text.empty() && !overflow.empty()) text += ", ";
  return text + overflow;
}

std::string hold_text(const SessionView& session, const Names& names) {
  if (!session.is_held) return {};
  const std::vector<SkillGroup>& groups = names.blueprint.groups;
  const bool has_group = session.group.index() < groups.size();
  const auto strategies = has_group ? groups[session.group.index()].affinity.criteria()
                                    : std::span<const AffinityStrategy>{};
  const std::string who = session.held_by < strategies.size()
                              ? std::string{word_of(strategies[session.held_by].kind)}
                              : fmt::format("strategy {}", session.held_by);
  if (session.held_until == never) return fmt::format("held for {}", who);
  return fmt::format("held for {} until {}", who, AtomWriter{names}(session.held_until));
}

Parsed<Command> parse_command(std::string_view line, const Names& names) {
  LineParser<Command> parser{line, names};
  return parser.result(parser.read_line());
}

Parsed<TimedCommand> parse_timed_command(std::string_view line, const Names& names) {
  LineParser<Command> parser{line, names};
  TimedCommand timed;
  parser.read_word(timed.now, "an instant");
  timed.command = parser.read_line();
  return parser.result(timed);
}

Parsed<Event> parse_event(std::string_view line, const Names& names) {
  LineParser<Event> parser{line, names};
  Instant at = earliest;
  parser.read_word(at, "an instant");
  Event event = parser.read_line();
  event.at = at;
  return parser.result(event);
}

}  // namespace v1
}  // namespace acd
