// acdsim: days of a contact centre through the router of libacd.
#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "command_line.hpp"
#include "exit_status.hpp"

int main(int count, char** arguments) {
  using acdsim::ExitStatus;
  try {
    return static_cast<int>(acdsim::parse_command_line(count, arguments)());
  } catch (const acdsim::BadInput& error) {
    std::fputs(error.what(), stderr);
    return static_cast<int>(ExitStatus::bad_data);
  } catch (const acdsim::Failure& error) {
    fmt::print(stderr, "acdsim: {}\n", error.what());
    return static_cast<int>(error.status());
  } catch (const std::exception& error) {
    fmt::print(stderr, "acdsim: {}\n", error.what());
    return static_cast<int>(ExitStatus::internal);
  }
}
