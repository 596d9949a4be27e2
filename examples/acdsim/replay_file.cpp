// Reading of replay files with toml++.
#include "replay_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "text_file.hpp"

namespace acdsim {
namespace {

acd::Position position_of(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

/// A string as it is, a whole number in digits.
std::optional<std::string> text_of(const toml::node& node) {
  if (auto text = node.value_exact<std::string>()) return text;
  if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  return std::nullopt;
}

std::filesystem::path data_directory_of(const toml::table& table,
                                        const std::filesystem::path& beside) {
  if (const auto variable = table["data_variable"].value_exact<std::string>()) {
    const char* value = std::getenv(variable->c_str());
    if (value != nullptr && *value != '\0') return value;
  }
  return beside / table["data"].value_exact<std::string>().value_or("");
}

bool is_data(std::string_view name) {
  return name == "calls" || name == "skills" || name == "shifts" || name == "surge";
}

std::string resolved(const std::string& name, const std::string& text, const ReplayFile& file,
                     const std::filesystem::path& beside) {
  if (is_data(name)) return (file.data_directory / text).lexically_normal().string();
  const bool is_beside = name == "blueprint" || name == "journal";
  return is_beside ? (beside / text).lexically_normal().string() : text;
}

bool is_earlier(const FileSetting& a, const FileSetting& b) {
  return std::pair{a.position.line, a.position.column} <
         std::pair{b.position.line, b.position.column};
}

}  // namespace

ReplayFile read_replay_file(const std::filesystem::path& path,
                            const std::filesystem::path& data_directory, ProblemList& problems) {
  ReplayFile result{.file = path.string(), .data_directory = {}, .settings = {}};
  const std::string text = read_text_file(path);
  try {
    const toml::table table = toml::parse(text, result.file);
    const std::filesystem::path beside = path.parent_path();
    result.data_directory =
        data_directory.empty() ? data_directory_of(table, beside) : data_directory;
    for (const auto& [key, node] : table) {
      const std::string name{key.str()};
      if (name == "data" || name == "data_variable") continue;
      FileSetting setting{name, text_of(node), position_of(key.source())};
      if (setting.text) setting.text = resolved(name, *setting.text, result, beside);
      result.settings.push_back(std::move(setting));
    }
    std::sort(result.settings.begin(), result.settings.end(), is_earlier);
  } catch (const toml::parse_error& error) {
    problems.add({result.file, position_of(error.source()), std::string{error.description()}});
  }
  return result;
}

}  // namespace acdsim
