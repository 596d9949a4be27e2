// Values that a blueprint does not have.
#include "toml/scenario_values.hpp"

#include <chrono>

#include "acd/companion/civil_text.hpp"
#include "acd/simulation/time_distribution_text.hpp"
#include "toml/time_members.hpp"

namespace acd {
inline namespace v1 {

std::optional<Duration> parse_clock(std::string_view text) {
  if (text == "00:00") return Duration{0};
  // Hours begin with a clock's time: theirs are the bounds and the form.
  const Parsed<Hours> hours = parse_hours("00:00-" + std::string{text});
  return hours.value ? std::optional{Duration{hours.value->end}} : std::nullopt;
}

void read_value(const Source& source, Moment& target) {
  constexpr std::string_view what = "a time such as \"08:30\", or an instant with its offset";
  const auto* text = source.node.as_string();
  if (text == nullptr) {
    if (!source.node.is_date_time()) return source.expected(what, {"string"});
    return read_value(source, target.at);
  }
  const std::optional<Duration> passed = parse_clock(text->get());
  if (!passed) {
    return source.report(fmt::format("expected {}, found {}", what, quoted(text->get())));
  }
  target.at = source.reading.day().midnight + *passed;
}

void read_value(const Source& source, double& target) {
  if (const auto* whole = source.node.as_integer()) {
    target = static_cast<double>(whole->get());
  } else if (const auto* decimal = source.node.as_floating_point()) {
    target = decimal->get();
  } else {
    source.expected("a number", {"number"});
  }
}

void read_value(const Source& source, Share& target) {
  const auto* text = source.node.as_string();
  if (text == nullptr && !source.node.is_number()) {
    return source.expected("a share such as \"5%\"", {"string", "number"});
  }
  if (text == nullptr) return read_value(source, target.value);
  if (const std::optional<double> share = parse_share(text->get())) {
    target.value = *share;
  } else {
    source.report(fmt::format("expected a share such as \"5%\", found {}", quoted(text->get())));
  }
}

void read_value(const Source& source, TimeDistribution& target) {
  if (!source.node.is_string()) {
    return source.expected("a distribution such as \"exponential(4m)\"", {"string"});
  }
  read_text(source, target,
            [](std::string_view text, const Blueprint&) { return parse_time_distribution(text); });
}

void read_value(const Source& source, AgentLine& target) {
  const auto* name = source.node.as_string();
  if (name == nullptr) return source.expected("the name of an agent", {"string"});
  const auto index = find_named(source.reading, source.path, position_of(source.node.source()),
                                name->get(), {Family::agents, "agent"});
  if (index) target.line = static_cast<std::uint32_t>(*index);
}

}  // namespace v1
}  // namespace acd
