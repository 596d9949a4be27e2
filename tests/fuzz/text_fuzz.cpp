// Any line as a command and as an event: no crash, and what is read prints and reads again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "acd/companion/text.hpp"

namespace {

const acd::Blueprint& blueprint() {
  static const acd::Blueprint made = [] {
    acd::Blueprint b;
    b.add(acd::Channel{"voice"});
    b.add(acd::Skill{"english"});
    b.add(acd::Attribute{
        .name = "tier", .type = acd::AttributeType::symbol, .symbols = {"silver", "gold"}});
    b.add(acd::Reason{"lunch"});
    b.add(acd::SkillGroup{.name = "tier 2"});
    b.add(acd::Agent{.name = "bob"});
    b.add(acd::ZoneRules{.name = "Europe/Berlin"});
    b.add(acd::TimePlan{.name = "office"});
    b.add(acd::Bot{.name = "helper"});
    b.add(acd::MenuNode{.name = "main menu"});
    b.add(acd::Entry{.name = "hotline", .rules = {{.name = "first come"}}});
    return b;
  }();
  return made;
}

template <class Parse>
void read_and_print(std::string_view line, const Parse& parse) {
  acd::SessionDirectory directory;
  acd::SymbolTable symbols;
  if (directory.bind(symbols.intern("alice"), {0, 1}) != acd::Status::applied) std::abort();
  const acd::Names names{blueprint(), &directory, &symbols, acd::earliest};
  const auto parsed = parse(line, names);
  if (parsed.value.has_value() != parsed.message.empty()) std::abort();
  if (!parsed.value) return;
  const auto again = parse(to_text(*parsed.value, names), names);
  if (again.value != parsed.value) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line{reinterpret_cast<const char*>(data), size};
  read_and_print(line, acd::parse_timed_command);
  read_and_print(line, acd::parse_command);
  read_and_print(line, acd::parse_event);
  return 0;
}
