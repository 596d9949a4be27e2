// Names where there are some, numbers where not.
#include "companion/atom_writer.hpp"

#include <fmt/format.h>

#include <optional>

#include "acd/companion/time_text.hpp"
#include "companion/names.hpp"
#include "util/word.hpp"

namespace acd {
inline namespace v1 {
namespace {

template <class Tag>
std::string slot_text(char letter, Handle<Tag> handle) {
  return fmt::format("{}{}.{}", letter, handle.slot, handle.generation);
}

}  // namespace

std::string AtomWriter::operator()(SessionHandle session) const {
  const std::optional<std::uint64_t> known =
      names_.directory == nullptr ? std::nullopt : names_.directory->reference_of(session);
  return known ? reference(*known) : slot_text('s', session);
}

std::string AtomWriter::operator()(AgentHandle agent) const {
  const bool is_line = agent.generation == 1 && agent.slot < names_.blueprint.agents.size();
  if (!is_line) return slot_text('a', agent);
  const std::string& name = names_.blueprint.agents[agent.slot].name;
  const bool leads_here = find_line<GroupId>(names_.blueprint.agents, name).index() == agent.slot;
  return leads_here ? word_or_quoted(name) : slot_text('a', agent);
}

std::string AtomWriter::operator()(OfferToken offer) const { return slot_text('o', offer); }

std::string AtomWriter::operator()(GroupId group) const {
  return name_text(names_.blueprint.groups, group);
}

std::string AtomWriter::operator()(ChannelId channel) const {
  return name_text(names_.blueprint.channels, channel);
}

std::string AtomWriter::operator()(AttributeId attribute) const {
  return name_text(names_.blueprint.attributes, attribute);
}

std::string AtomWriter::operator()(ReasonId reason) const {
  return name_text(names_.blueprint.reasons, reason);
}

std::string AtomWriter::operator()(CapacityRuleId capacity) const {
  return name_text(names_.blueprint.capacities, capacity);
}

std::string AtomWriter::operator()(RequirementId requirement) const {
  return name_text(names_.blueprint.requirements, requirement);
}

std::string AtomWriter::operator()(Instant instant) const {
  const bool is_accepted = instant >= earliest && instant <= latest;
  if (!names_.origin || !is_accepted) return to_text(instant);
  const std::string passed = to_text(instant - *names_.origin);
  return passed.starts_with('-') ? passed : '+' + passed;
}

std::string AtomWriter::operator()(Duration duration) const { return to_text(duration); }

std::string AtomWriter::operator()(const AttributeValues& attributes) const {
  std::string text;
  for (const AttributeValue& attribute : attributes) {
    if (!text.empty()) text += ',';
    text +=
        (*this)(attribute.attribute) + ':' + attribute_value(attribute.attribute, attribute.value);
  }
  return text;
}

std::string AtomWriter::operator()(EntryId entry) const {
  return name_text(names_.blueprint.entries, entry);
}

std::string AtomWriter::operator()(ZoneId zone) const {
  return name_text(names_.blueprint.zones, zone);
}

std::string AtomWriter::operator()(SurgeId surge) const {
  return name_text(names_.blueprint.surges, surge);
}

std::string AtomWriter::operator()(TimePlanId plan) const {
  return name_text(names_.blueprint.time_plans, plan);
}

std::string AtomWriter::operator()(MenuNodeId node) const {
  return name_text(names_.blueprint.menu_nodes, node);
}

std::string AtomWriter::operator()(BotId bot) const {
  return name_text(names_.blueprint.bots, bot);
}

std::string AtomWriter::operator()(const ExcludedAgents& agents) const { return list(agents); }

std::string AtomWriter::operator()(const ScoredAgents& agents) const {
  std::string text;
  for (const ScoredAgent& scored : agents) {
    if (!text.empty()) text += ',';
    text += fmt::format("{}:{}", (*this)(scored.agent), scored.score);
  }
  return text;
}

// A plan that is called so stands in quotes.
std::string AtomWriter::operator()(const TimePlanIds& plans) const {
  const std::string text = list(plans);
  if (plans.empty()) return "all";
  return text == "all" ? quoted(text) : text;
}

std::string AtomWriter::operator()(const Requirement& expression) const {
  return word_or_quoted(to_text(expression, names_.blueprint));
}

std::string AtomWriter::reference(std::uint64_t reference) const {
  const std::optional<std::string_view> symbol =
      names_.symbols == nullptr ? std::nullopt : names_.symbols->text_of(reference);
  return symbol ? word_or_quoted(*symbol) : std::to_string(reference);
}

std::string AtomWriter::attribute_value(AttributeId attribute, std::int64_t value) const {
  const auto& lines = names_.blueprint.attributes;
  if (attribute.index() >= lines.size() || value < 0) return std::to_string(value);
  const auto& symbols = lines[attribute.index()].symbols;
  const auto index = static_cast<std::size_t>(value);
  return index < symbols.size() ? word_or_quoted(symbols[index]) : std::to_string(value);
}

}  // namespace v1
}  // namespace acd
