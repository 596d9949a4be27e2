// Names met in the input, numbered in the order of their first appearance.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace acdsim {

class Names {
 public:
  /// The name's number; a new name gets the next one.
  std::size_t intern(std::string_view name) {
    if (const auto known = find(name)) return *known;
    names_.emplace_back(name);
    return numbers_.emplace(name, names_.size() - 1).first->second;
  }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const {
    const auto found = numbers_.find(name);
    if (found == numbers_.end()) return std::nullopt;
    return found->second;
  }
  [[nodiscard]] const std::string& name(std::size_t number) const { return names_[number]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_{};
  std::map<std::string, std::size_t, std::less<>> numbers_{};
};

}  // namespace acdsim
