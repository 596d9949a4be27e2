// What is published is compared, or left out by name for a reason.
#include <algorithm>
#include <string>

#include "simulation/theory.hpp"
#include "support/catch.hpp"

namespace acd::test {
namespace {

TEST_CASE("every published figure is compared, or left out by name") {
  int compared_count = 0;
  int left_out_count = 0;
  for (const Published& one : published()) {
    for (const nlohmann::json& row : one.rows) {
      const std::string name = row["name"];
      CAPTURE(name);
      const bool is_left_out = !left_out(one, row).empty();
      CHECK((is_left_out || Played::by_a_test(one)));
      if (is_left_out) {
        ++left_out_count;
      } else {
        ++compared_count;
      }
    }
  }
  CHECK(compared_count == 390);
  CHECK(left_out_count == 6 + 6);  // six are approximations
}

TEST_CASE("what is left out is published") {
  for (const std::string_view name : names_left_out()) {
    CAPTURE(std::string{name});
    CHECK(std::ranges::any_of(published(), [&](const Published& one) {
      return one.name == name || std::ranges::any_of(one.rows, [&](const nlohmann::json& row) {
               return row["name"].get<std::string>() == name;
             });
    }));
  }
}

}  // namespace
}  // namespace acd::test
