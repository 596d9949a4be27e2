// Cycles among lines that lead to each other.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace acd {
inline namespace v1 {

/// Finds each cycle once, by walking on from every node.
class CycleSearch {
 public:
  template <class NextOf>
  static std::vector<std::vector<std::size_t>> find(std::size_t size, const NextOf& next_of) {
    CycleSearch search{size};
    for (std::size_t i = 0; i < size; ++i) search.visit(i, next_of);
    return std::move(search.cycles_);
  }

 private:
  explicit CycleSearch(std::size_t size) : state_(size, State::fresh) {}
  enum class State : std::uint8_t { fresh, on_way, done };
  struct Step {
    std::size_t node;
    std::vector<std::size_t> left;
  };

  // Without recursion: a menu may be deep.
  template <class NextOf>
  void visit(std::size_t start, const NextOf& next_of) {
    if (state_[start] != State::fresh) return;
    enter(start, next_of);
    while (!way_.empty()) {
      Step& step = way_.back();
      if (step.left.empty()) {
        state_[step.node] = State::done;
        way_.pop_back();
        continue;
      }
      const std::size_t next = step.left.back();
      step.left.pop_back();
      if (state_[next] == State::fresh)
        enter(next, next_of);
      else if (state_[next] == State::on_way)
        note(next);
    }
  }
  template <class NextOf>
  void enter(std::size_t node, const NextOf& next_of) {
    state_[node] = State::on_way;
    way_.push_back({node, next_of(node)});
  }
  void note(std::size_t again) {
    const auto first = std::ranges::find(way_, again, &Step::node);
    std::vector<std::size_t> cycle;
    for (auto at = first; at != way_.end(); ++at) cycle.push_back(at->node);
    cycles_.push_back(std::move(cycle));
  }

  std::vector<State> state_;
  std::vector<Step> way_{};
  std::vector<std::vector<std::size_t>> cycles_{};
};

}  // namespace v1
}  // namespace acd
