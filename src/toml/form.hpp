// The form of a file: which keys its tables have, and what each value may be.
//
// It is not written down a second time: the functions that read a file are run over nothing, and
// note what they ask for.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace acd {
inline namespace v1 {

/// What one place of a file may hold.
struct Form {
  std::vector<std::string_view> types{};  ///< as JSON Schema names them; empty: anything
  std::string words{};                    ///< in words, as messages say it
  std::vector<std::string_view> choices{};
  std::optional<std::int64_t> max{};  ///< of a number from 0 on
  std::unique_ptr<Form> each{};       ///< element of an array, or value of a table of any keys

  struct Member;
  std::vector<Member> members;  ///< of a table, in the order in which they are read

  /// `word` is what problems call it.
  Form& member(std::string_view key, std::string_view word);
  void require(std::string_view key);
  /// Keys of which the table must have one; none: there is no such rule.
  std::vector<std::string_view> one_of{};
  [[nodiscard]] bool knows(std::string_view key) const;
};

struct Form::Member {
  std::string key{};
  std::string word{};
  Form form{};
  bool is_required = false;
};

/// The form as a JSON Schema (draft 2020-12).
[[nodiscard]] std::string json_schema(const Form& form, std::string_view title);

}  // namespace v1
}  // namespace acd
