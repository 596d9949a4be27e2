// What is published is compared; approximations are left out.
#include <string>

#include "simulation/theory.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

TEST_CASE("every published figure is compared, but for approximations") {
  int compared_count = 0;
  int left_out_count = 0;
  for (const Published& one : published()) {
    for (const nlohmann::json& row : one.rows) {
      const std::string name = row["name"];
      CAPTURE(name);
      CHECK((!is_compared(row) || Played::by_a_test(one)));
      ++(is_compared(row) ? compared_count : left_out_count);
    }
  }
  CHECK(compared_count == 396);
  CHECK(left_out_count == 6);
}

}  // namespace
}  // namespace acd::test
