// Quotes are doubled within quotes.
#include "csv_line.hpp"

#include <cstdlib>

namespace acdsim {
namespace {

bool is_number(const std::string& text) {
  char* end = nullptr;
  static_cast<void>(std::strtod(text.c_str(), &end));
  return !text.empty() && *end == '\0';
}

std::string harmless(const std::string& text) {
  const bool may_be_formula = text.find_first_of("=+-@\t\r") == 0;
  return may_be_formula && !is_number(text) ? "'" + text : text;
}

std::string cell(const std::string& raw) {
  const std::string text = harmless(raw);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& each : cells) {
    if (!line.empty() || &each != cells.data()) line += ',';
    line += cell(each);
  }
  return line + "\r\n";
}

}  // namespace acdsim
