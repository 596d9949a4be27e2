// An id of one kind does not become one of another.
#include "acd/vocabulary/id.hpp"

acd::GroupId group_of(acd::SkillId skill) {
#ifdef MUST_FAIL
  return skill;
#else
  return acd::GroupId{skill.index()};
#endif
}
