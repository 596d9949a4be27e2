// Runs the program by std::system, output in files of a scratch directory.
#include "program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace acdsim_test {

std::string read_whole(const std::string& path) {
  const std::ifstream file{path, std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_text(const std::string& path, const std::string& text) {
  std::ofstream{path, std::ios::binary} << text;
}

static std::filesystem::path own_directory() {
  return std::filesystem::temp_directory_path() / ("acdsim_test_" + std::to_string(getpid()));
}

std::string scratch_directory() {
  const std::filesystem::path directory = own_directory() / "files";
  std::filesystem::remove_all(directory);
  std::filesystem::create_directories(directory);
  return directory.string();
}

std::string examples_directory() {
  return (std::filesystem::path{ACD_TESTS_DIR} / ".." / "examples").lexically_normal().string();
}

Run run_acdsim(const std::string& arguments) {
  std::filesystem::create_directories(own_directory());
  const std::string out = (own_directory() / "out").string();
  const std::string err = (own_directory() / "err").string();
  const std::string command =
      std::string{ACDSIM_PROGRAM} + " " + arguments + " >" + out + " 2>" + err + " </dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_whole(out), read_whole(err)};
}

std::string golden(const std::string& name, const std::string& out) {
  const std::string path = std::string{ACD_TESTS_DIR} + "/acdsim/golden/" + name;
  if (std::getenv("ACD_REWRITE_GOLDEN") != nullptr) std::ofstream{path, std::ios::binary} << out;
  return read_whole(path);
}

}  // namespace acdsim_test
