// What counted groups learn of answers, losses and handling; expected wait and service level.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {
namespace {

constexpr std::int64_t one = std::int64_t{1} << 24;  // of fixed-point numbers
constexpr std::int64_t most_kept = std::int64_t{1} << 57;
constexpr std::int64_t most_expected = std::int64_t{1} << 47;

// ln(1 + x / one) * one.
std::int64_t logarithm(std::int64_t x) {
  constexpr std::int64_t of_two = 11629080;
  std::int64_t y = one + x;
  std::int64_t r = 0;
  for (; y >= 2 * one; y /= 2) r += of_two;
  const std::int64_t d = y - one;
  return r + d * (6 * one + 3 * d) / (6 * one + 6 * d + d * d / one);
}

// How long, though some of those ahead give up.
std::int64_t with_losses(std::int64_t wait, std::int64_t patience, std::int64_t gap) {
  wait /= 1024;
  patience /= 1024;
  gap /= 1024;
  if (wait <= 0 || patience <= 0 || gap <= 0) return -1;
  const std::int64_t x = wait * 2 * one / (2 * patience + gap);
  return x < 4096 ? -1 : patience * logarithm(x) / one * 1024;
}

}  // namespace

void Mean::add(std::int64_t value) {
  if (count < 32) {
    sum += value;
    ++count;
  } else {
    sum += value - sum / 32;
  }
}

bool TwinFacts::is_counted(GroupId group) const {
  if (blueprint_.groups[group.index()].forecast == Forecast::counted) return true;
  return any_leaf([&](const Test& test, GroupId own) {
    const bool asks = test.kind == TestKind::expected_wait || test.kind == TestKind::service_level;
    return asks && (test.group.is_none() ? own : test.group) == group;
  });
}

bool TwinFacts::any_leaf(const LeafTest& is_so) const {
  const auto any = [&](const Condition& condition, GroupId own) {
    return std::ranges::any_of(condition.nodes(), [&](const Condition::Node& node) {
      return node.op == BooleanOp::leaf && is_so(node.leaf, own);
    });
  };
  for (const Entry& entry : blueprint_.entries) {
    for (const EntryRule& rule : entry.rules) {
      if (any(rule.when, {})) return true;
    }
  }
  for (const Surge& surge : blueprint_.surges) {
    if (any(surge.enter, {}) || (surge.leave && any(*surge.leave, {}))) return true;
  }
  for (std::size_t i = 0; i < blueprint_.groups.size(); ++i) {
    for (const OverflowRule& rule : blueprint_.groups[i].overflow) {
      if (any(rule.when, GroupId{i})) return true;
    }
    for (const AffinityStrategy& by : strategies_of(GroupId{i})) {
      if (any(by.when, GroupId{i})) return true;
    }
  }
  return false;
}

// As far as the state since the watermark goes on.
void TwinRouter::pass_time(Instant to) {
  const std::int64_t time = (to - watermark_).count();
  for (std::size_t i = 0; i < forecasts_.size(); ++i) {
    const auto waiting = static_cast<std::int64_t>(waiting_in(GroupId{i}).size());
    if (waiting == 0) continue;
    const std::int64_t ready = count_members(TestKind::ready, GroupId{i});
    forecasts_[i].work = std::min(most_kept, forecasts_[i].work + time * ready);
    forecasts_[i].area = std::min(most_kept, forecasts_[i].area + time * waiting);
  }
}

// It waits, and is assigned now.
void TwinRouter::learn_answer(const SessionRecord& session) {
  ForecastRecord& of = forecasts_[session.group.index()];
  const Duration target = blueprint_.groups[session.group.index()].target_wait;
  count_service(session.group, now_ - session.queued_at <= target);
  if (session.joined >= now_) return;
  if (of.answers.count == 0 && of.handling.count != 0) {
    of.answers = {4 * (of.handling.sum / of.handling.count), 4};
  }
  of.answers.add(of.work);
  of.work = 0;
}

void TwinRouter::learn_loss(const SessionRecord& session, Cause cause) {
  ForecastRecord& of = forecasts_[session.group.index()];
  of.losses.add(of.area);
  of.area = 0;
  if (cause != Cause::short_abandoned) count_service(session.group, false);
}

void TwinRouter::learn_handling(const OfferRecord& service) {
  forecasts_[service.group.index()].handling.add((now_ - service.since).count());
}

std::int64_t TwinFacts::slot_at(GroupId group, Instant at) const {
  return at.time_since_epoch() / (blueprint_.groups[group.index()].service_window / 12);
}

void TwinRouter::count_service(GroupId group, bool in_time) {
  forecasts_[group.index()].served.push_back({slot_at(group, now_), in_time});
}

TwinFacts::ServedInWindow TwinFacts::served_in_window(GroupId group, Instant at) const {
  ServedInWindow result;
  const std::int64_t current = slot_at(group, at);
  for (const Served& each : forecasts_[group.index()].served) {
    if (each.slot < current - 11 || each.slot > current) continue;
    ++result.counted;
    if (each.in_time) ++result.in_time;
  }
  return result;
}

std::int64_t TwinFacts::service_level(GroupId group) const {
  const ServedInWindow served = served_in_window(group, now_);
  return served.counted == 0 ? 100 : 100 * served.in_time / served.counted;
}

Instant TwinFacts::end_of_slot(GroupId group) const {
  if (served_in_window(group, now_).counted == 0) return never;
  return earliest +
         (slot_at(group, now_) + 1) * (blueprint_.groups[group.index()].service_window / 12);
}

// Of one who joins now, as conditions hear it.
std::int64_t TwinFacts::expected_wait(GroupId group, Priority priority) const {
  const ForecastRecord& of = forecasts_[group.index()];
  const std::int64_t ready = count_members(TestKind::ready, group);
  if (ready == 0) return longest.count();
  const Mean& mean = of.answers.count > 0 ? of.answers : of.handling;
  if (mean.count == 0) return 0;
  const std::int64_t gap = mean.sum / mean.count / ready;
  const std::vector<const SessionRecord*> waiting = waiting_in(group);
  const std::int64_t place = 1 + std::ranges::count_if(waiting, [&](const SessionRecord* each) {
                               return each->priority >= priority;
                             });
  const std::int64_t wait = std::min(place * gap, most_expected);
  const std::int64_t patience = of.losses.count == 0 ? 0 : of.losses.sum / of.losses.count;
  const std::int64_t shorter = with_losses(wait, patience, gap);
  return shorter < 0 ? wait : shorter;
}

}  // namespace acd::twin
