// Laws of every Boolean algebra, exhaustively on small universes, for each family of leaves.
//
// The homomorphism is the root: an expression evaluates as its operator on its parts. The
// other laws are checked all the same, as an author of conditions relies on them.
#include <cstdint>
#include <span>
#include <vector>

#include "acd/policy/boolean.hpp"
#include "acd/policy/requirement.hpp"
#include "support/catch.hpp"

namespace acd {
namespace {

/// What a family of leaves gives: two leaves, and who holds in a world (bit i: leaf i).
struct Skills {
  using Expression = Requirement;
  static SkillTest leaf(int index) { return {.skill = SkillId{index}, .low = 2, .high = 5}; }
  static int index_of(const SkillTest& test) { return static_cast<int>(test.skill.index()); }
};

struct Letters {
  using Expression = Boolean<char, 8>;
  static char leaf(int index) { return static_cast<char>('a' + index); }
  static int index_of(char letter) { return letter - 'a'; }
};

constexpr int leaf_count = 2;
constexpr unsigned world_count = 1U << leaf_count;

template <class Family>
struct Universe {
  using Expression = typename Family::Expression;

  static bool holds(const Expression& expression, unsigned world) {
    return expression.evaluate(
        [world](const auto& leaf) { return (world >> Family::index_of(leaf) & 1U) != 0; });
  }

  /// The same truth in every world; both short enough.
  static bool same(const Expression& a, const Expression& b) {
    for (unsigned world = 0; world < world_count; ++world) {
      if (holds(a, world) != holds(b, world)) return false;
    }
    return !a.is_too_long() && !b.is_too_long();
  }

  static std::vector<Expression> atoms() {
    return {Expression::anything(), Expression::nothing(), Family::leaf(0), Family::leaf(1)};
  }

  /// Everything of at most one operator.
  static std::vector<Expression> expressions() {
    std::vector<Expression> all = atoms();
    for (const Expression& a : atoms()) {
      all.push_back(!a);
      for (const Expression& b : atoms()) {
        all.push_back(a && b);
        all.push_back(a || b);
      }
    }
    return all;
  }
};

/// Holds for every one, pair, triple of the list; counts the exceptions.
template <class Expression, class Law>
int exceptions_to(const std::vector<Expression>& all, const Law& law) {
  int exceptions = 0;
  for (const Expression& a : all) {
    if constexpr (std::is_invocable_v<Law, Expression>) {
      exceptions += law(a) ? 0 : 1;
    } else {
      for (const Expression& b : all) {
        if constexpr (std::is_invocable_v<Law, Expression, Expression>) {
          exceptions += law(a, b) ? 0 : 1;
        } else {
          for (const Expression& c : all) exceptions += law(a, b, c) ? 0 : 1;
        }
      }
    }
  }
  return exceptions;
}

TEMPLATE_TEST_CASE("an expression evaluates as its operator on its parts", "", Skills, Letters) {
  using U = Universe<TestType>;
  using E = typename U::Expression;
  const std::vector<E> all = U::expressions();
  const auto both = [](const E& a, const E& b) {
    for (unsigned w = 0; w < world_count; ++w) {
      if (U::holds(a && b, w) != (U::holds(a, w) && U::holds(b, w))) return false;
      if (U::holds(a || b, w) != (U::holds(a, w) || U::holds(b, w))) return false;
      if (U::holds(!a, w) == U::holds(a, w)) return false;
    }
    return true;
  };
  CHECK(exceptions_to(all, both) == 0);
}

TEMPLATE_TEST_CASE("anything and nothing are identities in the written form", "", Skills, Letters) {
  using U = Universe<TestType>;
  using E = typename U::Expression;
  const std::vector<E> all = U::expressions();
  const E anything = E::anything();
  const E nothing = E::nothing();
  CHECK(anything == E{});
  CHECK(exceptions_to(
            all, [&](const E& a) { return (anything && a) == a && (a && anything) == a; }) == 0);
  CHECK(exceptions_to(all,
                      [&](const E& a) { return (nothing || a) == a && (a || nothing) == a; }) == 0);
  CHECK((!anything) == nothing);
  CHECK((!nothing) == anything);
}

TEMPLATE_TEST_CASE("and, or are associative and commutative", "", Skills, Letters) {
  using U = Universe<TestType>;
  using E = typename U::Expression;
  const std::vector<E> atoms = U::atoms();
  const std::vector<E> all = U::expressions();
  const auto associative = [](const E& a, const E& b, const E& c) {
    return U::same((a && b) && c, a && (b && c)) && U::same((a || b) || c, a || (b || c));
  };
  const auto commutative = [](const E& a, const E& b) {
    return U::same(a && b, b && a) && U::same(a || b, b || a);
  };
  CHECK(exceptions_to(atoms, associative) == 0);
  CHECK(exceptions_to(all, commutative) == 0);
}

TEMPLATE_TEST_CASE("each of and, or distributes over the other", "", Skills, Letters) {
  using U = Universe<TestType>;
  using E = typename U::Expression;
  CHECK(exceptions_to(U::atoms(), [](const E& a, const E& b, const E& c) {
          return U::same(a && (b || c), (a && b) || (a && c)) &&
                 U::same(a || (b && c), (a || b) && (a || c));
        }) == 0);
}

TEMPLATE_TEST_CASE("De Morgan: not turns and into or", "", Skills, Letters) {
  using U = Universe<TestType>;
  using E = typename U::Expression;
  CHECK(exceptions_to(U::atoms(), [](const E& a, const E& b) {
          return U::same(!(a && b), !a || !b) && U::same(!(a || b), !a && !b);
        }) == 0);
}

TEMPLATE_TEST_CASE("an expression and its negation exclude and complete each other", "", Skills,
                   Letters) {
  using U = Universe<TestType>;
  using E = typename U::Expression;
  CHECK(exceptions_to(U::expressions(), [](const E& a) { return U::same(!!a, a); }) == 0);
  CHECK(exceptions_to(U::atoms(), [](const E& a) {
          return U::same(a && !a, E::nothing()) && U::same(a || !a, E::anything()) &&
                 U::same(a && a, a) && U::same(a || a, a) &&
                 U::same(a && E::nothing(), E::nothing()) &&
                 U::same(a || E::anything(), E::anything());
        }) == 0);
}

TEMPLATE_TEST_CASE("an expression comes back from its postfix list", "", Skills, Letters) {
  using U = Universe<TestType>;
  using E = typename U::Expression;
  CHECK(exceptions_to(U::expressions(), [](const E& a, const E& b) {
          const E joined = !(a && b);
          return E::from_postfix(joined.nodes()) == joined || joined.is_too_long();
        }) == 0);
}

TEMPLATE_TEST_CASE("a postfix list written with identities gives the form without them", "", Skills,
                   Letters) {
  using E = typename Universe<TestType>::Expression;
  using Node = typename E::Node;
  const std::vector<Node> alone{{BooleanOp::anything, {}}};
  CHECK(E::from_postfix(alone) == E::anything());
  const std::vector<Node> joined{
      {BooleanOp::leaf, TestType::leaf(0)}, {BooleanOp::anything, {}}, {BooleanOp::both, {}}};
  CHECK(E::from_postfix(joined) == E{TestType::leaf(0)});
}

TEMPLATE_TEST_CASE("an ill-formed postfix list is too long", "", Skills, Letters) {
  using E = typename Universe<TestType>::Expression;
  using Node = typename E::Node;
  const Node leaf{BooleanOp::leaf, TestType::leaf(0)};
  const std::vector<std::vector<Node>> lists{
      {{BooleanOp::both, {}}},          // no operand
      {leaf, {BooleanOp::either, {}}},  // one operand of two
      {leaf, leaf},                     // two results
      {{BooleanOp::negation, {}}},
      {leaf, {static_cast<BooleanOp>(99), {}}},  // no operator
      std::vector<Node>(E::capacity + 1, leaf),
  };
  for (const std::vector<Node>& list : lists) CHECK(E::from_postfix(list).is_too_long());
}

TEMPLATE_TEST_CASE("too long absorbs, holds for nothing and equals itself", "", Skills, Letters) {
  using U = Universe<TestType>;
  using E = typename U::Expression;
  E longest_one = TestType::leaf(0);
  while (longest_one.nodes().size() < E::capacity) longest_one = !longest_one;
  CHECK_FALSE(longest_one.is_too_long());
  const E too_long = !longest_one;
  REQUIRE(too_long.is_too_long());
  CHECK(too_long.nodes().empty());
  CHECK_FALSE(too_long.is_anything());
  CHECK_FALSE(too_long.is_nothing());
  CHECK(exceptions_to(U::expressions(), [&](const E& a) {
          const bool all = (a && too_long).is_too_long() && (too_long && a).is_too_long() &&
                           (a || too_long).is_too_long() && (too_long || a).is_too_long();
          return all && a != too_long;
        }) == 0);
  // Overflows in the middle of a join, and nothing is added after it.
  CHECK((longest_one && longest_one) == too_long);
  CHECK((longest_one || longest_one) == too_long);
  CHECK((!too_long).is_too_long());
  CHECK((!too_long) == too_long);
  for (unsigned world = 0; world < world_count; ++world) CHECK_FALSE(U::holds(too_long, world));
}

}  // namespace
}  // namespace acd
