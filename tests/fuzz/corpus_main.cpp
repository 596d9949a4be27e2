// Runs a fuzz target over every file of the directories named: a corpus as a regression test.
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::uint8_t> bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The empty input comes first: it is in every corpus, and git keeps no empty directories.
int run(const std::filesystem::path& corpus) {
  LLVMFuzzerTestOneInput(nullptr, 0);
  int inputs = 1;
  if (std::filesystem::is_directory(corpus)) {
    for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
      const std::vector<std::uint8_t> input = bytes_of(entry.path());
      LLVMFuzzerTestOneInput(input.data(), input.size());
      ++inputs;
    }
  }
  return inputs;
}

}  // namespace

int main(int argc, char** argv) try {
  int inputs = 0;
  for (int i = 1; i < argc; ++i) inputs += run(argv[i]);
  std::printf("%d inputs\n", inputs);
  return inputs == 0 ? 1 : 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
