// Reads what the options ask for before anything is simulated.
#include "report_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "exit_status.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

std::optional<ReportKind> kind_of(std::string_view name, const std::vector<ReportKind>& allowed) {
  for (const auto& [kind, known] : report_kinds) {
    if (known == name && std::ranges::find(allowed, kind) != allowed.end()) return kind;
  }
  return std::nullopt;
}

std::string names_of(const std::vector<ReportKind>& allowed) {
  std::string names;
  for (const auto& [kind, name] : report_kinds) {
    if (std::ranges::find(allowed, kind) == allowed.end()) continue;
    names += names.empty() ? std::string{name} : ", " + std::string{name};
  }
  return names;
}

ReportFile file_of(const std::string& text, const std::vector<ReportKind>& allowed) {
  const std::size_t colon = text.find(':');
  const std::optional<ReportKind> kind = kind_of(text.substr(0, colon), allowed);
  if (colon == std::string::npos || !kind) {
    throw Failure{ExitStatus::usage,
                  fmt::format("--out: expected KIND:FILE with one of the kinds {}, found \"{}\"",
                              names_of(allowed), text)};
  }
  if (colon + 1 == text.size()) {
    throw Failure{ExitStatus::usage, fmt::format("--out: \"{}\" names no file", text)};
  }
  return {*kind, text.substr(colon + 1)};
}

}  // namespace

std::vector<ReportFile> report_files(const std::vector<std::string>& texts,
                                     const std::vector<ReportKind>& allowed) {
  std::vector<ReportFile> files;
  files.reserve(texts.size());
  for (const std::string& text : texts) files.push_back(file_of(text, allowed));
  if (std::ranges::count_if(files, &ReportFile::is_stdout) > 1) {
    throw Failure{ExitStatus::usage, "--out: only one report can go to stdout"};
  }
  return files;
}

std::vector<ReportFile> experiment_files(const std::vector<std::string>& texts) {
  return report_files(texts, {ReportKind::csv, ReportKind::json, ReportKind::junit});
}

void write_report(const ReportFile& file, std::string_view text) {
  if (file.is_stdout()) {
    std::fwrite(text.data(), 1, text.size(), stdout);
  } else {
    write_text_file(file.path, text);
  }
}

}  // namespace acdsim
