// Walks a path over the tree of the file and its form at once.
#include "toml/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "util/did_you_mean.hpp"
#include "util/word.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// A key, the name of a line, or its number in brackets.
struct Step {
  std::string word{};
  std::optional<std::size_t> number{};
};

/// What stands in double quotes at the begin of the text, which is cut; nothing if they do not end.
std::optional<std::string> take_quoted(std::string_view& text) {
  std::string word;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return word;
    }
    const std::size_t escape = text[i] == '\\' && i + 1 < text.size()
                                   ? escape_letters.find(text[i + 1])
                                   : std::string_view::npos;
    if (escape == std::string_view::npos) {
      word += text[i];
    } else {
      word += escaped_characters[escape];
      ++i;
    }
  }
  return std::nullopt;
}

/// "[3]" at the begin of the text, which is cut.
std::optional<std::size_t> take_number(std::string_view& text) {
  std::size_t number = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data() + 1, last, number);
  if (error != std::errc{} || end == last || *end != ']') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end + 1 - text.data()));
  return number;
}

std::optional<Step> take_step(std::string_view& text, bool is_first) {
  if (text.starts_with('[') && !is_first) {
    const std::optional<std::size_t> number = take_number(text);
    if (!number) return std::nullopt;
    return Step{{}, number};
  }
  if (!is_first && !text.starts_with('.')) return std::nullopt;
  if (!is_first) text.remove_prefix(1);
  if (text.starts_with('"')) {
    std::optional<std::string> word = take_quoted(text);
    if (!word) return std::nullopt;
    return Step{std::move(*word), {}};
  }
  const std::size_t length = std::min(text.find_first_of(".["), text.size());
  if (length == 0) return std::nullopt;
  const Step step{std::string{text.substr(0, length)}, {}};
  text.remove_prefix(length);
  return step;
}

/// Empty if the path is none.
std::vector<Step> steps_of(std::string_view path) {
  std::vector<Step> steps;
  while (!path.empty()) {
    std::optional<Step> step = take_step(path, steps.empty());
    if (!step) return {};
    steps.push_back(std::move(*step));
  }
  return steps;
}

/// By its key, or by the word that problems have for it.
const Form::Member* member_of(const Form& form, std::string_view word) {
  const auto by_key = std::ranges::find(form.members, word, &Form::Member::key);
  if (by_key != form.members.end()) return &*by_key;
  const auto by_word = std::ranges::find(form.members, word, &Form::Member::word);
  return by_word != form.members.end() ? &*by_word : nullptr;
}

/// Values of files have positions, and copies of them have none; their keys would keep theirs.
void put_copy(toml::array& target, const toml::node& value);
void put_copy(toml::table& target, std::string_view key, const toml::node& value) {
  if (const toml::table* table = value.as_table()) {
    toml::table copy;
    for (const auto& [name, node] : *table) put_copy(copy, name.str(), node);
    target.insert_or_assign(key, std::move(copy));
  } else if (const toml::array* array = value.as_array()) {
    toml::array copy;
    for (const toml::node& node : *array) put_copy(copy, node);
    target.insert_or_assign(key, std::move(copy));
  } else {
    target.insert_or_assign(key, value);
  }
}
void put_copy(toml::array& target, const toml::node& value) {
  toml::table holder;
  put_copy(holder, "value", value);
  target.push_back(std::move(*holder.get("value")));
}

/// `{value = ...}`
toml::table value_of(const std::string& text) {
  try {
    toml::table parsed = toml::parse("value = " + text);
    if (parsed.size() == 1 && parsed.contains("value")) return parsed;
  } catch (const toml::parse_error&) {  // a string without its quotes
  }
  return toml::table{{"value", text}};
}

/// One way through the file.
class Walk {
 public:
  Walk(toml::table& file, const Form& form) : node_{&file}, form_{&form} {}

  /// Goes one step; what is not there yet is made. False if there is no such place.
  [[nodiscard]] bool go(const Step& step) {
    return node_->is_array() ? go_to_line(step) : go_to_key(step);
  }
  /// Puts the value at the last step.
  [[nodiscard]] bool put(const Step& step, const toml::node& value) {
    if (node_->is_array()) {
      toml::array& lines = *node_->as_array();
      const std::optional<std::size_t> index = line_of(step);
      if (!index) return false;
      toml::array holder;
      put_copy(holder, value);
      lines.replace(lines.cbegin() + static_cast<std::ptrdiff_t>(*index), std::move(holder[0]));
      return true;
    }
    const std::optional<Key> key = key_of(step);
    if (key) put_copy(*node_->as_table(), key->name, value);
    return key.has_value();
  }
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  struct Key {
    std::string name{};
    const Form* form = nullptr;
  };

  bool fail(std::string message) {
    message_ = std::move(message);
    return false;
  }
  void fail_unknown(const std::string& word, const std::vector<std::string>& known) {
    const auto itself = [](std::string_view each) { return each; };
    fail(fmt::format("there is no {}{}{}", quoted(word), where(),
                     did_you_mean(word, known, itself)));
  }
  [[nodiscard]] std::string where() const { return walked_.empty() ? "" : " in " + walked_; }
  void walk_to(toml::node& node, const Form* form, const Step& step) {
    node_ = &node;
    form_ = form;
    if (step.number) {
      walked_ += fmt::format("[{}]", *step.number);
    } else {
      walked_ += (walked_.empty() ? "" : ".") + word_or_quoted(step.word);
    }
  }

  [[nodiscard]] std::optional<Key> key_of(const Step& step) {
    if (step.number || !node_->is_table()) {
      fail(fmt::format("{} is no {}", walked_, step.number ? "list" : "table"));
      return std::nullopt;
    }
    if (form_->each != nullptr) return Key{step.word, form_->each.get()};
    if (const Form::Member* member = member_of(*form_, step.word)) {
      return Key{member->key, &member->form};
    }
    std::vector<std::string> known;
    for (const Form::Member& member : form_->members) {
      known.push_back(member.key);
      known.push_back(member.word);
    }
    fail_unknown(step.word, known);
    return std::nullopt;
  }
  [[nodiscard]] bool go_to_key(const Step& step) {
    const std::optional<Key> key = key_of(step);
    if (!key) return false;
    toml::table& table = *node_->as_table();
    if (!table.contains(key->name)) {
      const bool may_be_table = std::ranges::count(key->form->types, "object") > 0;
      if (!may_be_table) return fail(fmt::format("there is no {}{}", quoted(step.word), where()));
      table.insert(key->name, toml::table{});
    }
    walk_to(*table.get(key->name), key->form, step);
    return true;
  }

  [[nodiscard]] std::optional<std::size_t> line_of(const Step& step) {
    const toml::array& lines = *node_->as_array();
    if (step.number) {
      if (*step.number < lines.size()) return step.number;
      fail(fmt::format("{} has {} lines, the first is [0]", walked_, lines.size()));
      return std::nullopt;
    }
    std::vector<std::string> names;
    for (const toml::node& line : lines) {
      const toml::table* table = line.as_table();
      const toml::node* name = table == nullptr ? nullptr : table->get("name");
      names.push_back(name == nullptr ? "" : name->value_or(std::string{}));
    }
    const auto found = std::ranges::find(names, step.word);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    fail_unknown(step.word, names);
    return std::nullopt;
  }
  [[nodiscard]] bool go_to_line(const Step& step) {
    const std::optional<std::size_t> index = line_of(step);
    if (!index) return false;
    const Form* form = form_->each == nullptr ? form_ : form_->each.get();
    walk_to((*node_->as_array())[*index], form, step);
    return true;
  }

  toml::node* node_;
  const Form* form_;
  std::string walked_{};
  std::string message_{};
};

/// What is wrong with the setting; empty if it stands in the file now.
std::string put_setting(toml::table& file, const Form& form, const Setting& setting) {
  const std::vector<Step> steps = steps_of(setting.path);
  if (steps.empty()) return "a path is such as groups.sales.target_wait or staff[0].count";
  Walk walk{file, form};
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (!walk.go(steps[i])) return walk.message();
  }
  const toml::table value = value_of(setting.value);
  return walk.put(steps.back(), *value.get("value")) ? "" : walk.message();
}

}  // namespace

bool begins_within(std::string_view path, const Form& form) {
  const std::string_view first = path.substr(0, std::min(path.find_first_of(".["), path.size()));
  return member_of(form, first) != nullptr;
}

std::vector<Setting> settings_within(const Form& form, std::span<const Setting> settings) {
  std::vector<Setting> within;
  std::ranges::copy_if(settings, std::back_inserter(within),
                       [&](const Setting& setting) { return begins_within(setting.path, form); });
  return within;
}

void put_settings(toml::table& file, const Form& form, std::span<const Setting> settings,
                  Reading& reading) {
  for (const Setting& setting : settings) {
    std::string message = put_setting(file, form, setting);
    if (!message.empty()) reading.report(setting.path, std::move(message), {});
  }
}

}  // namespace v1
}  // namespace acd
