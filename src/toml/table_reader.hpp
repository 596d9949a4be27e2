// Reads a table key by key; a key that nobody asked for is unknown.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

/// Over a form it notes the keys and what each may hold.
class TableReader {
 public:
  /// Reports a source that is no table, and then reads nothing.
  explicit TableReader(const Source& source)
      : source_{source}, table_{source.form == nullptr ? source.node.as_table() : nullptr} {
    if (table_ != nullptr) return;
    const bool is_doubled = source.form == nullptr && source.node.is_array_of_tables();
    source_.expected(is_doubled ? "a table, its header in single brackets" : "a table", {"object"});
  }

  /// Reads the key, if it is there, into the member of the same name.
  template <class Target>
  void read(std::string_view key, Target& target) {
    read(key, key, target);
  }

  /// Reads the key, if it is there, into a member of another name.
  template <class Target>
  void read(std::string_view key, std::string_view member, Target& target) {
    if (source_.form != nullptr) return note(key, member, target);
    asked_.push_back(key);
    const toml::node* node = table_ == nullptr ? nullptr : table_->get(key);
    if (node == nullptr) return;
    const Source source{source_.reading, *node, member_path(member)};
    source_.reading.remember(source.path, position_of(node->source()));
    read_value(source, target);
  }

  /// Keys that the table must have.
  void require(std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
      required_.push_back(key);
      if (source_.form != nullptr) source_.form->require(key);
    }
  }

  /// The first of these keys, unless the table has another one of them.
  void require_one_of(std::initializer_list<std::string_view> keys) {
    if (source_.form != nullptr) source_.form->one_of = keys;
    const bool has_one = table_ != nullptr && std::ranges::any_of(keys, [&](std::string_view key) {
                           return table_->contains(key);
                         });
    if (source_.form == nullptr && !has_one) required_.push_back(*keys.begin());
  }

  /// Reports the keys that were not asked for, and those that must be there and are not. True if
  /// there are none: then what else is missing is meant to be.
  bool finish() {
    if (table_ == nullptr) return source_.form != nullptr;
    const std::vector<std::string_view> unknown = report_unknown();
    if (!unknown.empty()) source_.reading.mark_incomplete(source_.path);
    bool is_whole = unknown.empty();
    for (const std::string_view key : required_) {
      if (table_->contains(key) || is_misspelt(key, unknown)) continue;
      is_whole = false;
      source_.reading.report(member_path(key), fmt::format("no {} is given", quoted(key)),
                             position_of(source_.node.source()));
    }
    return is_whole;
  }

 private:
  [[nodiscard]] std::string member_path(std::string_view member) const {
    const std::string& path = source_.path;
    return path.empty() ? std::string{member} : fmt::format("{}.{}", path, member);
  }

  std::vector<std::string_view> report_unknown() const {
    std::vector<std::string_view> unknown;
    for (const auto& [key, node] : in_file_order(*table_)) {
      const std::string_view name = key->str();
      if (std::ranges::find(asked_, name) != asked_.end()) continue;
      const auto itself = [](std::string_view known) { return known; };
      source_.reading.report(
          member_path(word_or_quoted(name)),
          fmt::format("unknown key {}{}", quoted(name), did_you_mean(name, asked_, itself)),
          position_of(key->source()));
      unknown.push_back(name);
    }
    return unknown;
  }

  static bool is_misspelt(std::string_view key, const std::vector<std::string_view>& unknown) {
    return std::ranges::any_of(unknown, [key](std::string_view name) {
      return !did_you_mean(name, std::array{key}, [](std::string_view word) {
                return word;
              }).empty();
    });
  }

  /// What the key may hold; the target stays as it is.
  template <class Target>
  void note(std::string_view key, std::string_view member, const Target& target) {
    Target unused = target;
    const Source source{source_.reading, source_.node, {}, &source_.form->member(key, member)};
    read_value(source, unused);
  }

  Source source_;
  const toml::table* table_;
  std::vector<std::string_view> asked_{};
  std::vector<std::string_view> required_{};
};

}  // namespace v1
}  // namespace acd
