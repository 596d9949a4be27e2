// Series and rational functions.
#include "simulation/numbers.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace acd::simulation {
namespace {

// ln 2 in two parts: the first has its last 32 bits zero, so whole multiples of it are exact.
constexpr double ln2_high = 0x1.62e42fee00000p-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;

constexpr std::uint64_t exponent_bias = 1023;
constexpr unsigned mantissa_bits = 52;
constexpr std::uint64_t mantissa_mask = (std::uint64_t{1} << mantissa_bits) - 1;

// 1/3, 1/5 ...: a loop that divides each time takes twice as long.
constexpr std::array odd_shares{1.0 / 3,  1.0 / 5,  1.0 / 7,  1.0 / 9,  1.0 / 11, 1.0 / 13,
                                1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21, 1.0 / 23};

template <std::size_t Size>
double polynomial(const std::array<double, Size>& coefficients, double x) {
  double value = coefficients.back();
  for (std::size_t i = Size - 1; i-- > 0;) value = value * x + coefficients[i];
  return value;
}

}  // namespace

double log_of(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  auto exponent =
      static_cast<std::int64_t>(bits >> mantissa_bits) - static_cast<std::int64_t>(exponent_bias);
  const double from_1_to_2 =
      std::bit_cast<double>((bits & mantissa_mask) | (exponent_bias << mantissa_bits));
  const bool is_beyond = from_1_to_2 > 0x1.6a09e667f3bcdp+0;  // the square root of 2
  const double mantissa = from_1_to_2 * (is_beyond ? 0.5 : 1.0);
  exponent += is_beyond ? 1 : 0;
  // ln m = 2 artanh((m - 1) / (m + 1)), and that by its series.
  const double ratio = (mantissa - 1) / (mantissa + 1);
  const double square = ratio * ratio;
  double series = 0;
  for (std::size_t i = odd_shares.size(); i-- > 0;) series = (series + odd_shares[i]) * square;
  const auto twos = static_cast<double>(exponent);
  return twos * ln2_high + (2 * ratio + (2 * ratio * series + twos * ln2_low));
}

double exp_of(double x) {
  const double twos = std::floor(x / (ln2_high + ln2_low) + 0.5);
  const double rest = (x - twos * ln2_high) - twos * ln2_low;
  double series = 1;
  for (int i = 15; i >= 1; --i) series = 1 + series * rest / i;
  const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(twos) +
                                                   static_cast<std::int64_t>(exponent_bias));
  return series * std::bit_cast<double>(exponent << mantissa_bits);
}

double normal_quantile(double p) {
  constexpr std::array a{3.3871328727963666080e0,  1.3314166789178437745e+2,
                         1.9715909503065514427e+3, 1.3731693765509461125e+4,
                         4.5921953931549871457e+4, 6.7265770927008700853e+4,
                         3.3430575583588128105e+4, 2.5090809287301226727e+3};
  constexpr std::array b{1.0,
                         4.2313330701600911252e+1,
                         6.8718700749205790830e+2,
                         5.3941960214247511077e+3,
                         2.1213794301586595867e+4,
                         3.9307895800092710610e+4,
                         2.8729085735721942674e+4,
                         5.2264952788528545610e+3};
  constexpr std::array c{1.42343711074968357734e0,  4.63033784615654529590e0,
                         5.76949722146069140550e0,  3.64784832476320460504e0,
                         1.27045825245236838258e0,  2.41780725177450611770e-1,
                         2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr std::array d{1.0,
                         2.05319162663775882187e0,
                         1.67638483018380384940e0,
                         6.89767334985100004550e-1,
                         1.48103976427480074590e-1,
                         1.51986665636164571966e-2,
                         5.47593808499534494600e-4,
                         1.05075007164441684324e-9};
  constexpr std::array e{6.65790464350110377720e0,  5.46378491116411436990e0,
                         1.78482653991729133580e0,  2.96560571828504891230e-1,
                         2.65321895265761230930e-2, 1.24266094738807843860e-3,
                         2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr std::array f{1.0,
                         5.99832206555887937690e-1,
                         1.36929880922735805310e-1,
                         1.48753612908506148525e-2,
                         7.86869131145613259100e-4,
                         1.84631831751005468180e-5,
                         1.42151175831644588870e-7,
                         2.04426310338993978564e-15};
  const double q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  const double r = std::sqrt(-log_of(q < 0 ? p : 1 - p));
  const double tail = r <= 5 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6)
                             : polynomial(e, r - 5) / polynomial(f, r - 5);
  return q < 0 ? -tail : tail;
}

}  // namespace acd::simulation
