// Distributions of times as text.
//
//   constant(3m)                            exponential(4m)
//   gamma(4m, 0.8)                          mean and coefficient of variation
//   lognormal(4m, 0.9)
//   hyperexponential(30%: 1m, 70%: 6m)      shares and means of exponentials
//   uniform(1m..3m)
//   empirical(10s, 20s, 20s)                one of the values
//   survival(10s: 90%, 20s: 75%)            how many last longer
//   never                                   no end: infinite patience
//
// A share is a percentage, "12.5%", or a number, "0.125".
//
// Law: parse(to_text(x)) == x for what the parser reads. Pure functions, linear in the length of
// the text; any thread. What is wrong with the values is for `check` of the scenario to say.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "acd/companion/policy_text.hpp"
#include "acd/export.hpp"
#include "acd/simulation/time_distribution.hpp"

namespace acd {
inline namespace v1 {

[[nodiscard]] ACD_EXPORT std::string to_text(const TimeDistribution& distribution);
[[nodiscard]] ACD_EXPORT Parsed<TimeDistribution> parse_time_distribution(std::string_view text);

/// "12.5%" or "0.125"; nothing if it is neither. Not bounded.
[[nodiscard]] ACD_EXPORT std::optional<double> parse_share(std::string_view text);

}  // namespace v1
}  // namespace acd
