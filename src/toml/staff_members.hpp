// Reads who works when: agents by name, or so many of a group or like an agent, made for the day.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "acd/simulation/scenario.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// `[[staff]]`: makes its agents first, so that every line may name them.
class StaffLines {
 public:
  /// Appends to the blueprint the agents that lines with a count make: "sales-1", "sales-2" ... of
  /// group "sales", or like agent "sales". What is wrong with the lines is for `read_value`.
  StaffLines(const toml::table& file, Blueprint& blueprint, const Paths& names);

  std::vector<Stretch> stretches{};

 private:
  friend void read_value(const Source& source, StaffLines& target);
  void read_line(const Source& source, std::size_t index);

  struct Made {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  Made make(const Agent& pattern, std::uint32_t count, Blueprint& blueprint);

  struct Shift {
    Instant begin{};
    Instant end{};
    std::uint32_t days = 1;
  };
  void add(const Source& source, const std::string& who, std::uint32_t agent, const Shift& shift);

  std::vector<Made> made_{};                        ///< by line
  std::map<std::string, std::uint32_t> numbers_{};  ///< of those made, by what comes before
};

void read_value(const Source& source, StaffLines& target);

}  // namespace v1
}  // namespace acd
