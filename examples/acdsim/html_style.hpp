// The look of the page of a scenario.
#pragma once

#include <string_view>

namespace acdsim {

/// A style sheet: light and dark by the reader's preference, one column on a phone, and for print.
[[nodiscard]] std::string_view html_style();

}  // namespace acdsim
