// A command's instants may be moments of the scenario: "until=15:00".
#include "toml/happening_members.hpp"

#include <algorithm>
#include <string>

#include "acd/companion/text.hpp"
#include "acd/companion/time_text.hpp"
#include "toml/scenario_values.hpp"
#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {

/// "enter_surge storm until=15:00" with the instant in place of the clock's time.
static std::string with_instants(std::string_view text, Instant midnight) {
  std::string result;
  while (!text.empty()) {
    const std::size_t begin = text.find('=');
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::size_t value = begin == std::string_view::npos ? text.size() : begin + 1;
    const std::optional<Duration> passed = parse_clock(text.substr(value, end - value));
    result += text.substr(0, passed ? value : end);
    if (passed) result += to_text(midnight + *passed);
    text.remove_prefix(end);
  }
  return result;
}

static void read_value(const Source& source, Command& target) {
  read_text(source, target, [&](std::string_view text, const Blueprint& blueprint) {
    const Names names{.blueprint = blueprint};
    const Instant midnight = source.reading.day().midnight;
    Parsed<Command> parsed = parse_command(with_instants(text, midnight), names);
    return parsed.value ? parsed : parse_command(text, names);
  });
}

void read_value(const Source& source, Happening& target) {
  TableReader table{source};
  Moment at;
  table.read("at", at);
  table.read("do", target.command);
  table.require({"at", "do"});
  table.finish();
  target.at = at.at;
}

}  // namespace v1
}  // namespace acd
