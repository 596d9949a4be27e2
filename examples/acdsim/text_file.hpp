// Whole files in and out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace acdsim {

/// Throws Failure(no_input) with the system's reason.
[[nodiscard]] std::string read_text_file(const std::filesystem::path& path);
/// Throws Failure(cannot_create) with the system's reason.
void write_file(const std::filesystem::path& path, std::span<const std::byte> bytes);
void write_text_file(const std::filesystem::path& path, std::string_view text);

}  // namespace acdsim
