// Reading of lines with fast-cpp-csv-parser; fields and their places are found here.
#include "csv_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#define CSV_IO_NO_THREAD  // its reader thread would be the program's only one
#include <csv.h>

#include "display_width.hpp"
#include "exit_status.hpp"

namespace acdsim {

struct CsvFile::Lines {
  template <class... Arguments>
  explicit Lines(const Arguments&... arguments) : reader{arguments...} {}
  io::LineReader reader;
};

CsvFile CsvFile::open(const std::filesystem::path& path, ProblemList& problems) {
  if (std::filesystem::is_directory(path)) {
    throw Failure{ExitStatus::no_input, path.string() + ": is a directory"};
  }
  try {
    return CsvFile{path.string(), std::make_unique<Lines>(path.string()), problems};
  } catch (const io::error::can_not_open_file& error) {
    throw Failure{ExitStatus::no_input, path.string() + ": " + std::strerror(error.errno_value)};
  }
}

CsvFile CsvFile::from_text(std::string name, std::string_view text, ProblemList& problems) {
  auto lines = std::make_unique<Lines>(name, text.data(), text.data() + text.size());
  return CsvFile{std::move(name), std::move(lines), problems};
}

CsvFile::CsvFile(std::string name, std::unique_ptr<Lines> lines, ProblemList& problems)
    : name_{std::move(name)}, lines_{std::move(lines)}, problems_{&problems} {
  read_header();
}

CsvFile::~CsvFile() = default;
CsvFile::CsvFile(CsvFile&&) noexcept = default;

void CsvFile::read_header() {
  if (!next_line()) {
    report({1, 1}, "the file is empty; a header line was expected");
    return;
  }
  for (const std::string_view name : fields_) {
    if (std::find(header_.begin(), header_.end(), name) != header_.end()) {
      const auto place = static_cast<int>(code_points(line_.substr(
                             0, static_cast<std::size_t>(name.data() - line_.data())))) +
                         1;
      report({line_number_, place}, fmt::format("column \"{}\" appears twice", name));
    }
    header_.emplace_back(name);
  }
}

std::optional<std::size_t> CsvFile::optional_column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::optional<std::size_t> CsvFile::column(std::string_view name) {
  const auto found = optional_column(name);
  if (!found && !header_.empty()) {
    report({1, 1}, fmt::format("column \"{}\" is missing", name));
  }
  return found;
}

bool CsvFile::next_line() {
  try {
    while (const char* line = lines_->reader.next_line()) {
      line_number_ = static_cast<int>(lines_->reader.get_file_line());
      line_ = line;
      if (line_.find_first_not_of(" \t") == std::string_view::npos) continue;
      split(line_);
      return true;
    }
  } catch (const io::error::line_length_limit_exceeded& error) {
    report({error.file_line, 1}, "the line is too long");
  }
  return false;
}

void CsvFile::split(std::string_view line) {
  fields_.clear();
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(',', begin), line.size());
    std::string_view text = line.substr(begin, end - begin);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    fields_.push_back(text);
    begin = end + 1;
  }
}

bool CsvFile::next_row() {
  while (next_line()) {
    if (fields_.size() == header_.size()) return true;
    report({line_number_, 1}, fmt::format("{} field{}, the header names {}", fields_.size(),
                                          fields_.size() == 1 ? "" : "s", header_.size()));
  }
  return false;
}

CsvField CsvFile::field(std::size_t column) const {
  const std::string_view text = fields_[column];
  const auto offset = static_cast<std::size_t>(text.data() - line_.data());
  const auto place = static_cast<int>(code_points(line_.substr(0, offset))) + 1;
  return {header_[column], text, {line_number_, place}};
}

void CsvFile::complain(const CsvField& field, std::string_view message) {
  report(field.position, fmt::format("{}: {}", field.name, message));
}

void CsvFile::report(acd::Position position, std::string message) {
  problems_->add({name_, position, std::move(message)});
}

}  // namespace acdsim
