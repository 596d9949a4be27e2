// FNV-1a over every member of a scenario, each list after its length. A structure is taken apart by
// a binding of all its members, so that a new one does not compile until it is here.
#include <bit>
#include <chrono>
#include <concepts>
#include <optional>
#include <string>
#include <vector>

#include "acd/companion/fingerprint.hpp"
#include "acd/companion/text.hpp"
#include "acd/simulation/scenario.hpp"

namespace acd {
inline namespace v1 {
namespace {

class ScenarioDigest {
 public:
  explicit ScenarioDigest(const Blueprint& names) : names_{names} {}

  [[nodiscard]] std::uint64_t value() const { return value_; }

  template <class T>
  requires std::integral<T> || std::is_enum_v<T>
  void add(T number) {
    auto bits = static_cast<std::uint64_t>(number);
    for (int i = 0; i < 8; ++i, bits >>= 8) add_byte(bits & 0xff);
  }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
  void add(Duration duration) { add(duration.count()); }
  void add(Instant instant) { add(instant.time_since_epoch()); }
  void add(const std::string& text) {
    add(text.size());
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
  }
  template <class T>
  void add(const std::optional<T>& optional) {
    add(optional.has_value());
    if (optional) add(*optional);
  }
  template <class T>
  void add(const std::vector<T>& list) {
    add(list.size());
    for (const T& item : list) add(item);
  }
  void add(const Command& command) { add(to_text(command, Names{.blueprint = names_})); }
  void add(const TimePart& part) {
    const auto& [time, share] = part;
    add_all(time, share);
  }
  void add(const TimeDistribution& distribution) {
    const auto& [kind, mean, cv, parts] = distribution;
    add_all(kind, mean, cv, parts);
  }
  void add(const RatePiece& piece) {
    const auto& [from, per_hour] = piece;
    add_all(from, per_hour);
  }
  void add(const RecordedArrival& arrival) {
    const auto& [at, customer, group, priority, service, patience, waited] = arrival;
    add_all(at, customer, group.value(), priority, service, patience, waited);
  }
  void add(const Redial& redial) {
    const auto& [probability, after, times_max] = redial;
    add_all(probability, after, times_max);
  }
  void add(const KeyWeight& one) {
    const auto& [key, weight] = one;
    add_all(key, weight);
  }
  void add(const BotHabit& habit) {
    const auto& [bot, stay, solved] = habit;
    add_all(bot.value(), stay, solved);
  }
  void add(const FollowUp& follow_up) {
    const auto& [after_end, demand, probability, after] = follow_up;
    add_all(after_end, demand, probability, after);
  }
  void add(const ServiceOf& own) {
    const auto& [agent, service] = own;
    add_all(agent, service);
  }
  void add(const Demand& demand) {
    const auto& [name, arrive, rates, busyness_cv, recorded, service, service_of, wrap_up, patience,
                 balking, redial, customers, keys, key_after, bots, follow_ups] = demand;
    add_all(name, arrive, rates, busyness_cv, recorded, service, service_of, wrap_up, patience,
            balking, redial, customers, keys, key_after, bots, follow_ups);
  }
  void add(const Stretch& stretch) {
    const auto& [agent, begin, end] = stretch;
    add_all(agent, begin, end);
  }
  void add(const AgentHabits& habits) {
    const auto& [answer_after, no_answer, back_after, absence] = habits;
    add_all(answer_after, no_answer, back_after, absence);
  }
  void add(const Happening& happening) {
    const auto& [at, command] = happening;
    add_all(at, command);
  }
  void add(const Outage& outage) {
    const auto& [team, begin, end, calls] = outage;
    add_all(team.value(), begin, end, calls);
  }
  void add(const HostFaults& faults) {
    const auto& [lost, repeated, reconcile_every] = faults;
    add_all(lost, repeated, reconcile_every);
  }
  void add(const Scenario& scenario) {
    const auto& [blueprint, begin, end, count_from, interval, attribution, thresholds, demands,
                 staff, habits, happenings, outages, faults] = scenario;
    static_cast<void>(attribution);  // how it is counted, not what happens
    static_cast<void>(thresholds);
    add_all(fingerprint(blueprint), begin, end, count_from, interval, demands, staff, habits,
            happenings, outages, faults);
  }

 private:
  template <class... Members>
  void add_all(const Members&... members) {
    (add(members), ...);
  }
  void add_byte(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }

  const Blueprint& names_;
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

}  // namespace

std::uint64_t fingerprint(const Scenario& scenario) {
  ScenarioDigest digest{scenario.blueprint};
  digest.add(scenario);
  return digest.value();
}

}  // namespace v1
}  // namespace acd
