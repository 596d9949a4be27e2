// Files as text, and text as rows.
#include "plan/records.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/catch.hpp"

namespace acd::test {
namespace {

std::string record_directory() {
  const char* named = std::getenv("ACD_DATA_DIR");
  if (named != nullptr && *named != '\0') return named;
  return std::string{ACD_TESTS_DIR} + "/../../shared/data";
}

std::optional<std::string> text_of_file(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

std::optional<std::string> record(const std::string& file) {
  const std::string directory = record_directory();
  std::optional<std::string> text = text_of_file(directory + '/' + file);
  if (!text) {
    WARN("Skipped: there is no " << file << " in " << directory
                                 << "; set ACD_DATA_DIR to its directory.");
  }
  return text;
}

std::string kept_record(const std::string& file) {
  const auto text = text_of_file(std::string{ACD_TESTS_DIR} + "/plan/" + file);
  REQUIRE(text);
  return *text;
}

std::vector<std::vector<std::string>> rows_of(const std::string& csv, std::size_t cells) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines{csv};
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::vector<std::string> row;
    std::istringstream rest{line};
    for (std::string cell; row.size() + 1 < cells && std::getline(rest, cell, ',');) {
      row.push_back(cell);
    }
    std::string last;
    std::getline(rest, last);
    row.push_back(last);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace acd::test
