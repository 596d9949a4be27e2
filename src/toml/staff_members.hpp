// Reads who works when: agents by name, or so many of a group, made for the day.
#pragma once

#include <cstdint>
#include <vector>

#include "acd/simulation/scenario.hpp"
#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// `[[staff]]`: makes its agents first, so that every line may name them.
class StaffLines {
 public:
  /// Appends to the blueprint the agents that lines with a group and a count make: "sales-1",
  /// "sales-2" ... in the order of the file. What is wrong with the lines is for `read_value`.
  StaffLines(const toml::table& file, Blueprint& blueprint, const Paths& names);

  std::vector<Stretch> stretches{};

 private:
  friend void read_value(const Source& source, StaffLines& target);
  void read_line(const Source& source, std::size_t index);

  struct Made {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  std::vector<Made> made_{};  ///< by line
};

void read_value(const Source& source, StaffLines& target);

}  // namespace v1
}  // namespace acd
