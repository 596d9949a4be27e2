// Random commands to the router and its twin, as many as asked for.
//
// usage: acd_twin_soak [--commands N] [--seed N] [--blueprint-every N] [--all-seen]
// Ends with 1 at the first difference, told by its shortest stream; with --all-seen also
// if a refusal, an event or a cause never came up.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "twin/duel.hpp"
#include "twin/random_commands.hpp"
#include "twin/random_plan.hpp"
#include "twin/soak/coverage.hpp"

namespace acd::twin {
namespace {

struct Options {
  std::uint64_t commands = 1'000'000;
  std::uint64_t seed = 1;
  std::uint64_t blueprint_every = 400;
  bool all_seen = false;
  bool valid = true;
};

Options options_of(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    std::uint64_t* number = nullptr;
    if (std::strcmp(words[i], "--all-seen") == 0) {
      options.all_seen = true;
      continue;
    }
    if (std::strcmp(words[i], "--commands") == 0) number = &options.commands;
    if (std::strcmp(words[i], "--seed") == 0) number = &options.seed;
    if (std::strcmp(words[i], "--blueprint-every") == 0) number = &options.blueprint_every;
    char* end = words[i];
    if (number != nullptr && i + 1 < count) *number = std::strtoull(words[++i], &end, 10);
    options.valid =
        options.valid && number != nullptr && end != words[i] && *end == '\0' && *number > 0;
  }
  return options;
}

/// Streams of commands, each with a blueprint of its own.
class Soak {
 public:
  explicit Soak(const Options& options) : options_{options}, seeds_{options.seed} {}

  /// True if the router and its twin never differed.
  bool run() {
    while (done_ < options_.commands) {
      if (!run_stream(seeds_.bits())) return false;
      show_progress();
    }
    return true;
  }
  [[nodiscard]] const Coverage& coverage() const { return coverage_; }
  [[nodiscard]] std::uint64_t done() const { return done_; }
  [[nodiscard]] double seconds() const {
    return static_cast<double>(std::clock() - began_) / CLOCKS_PER_SEC;
  }

 private:
  bool run_stream(std::uint64_t seed) {
    Random random{seed};
    const Blueprint blueprint = random_blueprint(random);
    Duel duel{blueprint, registry_};
    std::vector<TimedCommand> commands{{random_first_instant(random), Command{}}};
    for (std::uint64_t i = 0; i < options_.blueprint_every; ++i) {
      const std::string problem = duel.step(commands.back());
      if (duel.gave_up()) return true;
      coverage_.add(commands.back().command.kind, duel.last_status(), duel.last_events(),
                    duel.twin().blueprint());
      ++done_;
      if (!problem.empty()) {
        std::printf("\nseed %llu: they differ at command %llu, in a stream of seed %llu\n",
                    number(options_.seed), number(done_), number(seed));
        const std::string report = shrunken_report(blueprint, registry_, commands);
        std::printf("%s", report.c_str());
        return false;
      }
      commands.push_back(random_command(random, duel.twin()));
    }
    return true;
  }
  void show_progress() {
    const std::uint64_t tenth = done_ * 10 / options_.commands;
    if (tenth == shown_) return;
    shown_ = tenth;
    std::printf("%10llu commands, %.0f per second\n", number(done_),
                static_cast<double>(done_) / seconds());
    std::fflush(stdout);
  }
  static unsigned long long number(std::uint64_t value) { return value; }

  Options options_;
  Random seeds_;
  Registry registry_ = random_registry();
  Coverage coverage_{};
  std::uint64_t done_ = 0;
  std::uint64_t shown_ = 0;
  std::clock_t began_ = std::clock();
};

int soak(const Options& options) {
  std::printf("seed %llu, a new blueprint every %llu commands\n",
              static_cast<unsigned long long>(options.seed),
              static_cast<unsigned long long>(options.blueprint_every));
  Soak soak{options};
  if (!soak.run()) return 1;
  std::printf("%s", soak.coverage().table().c_str());
  std::printf("%llu commands in %.1f s, no difference\n",
              static_cast<unsigned long long>(soak.done()), soak.seconds());
  const std::string never_seen = soak.coverage().never_seen();
  if (never_seen.empty()) return 0;
  std::printf("never seen:%s\n", never_seen.c_str());
  return options.all_seen ? 1 : 0;
}

}  // namespace
}  // namespace acd::twin

int main(int count, char** words) {
  const acd::twin::Options options = acd::twin::options_of(count, words);
  if (options.valid) return acd::twin::soak(options);
  std::fprintf(stderr, "usage: %s [--commands N] [--seed N] [--blueprint-every N] [--all-seen]\n",
               words[0]);
  return 2;
}
