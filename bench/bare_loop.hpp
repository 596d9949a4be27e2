// The floor that the router is measured against: only what must exist, nothing checked.
//
// Ready agents: per group a circular doubly linked list, longest ready at its head; a node per
// membership, all nodes of all agents and the groups' sentinels in one array. An agent who
// becomes ready is always the newest, so he is appended and no order is ever searched.
// Waiting sessions: per group and priority a circular list, first come first served, and per
// group one integer: the key (priority, number) of its best session, which a freed agent
// compares over his groups.
//
// It has no handles, states, capacities, timers or events, and believes every call.
#pragma once

#include <cstdint>
#include <vector>

#include "assignments.hpp"
#include "workload.hpp"

namespace acd::bench {

class BareLoop {
 public:
  BareLoop(const Workload& workload, const std::vector<std::uint32_t>& memberships,
           std::uint32_t sessions)
      : groups_{workload.groups},
        memberships_{workload.memberships},
        first_sentinel_{workload.agents << stride_bits(workload.memberships)},
        stride_bits_{stride_bits(workload.memberships)},
        first_queue_{sessions},
        group_of_(first_sentinel_),
        ready_(first_sentinel_ + groups_),
        sessions_(sessions),
        links_(sessions + std::size_t{groups_} * priorities),
        best_(groups_) {
    for (std::uint32_t i = 0; i < memberships.size(); ++i) {
      const std::uint32_t agent = i / memberships_;
      group_of_[(agent << stride_bits_) + i % memberships_] = memberships[i];
    }
    reset();
  }

  /// Every agent ready, in the order of their numbers; nobody waits.
  void reset() {
    for (std::uint32_t i = first_sentinel_; i < ready_.size(); ++i) ready_[i] = {i, i};
    for (std::uint32_t i = first_queue_; i < links_.size(); ++i) links_[i] = {i, i};
    for (std::uint64_t& key : best_) key = nobody;
    for (std::uint32_t agent = 0; agent < first_sentinel_ >> stride_bits_; ++agent) join(agent);
    waiting_ = 0;
    number_ = 0;
    assignments_ = {};
  }

  /// True if the session was assigned at once, false if it waits.
  bool arrive(std::uint32_t session, std::uint32_t group, std::uint32_t priority) {
    const std::uint32_t sentinel = first_sentinel_ + group;
    const std::uint32_t node = ready_[sentinel].next;
    if (node == sentinel) {
      enqueue(session, group, priority);
      return false;
    }
    const std::uint32_t agent = node >> stride_bits_;
    leave(agent);
    assign(session, agent);
    return true;
  }

  /// The agent is freed and takes the best session of his groups: its number, or `none`.
  std::uint32_t complete(std::uint32_t session) {
    const std::uint32_t agent = sessions_[session].agent;
    if (waiting_ != 0) {
      const std::uint32_t group = best_group(agent);
      if (best_[group] != nobody) {
        const std::uint32_t next = first_waiting(group);
        dequeue(next, group);
        assign(next, agent);
        return next;
      }
    }
    join(agent);
    return none;
  }

  void cancel(std::uint32_t session) { dequeue(session, sessions_[session].group); }

  [[nodiscard]] const Assignments& assignments() const { return assignments_; }

  static constexpr std::uint32_t none = 0xffffffff;

 private:
  struct Link {
    std::uint32_t previous = 0;
    std::uint32_t next = 0;
  };
  struct Session {
    std::uint64_t key = 0;
    std::uint32_t group = 0;
    std::uint32_t agent = 0;
  };
  static constexpr std::uint64_t nobody = ~std::uint64_t{0};
  static constexpr std::uint32_t priority_shift = 62;

  static std::uint32_t stride_bits(std::uint32_t memberships) {
    std::uint32_t bits = 0;
    while (std::uint32_t{1} << bits < memberships) ++bits;
    return bits;
  }

  static void unlink(Link* links, std::uint32_t at) {
    const Link link = links[at];
    links[link.previous].next = link.next;
    links[link.next].previous = link.previous;
  }
  static void append(Link* links, std::uint32_t sentinel, std::uint32_t at) {
    const std::uint32_t last = links[sentinel].previous;
    links[at] = {last, sentinel};
    links[last].next = at;
    links[sentinel].previous = at;
  }

  void leave(std::uint32_t agent) {
    const std::uint32_t first = agent << stride_bits_;
    for (std::uint32_t i = 0; i < memberships_; ++i) unlink(ready_.data(), first + i);
  }
  void join(std::uint32_t agent) {
    const std::uint32_t first = agent << stride_bits_;
    for (std::uint32_t i = 0; i < memberships_; ++i) {
      append(ready_.data(), first_sentinel_ + group_of_[first + i], first + i);
    }
  }
  void assign(std::uint32_t session, std::uint32_t agent) {
    sessions_[session].agent = agent;
    assignments_.fold(session, agent);
  }

  [[nodiscard]] std::uint32_t queue(std::uint32_t group, std::uint32_t priority) const {
    return first_queue_ + group * priorities + priority;
  }
  [[nodiscard]] std::uint32_t best_group(std::uint32_t agent) const {
    const std::uint32_t* groups = &group_of_[agent << stride_bits_];
    std::uint32_t best = groups[0];
    for (std::uint32_t i = 1; i < memberships_; ++i) {
      best = best_[groups[i]] < best_[best] ? groups[i] : best;
    }
    return best;
  }
  [[nodiscard]] std::uint32_t first_waiting(std::uint32_t group) const {
    const auto rank = static_cast<std::uint32_t>(best_[group] >> priority_shift);
    return links_[queue(group, priorities - 1 - rank)].next;
  }
  void enqueue(std::uint32_t session, std::uint32_t group, std::uint32_t priority) {
    const std::uint64_t rank = priorities - 1 - priority;
    const std::uint64_t key = rank << priority_shift | ++number_;
    sessions_[session].key = key;
    sessions_[session].group = group;
    append(links_.data(), queue(group, priority), session);
    if (key < best_[group]) best_[group] = key;
    ++waiting_;
  }
  void dequeue(std::uint32_t session, std::uint32_t group) {
    unlink(links_.data(), session);
    --waiting_;
    if (sessions_[session].key == best_[group]) find_best(group);
  }
  void find_best(std::uint32_t group) {
    best_[group] = nobody;
    for (std::uint32_t priority = priorities; priority-- > 0;) {
      const std::uint32_t sentinel = queue(group, priority);
      const std::uint32_t first = links_[sentinel].next;
      if (first == sentinel) continue;
      best_[group] = sessions_[first].key;
      return;
    }
  }

  std::uint32_t groups_;
  std::uint32_t memberships_;
  std::uint32_t first_sentinel_;  // of ready_; before it the agents' nodes
  std::uint32_t stride_bits_;     // an agent's nodes start at his number times 2 to this
  std::uint32_t first_queue_;     // of links_; before it the sessions
  std::vector<std::uint32_t> group_of_;
  std::vector<Link> ready_;
  std::vector<Session> sessions_;
  std::vector<Link> links_;
  std::vector<std::uint64_t> best_;
  std::uint32_t waiting_ = 0;
  std::uint64_t number_ = 0;
  Assignments assignments_;
};

}  // namespace acd::bench
