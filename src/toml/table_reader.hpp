// Reads a table key by key; a key that nobody asked for is unknown.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

class TableReader {
 public:
  /// Reports a source that is no table, and then reads nothing.
  explicit TableReader(const Source& source)
      : reading_{source.reading}, table_{source.node.as_table()}, path_{source.path} {
    if (table_ == nullptr) source.expected("a table");
  }

  /// Reads the key, if it is there, into the member of the same name.
  template <class Target>
  void read(std::string_view key, Target& target) {
    read(key, key, target);
  }

  /// Reads the key, if it is there, into a member of another name.
  template <class Target>
  void read(std::string_view key, std::string_view member, Target& target) {
    asked_.push_back(key);
    const toml::node* node = table_ == nullptr ? nullptr : table_->get(key);
    if (node == nullptr) return;
    const Source source{reading_, *node, member_path(member)};
    reading_.remember(source.path, position_of(node->source()));
    read_value(source, target);
  }

  /// Reports the keys that were not asked for.
  void finish() {
    if (table_ == nullptr) return;
    for (const auto& [key, node] : in_file_order(*table_)) {
      const std::string_view name = key->str();
      if (std::ranges::find(asked_, name) != asked_.end()) continue;
      const auto itself = [](std::string_view known) { return known; };
      reading_.report(
          member_path(word_or_quoted(name)),
          fmt::format("unknown key {}{}", quoted(name), did_you_mean(name, asked_, itself)),
          position_of(key->source()));
    }
  }

 private:
  [[nodiscard]] std::string member_path(std::string_view member) const {
    return path_.empty() ? std::string{member} : fmt::format("{}.{}", path_, member);
  }

  Reading& reading_;
  const toml::table* table_;
  std::string path_;
  std::vector<std::string_view> asked_{};
};

}  // namespace v1
}  // namespace acd
