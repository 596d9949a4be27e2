// A router plays the commands again; its events tell.
#include "session_lives.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "acd/engine/router.hpp"
#include "exit_status.hpp"
#include "number_text.hpp"

namespace acdsim {
namespace {

/// Folds events into lives.
class LifeFold {
 public:
  void hear(std::size_t command, const acd::TimedCommand& given, acd::SessionHandle session) {
    if (!session.is_none()) of_[session] = lives_.size();
    const acd::Duration waited = session.is_none() ? acd::Duration{0} : acd::longest;
    lives_.push_back(
        {.command = command, .session = session, .arrived = given.now, .waited = waited});
  }

  void hear(const acd::Event& event) {
    const auto found = of_.find(event.session);
    if (found == of_.end()) return;
    SessionLife& life = lives_[found->second];
    if (event.kind == acd::EventKind::assigned) end_wait(life, event.at);
    if (event.kind == acd::EventKind::overflowed) life.is_overflowed = true;
    if (event.kind != acd::EventKind::ended) return;
    end_wait(life, event.at);
    life.is_abandoned =
        event.cause == acd::Cause::abandoned || event.cause == acd::Cause::short_abandoned;
    of_.erase(found);
  }

  std::vector<SessionLife> finish() { return std::move(lives_); }

 private:
  static void end_wait(SessionLife& life, acd::Instant at) {
    if (life.waited == acd::longest) life.waited = at - life.arrived;
  }

  std::vector<SessionLife> lives_{};
  std::unordered_map<acd::SessionHandle, std::size_t> of_{};  ///< live ones
};

constexpr std::array<std::string_view, 3> words{"longest-wait", "first-abandoned",
                                                "first-overflowed"};

std::optional<std::size_t> number_of(std::string_view word) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool is_number = error == std::errc{} && end == word.data() + word.size();
  return is_number ? std::optional{number} : std::nullopt;
}

}  // namespace

std::vector<SessionLife> lives_of(std::span<const acd::TimedCommand> commands,
                                  const acd::CompiledPlan& plan) {
  acd::Router router{plan};
  LifeFold fold;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const auto& [now, command] = commands[i];
    if (command.kind == acd::CommandKind::arrive) {
      fold.hear(i, commands[i], router.arrive(command, now).session);
    } else {
      static_cast<void>(router.apply(command, now));
    }
    for (const acd::Event& event : router.drain_events()) fold.hear(event);
  }
  return fold.finish();
}

std::size_t find_life(const std::vector<SessionLife>& lives, std::string_view word) {
  auto found = lives.end();
  if (const std::optional<std::size_t> number = number_of(word)) {
    if (*number >= 1 && *number <= lives.size()) return *number - 1;
  } else if (word == words[0]) {
    found = std::ranges::max_element(lives, {}, &SessionLife::waited);
  } else if (word == words[1]) {
    found = std::ranges::find(lives, true, &SessionLife::is_abandoned);
  } else if (word == words[2]) {
    found = std::ranges::find(lives, true, &SessionLife::is_overflowed);
  } else {
    throw Failure{ExitStatus::usage,
                  fmt::format("\"{}\" names no session: a number by arrival does, and {}, {}, {}",
                              word, words[0], words[1], words[2])};
  }
  if (found != lives.end()) return static_cast<std::size_t>(found - lives.begin());
  throw Failure{ExitStatus::usage, fmt::format("this replication has no session {}: {} came", word,
                                               count_text(lives.size()))};
}

}  // namespace acdsim
