// Names, handles, numbers, instants and lists of them, each with what was expected instead.
#include "companion/atom_reader.hpp"

#include <optional>
#include <utility>

#include "acd/companion/time_text.hpp"
#include "util/did_you_mean.hpp"
#include "util/word.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// The instant so long after the origin, if there is one.
std::optional<Instant> shifted(Instant origin, Duration passed) {
  using Range = std::numeric_limits<std::int64_t>;
  const std::int64_t start = origin.time_since_epoch().count();
  const std::int64_t step = passed.count();
  const bool overflows = step > 0 ? start > Range::max() - step : start < Range::min() - step;
  if (overflows) return std::nullopt;
  return Instant{Duration{start + step}};
}

}  // namespace

void AtomReader::fail_with(std::size_t offset, std::string message) {
  if (!message_.empty()) return;
  offset_ = offset;
  message_ = std::move(message);
}

void AtomReader::fail(std::string_view expected) {
  const std::string found = text_.empty()            ? "nothing"
                            : text_.starts_with('"') ? std::string{text_}
                                                     : quoted(text_);
  fail_with(0, fmt::format("expected {}, found {}", expected, found));
}

template <class Enum>
void AtomReader::read_enum(Enum& value, Enum last) {
  std::uint8_t number = 0;
  if (text_.starts_with('#') && read_number(text_.substr(1), number)) {
    value = static_cast<Enum>(number);
    return;
  }
  std::vector<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    names.push_back(to_text(static_cast<Enum>(i)));
    if (names.back() != text_) continue;
    value = static_cast<Enum>(i);
    return;
  }
  const auto itself = [](std::string_view name) { return name; };
  fail_with(0, fmt::format("unknown word {}{}", quoted(text_), did_you_mean(text_, names, itself)));
}
template void AtomReader::read_enum(Seniority&, Seniority);
template void AtomReader::read_enum(LayerEffect&, LayerEffect);
template void AtomReader::read_enum(CommandKind&, CommandKind);
template void AtomReader::read_enum(EventKind&, EventKind);
template void AtomReader::read_enum(Cause&, Cause);
template void AtomReader::read_enum(AgentState&, AgentState);

template <class LineId, class Line>
void AtomReader::read_line(LineId& id, const std::vector<Line>& lines, std::string_view what) {
  typename LineId::rep index = 0;
  if (text_.starts_with('#') && read_number(text_.substr(1), index)) {
    id = LineId{index};
    return;
  }
  const Word word = unquoted(text_);
  if (!word.is_well_formed || (!word.is_quoted && !is_word(word.text))) return fail(what);
  id = find_line<LineId>(lines, word.text);
  if (!id.is_none()) return;
  const auto name_of = [](const Line& line) -> std::string_view { return line.name; };
  fail_with(0, fmt::format("unknown {} {}{}", what.substr(what.find(' ') + 1), quoted(word.text),
                           did_you_mean(word.text, lines, name_of)));
}

template <class Tag>
bool AtomReader::read_slot(std::string_view text, char letter, Handle<Tag>& handle) {
  const std::size_t dot = text.find('.');
  if (!text.starts_with(letter) || dot == std::string_view::npos) return false;
  return read_number(text.substr(1, dot - 1), handle.slot) &&
         read_number(text.substr(dot + 1), handle.generation);
}

template <class Read>
void AtomReader::read_part(std::string_view part, const Read& read) {
  AtomReader reader{names_, part};
  read(reader);
  if (reader.message_.empty()) return;
  const auto before = static_cast<std::size_t>(part.data() - text_.data());
  fail_with(before + reader.offset_, std::move(reader.message_));
}

template <class List, class ReadItem>
void AtomReader::read_list(List& list, std::string_view what, const ReadItem& read_item) {
  list = {};
  if (text_.empty()) return fail(what);
  for (const std::string_view part : cut_list(text_, ',')) {
    if (!list.push_back(read_item(part))) {
      return fail_with(static_cast<std::size_t>(part.data() - text_.data()),
                       fmt::format("more than {}", List::capacity));
    }
  }
}

void AtomReader::operator()(SessionHandle& session) {
  if (read_slot(text_, 's', session)) return;
  if (names_.directory == nullptr) return fail("a session, s<slot>.<generation>");
  std::uint64_t number = 0;
  reference(number, Unknown::fails);
  if (!message_.empty()) return;
  session = names_.directory->find(number);
  if (session.is_none()) fail_with(0, fmt::format("no session is named {}", text_));
}

void AtomReader::operator()(AgentHandle& agent) {
  if (read_slot(text_, 'a', agent)) return;
  Id<struct AgentLineTag, std::uint32_t> line;
  read_line(line, names_.blueprint.agents, "an agent");
  if (message_.empty()) agent = {line.value(), 1};
}

void AtomReader::operator()(OfferToken& offer) {
  if (!read_slot(text_, 'o', offer)) fail("an offer, o<slot>.<generation>");
}

void AtomReader::operator()(GroupId& group) {
  read_line(group, names_.blueprint.groups, "a group");
}

void AtomReader::operator()(ChannelId& channel) {
  read_line(channel, names_.blueprint.channels, "a channel");
}

void AtomReader::operator()(AttributeId& attribute) {
  read_line(attribute, names_.blueprint.attributes, "an attribute");
}

void AtomReader::operator()(ReasonId& reason) {
  read_line(reason, names_.blueprint.reasons, "a reason");
}

void AtomReader::operator()(CapacityRuleId& capacity) {
  read_line(capacity, names_.blueprint.capacities, "a capacity");
}

void AtomReader::operator()(RequirementId& requirement) {
  read_line(requirement, names_.blueprint.requirements, "a requirement");
}

void AtomReader::operator()(EntryId& entry) {
  read_line(entry, names_.blueprint.entries, "an entry");
}

void AtomReader::operator()(ZoneId& zone) { read_line(zone, names_.blueprint.zones, "a zone"); }

void AtomReader::operator()(SurgeId& surge) {
  read_line(surge, names_.blueprint.surges, "a surge");
}

void AtomReader::operator()(TimePlanId& plan) {
  read_line(plan, names_.blueprint.time_plans, "a time plan");
}

void AtomReader::operator()(MenuNodeId& node) {
  read_line(node, names_.blueprint.menu_nodes, "a menu node");
}

void AtomReader::operator()(BotId& bot) { read_line(bot, names_.blueprint.bots, "a bot"); }

void AtomReader::operator()(Instant& instant) {
  const bool is_relative = text_.starts_with('+') || text_.starts_with('-');
  if (is_relative && !names_.origin) return fail("an instant: there is no origin to count from");
  const std::string_view passed = text_.starts_with('+') ? text_.substr(1) : text_;
  const std::optional<Duration> step = is_relative ? parse_duration(passed) : std::nullopt;
  const std::optional<Instant> found = step          ? shifted(*names_.origin, *step)
                                       : is_relative ? std::nullopt
                                                     : parse_instant(text_);
  if (!found) return fail("an instant");
  instant = *found;
}

void AtomReader::operator()(Duration& duration) {
  const std::optional<Duration> found = parse_duration(text_);
  if (!found) return fail("a duration");
  duration = *found;
}

void AtomReader::operator()(AttributeValues& attributes) {
  read_list(attributes, "attributes, name:value,...", [&](std::string_view part) {
    const std::vector<std::string_view> sides = cut_list(part, ':');
    AttributeValue read;
    read_part(sides.front(), [&](AtomReader& reader) { reader(read.attribute); });
    const std::string_view value = part.substr(std::min(sides.front().size() + 1, part.size()));
    read_part(value,
              [&](AtomReader& reader) { reader.attribute_value(read.attribute, read.value); });
    return read;
  });
}

void AtomReader::operator()(ExcludedAgents& agents) {
  read_list(agents, "agents, name,...", [&](std::string_view part) {
    AgentHandle agent;
    read_part(part, [&](AtomReader& reader) { reader(agent); });
    return agent;
  });
}

void AtomReader::operator()(ScoredAgents& agents) {
  read_list(agents, "agents and scores, name:score,...", [&](std::string_view part) {
    const std::vector<std::string_view> sides = cut_list(part, ':');
    ScoredAgent read;
    read_part(sides.front(), [&](AtomReader& reader) { reader(read.agent); });
    const std::string_view score = part.substr(std::min(sides.front().size() + 1, part.size()));
    read_part(score, [&](AtomReader& reader) {
      if (!read_number(reader.text_, read.score)) reader.fail("a score from 0 to 255");
    });
    return read;
  });
}

void AtomReader::operator()(TimePlanIds& plans) {
  plans = {};
  if (text_ == "all") return;
  read_list(plans, "time plans, name,...", [&](std::string_view part) {
    TimePlanId plan;
    read_part(part, [&](AtomReader& reader) { reader(plan); });
    return plan;
  });
}

void AtomReader::operator()(Requirement& expression) {
  const Word word = unquoted(text_);
  if (!word.is_well_formed) return fail("an expression in quotes");
  Parsed<Requirement> parsed = parse_requirement(word.text, names_.blueprint);
  if (!parsed.value) return fail_with(0, fmt::format("{} ({})", parsed.message, word.text));
  expression = *parsed.value;
}

void AtomReader::reference(std::uint64_t& reference, Unknown unknown) {
  if (read_number(text_, reference)) return;
  const Word word = unquoted(text_);
  const bool is_name = word.is_well_formed && (word.is_quoted || is_word(word.text));
  if (!is_name || names_.symbols == nullptr) return fail("a reference");
  const std::optional<std::uint64_t> known = names_.symbols->find(word.text);
  if (known) {
    reference = *known;
  } else if (unknown == Unknown::becomes_new) {
    reference = names_.symbols->intern(word.text);
  } else {
    fail_with(0, fmt::format("nothing is named {}", text_));
  }
}

void AtomReader::attribute_value(AttributeId attribute, std::int64_t& value) {
  if (read_number(text_, value)) return;
  const auto& lines = names_.blueprint.attributes;
  const std::vector<std::string> none;
  const auto& symbols = attribute.index() < lines.size() ? lines[attribute.index()].symbols : none;
  const Word word = unquoted(text_);
  const auto found = std::ranges::find(symbols, word.text);
  const bool is_name = word.is_well_formed && (word.is_quoted || is_word(word.text));
  if (!is_name || found == symbols.end()) return fail("a value of the attribute");
  value = found - symbols.begin();
}

}  // namespace v1
}  // namespace acd
