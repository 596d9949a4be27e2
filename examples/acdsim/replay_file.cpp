// Reading of replay files with toml++.
#include "replay_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>

#include "text_file.hpp"

namespace acdsim {
namespace {

acd::Position position_of(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

/// A string as it is, a whole number in digits.
std::optional<std::string> text_of(const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return text;
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
  return name == "calls" || name == "skills" || name == "shifts";
}

void resolve(FileSetting& setting, const ReplayFile& file, const std::filesystem::path& beside) {
  if (is_data(setting.name)) {
    setting.text = (file.data_directory / setting.text).lexically_normal().string();
  } else if (setting.name == "blueprint" || setting.name == "journal") {
    setting.text = (beside / setting.text).lexically_normal().string();
  }
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
      const auto value = text_of(node);
      const acd::Position position = position_of(key.source());
      const std::string name{key.str()};
      if (!value) {
        problems.add({result.file, position, name + ": is neither a text nor a whole number"});
      } else if (name != "data" && name != "data_variable") {
        result.settings.push_back({name, *value, position});
        resolve(result.settings.back(), result, beside);
      }
    }
  } catch (const toml::parse_error& error) {
    problems.add({result.file, position_of(error.source()), std::string{error.description()}});
  }
  return result;
}

}  // namespace acdsim
