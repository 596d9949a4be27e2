// The opt-in map between the host's own ids and handles.
#include "acd/companion/session_directory.hpp"

#include "support/catch.hpp"

namespace acd {
namespace {

constexpr SessionHandle first{0, 1};
constexpr SessionHandle second{1, 1};
constexpr SessionHandle first_again{0, 2};

TEST_CASE("a bound session is found by its reference and the other way round") {
  SessionDirectory directory;
  REQUIRE(directory.bind(17, first) == Status::applied);
  CHECK(directory.find(17) == first);
  CHECK(directory.reference_of(first) == 17);
  CHECK(directory.find(18).is_none());
  CHECK_FALSE(directory.reference_of(second).has_value());
}

TEST_CASE("a reference names one live session at a time") {
  SessionDirectory directory;
  REQUIRE(directory.bind(17, first) == Status::applied);
  CHECK(directory.bind(17, second) == Status::duplicate_session);
  CHECK(directory.bind(18, first) == Status::duplicate_session);
  CHECK(directory.size() == 1);
  CHECK(directory.find(18).is_none());
  CHECK(directory.find(17) == first);
}

TEST_CASE("a released reference may be bound again") {
  SessionDirectory directory;
  REQUIRE(directory.bind(17, first) == Status::applied);
  CHECK(directory.release(first));
  CHECK_FALSE(directory.release(first));
  CHECK(directory.find(17).is_none());
  CHECK(directory.bind(17, first_again) == Status::applied);
  CHECK_FALSE(directory.reference_of(first).has_value());
  CHECK(directory.reference_of(first_again) == 17);
}

TEST_CASE("the handle that names nothing is not bound") {
  SessionDirectory directory;
  CHECK(directory.bind(17, SessionHandle::none()) == Status::unknown_session);
  CHECK(directory.size() == 0);
}

TEST_CASE("sessions whose end is among the events are released, the others stay") {
  SessionDirectory directory;
  REQUIRE(directory.bind(17, first) == Status::applied);
  REQUIRE(directory.bind(18, second) == Status::applied);
  const Event events[] = {{.kind = EventKind::assigned, .session = second},
                          {.kind = EventKind::ended, .session = first}};
  directory.release_ended(events);
  CHECK(directory.find(17).is_none());
  CHECK(directory.find(18) == second);
}

TEST_CASE("a symbol keeps its reference, and a reference is never given twice") {
  SymbolTable symbols;
  const auto alice = symbols.intern("alice");
  const auto bob = symbols.intern("bob");
  CHECK(alice != bob);
  CHECK(symbols.intern("alice") == alice);
  CHECK(symbols.text_of(alice) == "alice");
  CHECK(symbols.find("bob") == bob);
  CHECK_FALSE(symbols.find("carol").has_value());

  CHECK(symbols.release(alice));
  CHECK_FALSE(symbols.release(alice));
  CHECK_FALSE(symbols.text_of(alice).has_value());
  CHECK(symbols.intern("alice") != alice);
  CHECK(symbols.size() == 2);
}

}  // namespace
}  // namespace acd
