// Problems as compilers print them: the message, the line of the file, a mark below the column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "acd/config/problem.hpp"
#include "problem_list.hpp"
#include "text_table.hpp"

namespace acdsim {

/// `text` is the whole file. Errors are red, warnings are not.
[[nodiscard]] std::string problems_with_places(const std::vector<acd::Problem>& problems,
                                               const std::string& file, std::string_view text,
                                               const TextStyle& style);
/// Of one file whose text this is.
[[nodiscard]] std::string problems_with_places(const ProblemList& problems, std::string_view text,
                                               const TextStyle& style);

}  // namespace acdsim
