// A CSV file with a header line: rows of fields that know their place.
//
// Fields are separated by commas and are not quoted; spaces around them do not count, empty
// lines neither. A row with another number of fields than the header is reported and skipped.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "problem_list.hpp"

namespace acdsim {

struct CsvField {
  std::string_view name{};  ///< of its column
  std::string_view text{};  ///< valid until the next row
  acd::Position position{};
};

class CsvFile {
 public:
  /// Throws Failure(no_input) if the file cannot be read. `problems` outlives the file.
  static CsvFile open(const std::filesystem::path& path, ProblemList& problems);
  /// `text` outlives the file.
  static CsvFile from_text(std::string name, std::string_view text, ProblemList& problems);
  ~CsvFile();
  CsvFile(CsvFile&&) noexcept;

  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  /// Index of the column of this name; reports it as missing if there is none.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name);
  /// The same of a column that may be missing.
  [[nodiscard]] std::optional<std::size_t> optional_column(std::string_view name) const;

  /// Goes to the next well-formed row; false at the end.
  [[nodiscard]] bool next_row();
  [[nodiscard]] CsvField field(std::size_t column) const;

  /// Reports a problem with a field of the row: "name: message".
  void complain(const CsvField& field, std::string_view message);
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct Lines;  // the line reader of fast-cpp-csv-parser
  CsvFile(std::string name, std::unique_ptr<Lines> lines, ProblemList& problems);
  [[nodiscard]] bool next_line();
  void read_header();
  void split(std::string_view line);
  void report(acd::Position position, std::string message);

  std::string name_;
  std::unique_ptr<Lines> lines_;
  ProblemList* problems_;
  std::vector<std::string> header_{};
  std::vector<std::string_view> fields_{};
  std::string_view line_{};
  int line_number_ = 0;
};

}  // namespace acdsim
