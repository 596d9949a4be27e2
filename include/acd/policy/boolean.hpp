// And, or, not: the shape shared by requirements and conditions.
//
// A Boolean is an expression over leaves of one family, held as a flat postfix list, so
// that it copies, compares, hashes, prints, parses and evaluates without a tree of pointers.
// The list is bounded and in place where decisions read it (`Capacity`), a vector elsewhere.
// The identities are on purpose:
//
//   anything && a == a       (the default-constructed value is `anything`)
//   nothing  || a == a
//   !(a && b) evaluates as  !a || !b
//
// Equality is of the written form, not of the meaning: a && b != b && a.
// A bounded expression of more than `Capacity` nodes is *too long*: an absorbing value that
// holds for nothing and that every check refuses.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "acd/vocabulary/short_list.hpp"

namespace acd {
inline namespace v1 {

enum class BooleanOp : std::uint8_t { leaf, both, either, negation, anything, nothing };

inline constexpr std::size_t unbounded = 0;

template <class Leaf, std::size_t Capacity = unbounded>
class Boolean {
 public:
  struct Node {
    BooleanOp op = BooleanOp::anything;
    Leaf leaf{};
    friend bool operator==(const Node&, const Node&) = default;
  };
  static constexpr std::size_t capacity = Capacity;

  /// `anything`: holds always, identity of `&&`.
  Boolean() = default;
  Boolean(const Leaf& leaf) {  // NOLINT: a leaf is an expression
    push({BooleanOp::leaf, leaf});
  }
  [[nodiscard]] static Boolean anything() { return Boolean{}; }
  /// Holds never, identity of `||`.
  [[nodiscard]] static Boolean nothing() {
    Boolean result;
    result.push({BooleanOp::nothing, {}});
    return result;
  }
  /// Builds from a postfix list by the operators below, so that what was written with an
  /// identity has its one form; an ill-formed list gives the too-long value.
  [[nodiscard]] static Boolean from_postfix(std::span<const Node> nodes) {
    std::vector<Boolean> stack;
    if (is_bounded && nodes.size() > Capacity) return too_long();
    for (const Node& node : nodes) {
      const std::size_t count = operands(node.op);
      if (stack.size() < count) return too_long();
      Boolean result = applied(node, stack.data() + (stack.size() - count));
      stack.resize(stack.size() - count);
      stack.push_back(std::move(result));
    }
    if (stack.empty()) return Boolean{};
    return stack.size() == 1 ? std::move(stack[0]) : too_long();
  }

  friend Boolean operator&&(const Boolean& a, const Boolean& b) {
    if (a.is_anything()) return b;
    if (b.is_anything()) return a;
    return join(a, b, BooleanOp::both);
  }
  friend Boolean operator||(const Boolean& a, const Boolean& b) {
    if (a.is_nothing()) return b;
    if (b.is_nothing()) return a;
    return join(a, b, BooleanOp::either);
  }
  friend Boolean operator!(const Boolean& a) {
    if (a.is_anything()) return nothing();
    if (a.is_nothing()) return anything();
    if (a.is_too_long()) return a;
    Boolean result = a;
    result.push({BooleanOp::negation, {}});
    return result;
  }
  friend bool operator==(const Boolean& a, const Boolean& b) {
    return a.too_long_ == b.too_long_ && a.nodes_ == b.nodes_;
  }

  [[nodiscard]] bool is_anything() const { return nodes_.empty() && !too_long_; }
  [[nodiscard]] bool is_nothing() const {
    return nodes().size() == 1 && nodes()[0].op == BooleanOp::nothing;
  }
  [[nodiscard]] bool is_too_long() const { return too_long_; }

  /// Postfix order; empty for `anything` and for a too-long expression.
  [[nodiscard]] std::span<const Node> nodes() const { return {nodes_.begin(), nodes_.end()}; }

  /// True if the expression holds where `holds(leaf)` answers for the leaves.
  /// Every leaf is asked once; linear in the length; no allocation.
  template <class Holds>
  [[nodiscard]] bool evaluate(const Holds& holds) const {
    static_assert(is_bounded && Capacity <= 64, "one bit of the stack per pending operand");
    if (is_too_long()) return false;
    std::uint64_t stack = 1;  // the lowest bit is the top; `anything` if nothing follows
    for (const Node& node : nodes()) stack = step(stack, node, holds);
    return (stack & 1) != 0;
  }

  /// The expression read in another Boolean algebra: `algebra` has leaf(Leaf), both(a, b),
  /// either(a, b), negation(a), anything() and nothing(), all giving the same type. Each leaf is
  /// asked once. The expression is not too long.
  template <class Algebra>
  [[nodiscard]] auto fold(Algebra&& algebra) const {
    std::vector<decltype(algebra.anything())> stack;
    for (const Node& node : nodes()) fold_node(stack, node, algebra);
    return stack.empty() ? algebra.anything() : std::move(stack.back());
  }

 private:
  static constexpr bool is_bounded = Capacity != unbounded;
  using Nodes = std::conditional_t<is_bounded, ShortList<Node, Capacity>, std::vector<Node>>;

  template <class Value, class Algebra>
  static void fold_node(std::vector<Value>& stack, const Node& node, Algebra& algebra) {
    const auto pop = [&stack] {
      Value top = std::move(stack.back());
      stack.pop_back();
      return top;
    };
    switch (node.op) {
      case BooleanOp::leaf: return stack.push_back(algebra.leaf(node.leaf));
      case BooleanOp::anything: return stack.push_back(algebra.anything());
      case BooleanOp::nothing: return stack.push_back(algebra.nothing());
      case BooleanOp::negation: return stack.push_back(algebra.negation(pop()));
      case BooleanOp::both:
      case BooleanOp::either: {
        Value b = pop();
        Value a = pop();
        stack.push_back(node.op == BooleanOp::both ? algebra.both(std::move(a), std::move(b))
                                                   : algebra.either(std::move(a), std::move(b)));
      }
    }
  }
  static std::size_t operands(BooleanOp op) {
    switch (op) {
      case BooleanOp::both:
      case BooleanOp::either: return 2;
      case BooleanOp::negation: return 1;
      case BooleanOp::leaf:
      case BooleanOp::anything:
      case BooleanOp::nothing: return 0;
    }
    return static_cast<std::size_t>(-1);
  }
  /// The node's operator on its operands, which stand one after the other.
  static Boolean applied(const Node& node, const Boolean* operand) {
    switch (node.op) {
      case BooleanOp::leaf: return Boolean{node.leaf};
      case BooleanOp::both: return operand[0] && operand[1];
      case BooleanOp::either: return operand[0] || operand[1];
      case BooleanOp::negation: return !operand[0];
      case BooleanOp::anything: return anything();
      case BooleanOp::nothing: return nothing();
    }
    return too_long();
  }
  template <class Holds>
  static std::uint64_t step(std::uint64_t stack, const Node& node, const Holds& holds) {
    const std::uint64_t top = stack & 1;
    const std::uint64_t below = stack >> 1 & 1;
    switch (node.op) {
      case BooleanOp::leaf: return stack << 1 | (holds(node.leaf) ? 1U : 0U);
      case BooleanOp::both: return stack >> 2 << 1 | (top & below);
      case BooleanOp::either: return stack >> 2 << 1 | (top | below);
      case BooleanOp::negation: return stack ^ 1;
      case BooleanOp::anything: return stack << 1 | 1;
      case BooleanOp::nothing: return stack << 1;
    }
    return stack;
  }
  static Boolean too_long() {
    Boolean result;
    result.too_long_ = true;
    return result;
  }
  static Boolean join(const Boolean& a, const Boolean& b, BooleanOp op) {
    if (a.is_too_long() || b.is_too_long()) return too_long();
    Boolean result = a;
    if (a.is_anything()) result.push({BooleanOp::anything, {}});
    for (const Node& node : b.nodes()) result.push(node);
    if (b.is_anything()) result.push({BooleanOp::anything, {}});
    result.push({op, {}});
    return result;
  }
  void push(const Node& node) {
    if constexpr (!is_bounded) {
      nodes_.push_back(node);
    } else if (!too_long_ && !nodes_.push_back(node)) {
      *this = too_long();
    }
  }

  Nodes nodes_;  // empty when too long
  bool too_long_ = false;
};

}  // namespace v1
}  // namespace acd
