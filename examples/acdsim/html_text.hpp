// Text within HTML and XML.
#pragma once

#include <string>
#include <string_view>

#include "run_tables.hpp"

namespace acdsim {

/// For text and quoted attributes: & < > " ' are references; what XML does not allow (control
/// characters, bytes that are no UTF-8) becomes U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

/// A table in a box that scrolls by itself where it is too wide; the first cell of a row is its
/// heading. `label` names it for readers who do not see it.
[[nodiscard]] std::string html_table(const ReportTable& table, const std::string& label);

}  // namespace acdsim
