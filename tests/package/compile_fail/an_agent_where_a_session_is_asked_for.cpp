// Handles of agents and sessions are different types.
#include "acd/vocabulary/id.hpp"

bool is_none(acd::SessionHandle session) { return session == acd::SessionHandle{}; }

bool ask() {
#ifdef MUST_FAIL
  return is_none(acd::AgentHandle{});
#else
  return is_none(acd::SessionHandle{});
#endif
}
