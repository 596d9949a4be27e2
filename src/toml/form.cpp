// JSON is written by hand: it is a few braces.
#include "toml/form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace acd {
inline namespace v1 {
namespace {

std::string json_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string json_list(const std::vector<std::string_view>& words) {
  std::string list;
  for (const std::string_view word : words) {
    list += (list.empty() ? "" : ", ") + json_string(word);
  }
  return '[' + list + ']';
}

/// Objects of JSON, entry by entry, two blanks further in than what is around them.
class JsonObject {
 public:
  explicit JsonObject(std::string margin) : margin_{std::move(margin)} {}

  void add(std::string_view key, const std::string& value) {
    text_ +=
        fmt::format("{}\n{}  {}: {}", text_.empty() ? "" : ",", margin_, json_string(key), value);
  }
  [[nodiscard]] std::string margin_of_entries() const { return margin_ + "  "; }
  [[nodiscard]] std::string text() const {
    return text_.empty() ? "{}" : fmt::format("{{{}\n{}}}", text_, margin_);
  }

 private:
  std::string margin_;
  std::string text_{};
};

std::string schema_text(const Form& form, const std::string& margin);

void add_members(JsonObject& schema, const Form& form) {
  JsonObject properties{schema.margin_of_entries()};
  std::vector<std::string_view> required;
  for (const Form::Member& member : form.members) {
    properties.add(member.key, schema_text(member.form, properties.margin_of_entries()));
    if (member.is_required) required.push_back(member.key);
  }
  schema.add("properties", properties.text());
  schema.add("additionalProperties", "false");
  if (!required.empty()) schema.add("required", json_list(required));
  std::string choices;
  for (const std::string_view key : form.one_of) {
    choices +=
        (choices.empty() ? "" : ", ") + fmt::format("{{\"required\": {}}}", json_list({key}));
  }
  if (!choices.empty()) schema.add("anyOf", '[' + choices + ']');
}

void add_form(JsonObject& schema, const Form& form) {
  const bool is_plain = form.words == "a table" || form.words == "a string";
  if (!form.words.empty() && !is_plain) schema.add("description", json_string(form.words));
  if (form.types.size() == 1) schema.add("type", json_string(form.types.front()));
  if (form.types.size() > 1) schema.add("type", json_list(form.types));
  if (!form.choices.empty()) schema.add("enum", json_list(form.choices));
  if (form.max) {
    schema.add("minimum", "0");
    schema.add("maximum", std::to_string(*form.max));
  }
  const bool is_array = std::ranges::find(form.types, "array") != form.types.end();
  if (form.each) {
    schema.add(is_array ? "items" : "additionalProperties",
               schema_text(*form.each, schema.margin_of_entries()));
  }
  if (!form.members.empty()) add_members(schema, form);
}

std::string schema_text(const Form& form, const std::string& margin) {
  JsonObject schema{margin};
  add_form(schema, form);
  return schema.text();
}

}  // namespace

Form& Form::member(std::string_view key, std::string_view word) {
  const auto found = std::ranges::find(members, key, &Member::key);
  if (found != members.end()) return found->form;
  return members
      .emplace_back(Member{.key = std::string{key}, .word = std::string{word}, .form = {}})
      .form;
}

void Form::require(std::string_view key) {
  const auto found = std::ranges::find(members, key, &Member::key);
  if (found != members.end()) found->is_required = true;
}

bool Form::knows(std::string_view key) const {
  return std::ranges::find(members, key, &Member::key) != members.end();
}

std::string json_schema(const Form& form, std::string_view title) {
  JsonObject schema{""};
  schema.add("$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
  schema.add("title", json_string(title));
  add_form(schema, form);
  return schema.text() + '\n';
}

}  // namespace v1
}  // namespace acd
