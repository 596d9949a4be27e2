// Where a report goes besides the terminal: `--out KIND:FILE`, as often as one likes.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace acdsim {

enum class ReportKind : std::uint8_t { csv, json, junit, html };
inline constexpr std::array<std::pair<ReportKind, std::string_view>, 4> report_kinds{
    {{ReportKind::csv, "csv"},
     {ReportKind::json, "json"},
     {ReportKind::junit, "junit"},
     {ReportKind::html, "html"}}};

struct ReportFile {
  ReportKind kind{};
  std::filesystem::path path{};  ///< "-" is stdout
  [[nodiscard]] bool is_stdout() const { return path == "-"; }
};

/// Of "json:result.json", each. Throws Failure(usage) for a kind that is not in `allowed`, a file
/// without a name, and for more than one on stdout.
[[nodiscard]] std::vector<ReportFile> report_files(const std::vector<std::string>& texts,
                                                   const std::vector<ReportKind>& allowed);

/// The same with the kinds that sweep, compare and staff have.
[[nodiscard]] std::vector<ReportFile> experiment_files(const std::vector<std::string>& texts);

/// Throws Failure(cannot_create).
void write_report(const ReportFile& file, std::string_view text);

}  // namespace acdsim
