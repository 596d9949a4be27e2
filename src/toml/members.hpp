// Reads the lines and members of a blueprint: which keys every table has.
#pragma once

#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

// Lines that are nothing but a name stand as strings.
void read_value(const Source& source, Channel& target);
void read_value(const Source& source, Skill& target);
void read_value(const Source& source, Reason& target);

void read_value(const Source& source, std::vector<SkillLevel>& target);
void read_value(const Source& source, std::vector<WrapUpRule::ForChannel>& target);
void read_value(const Source& source, Limits& target);
void read_value(const Source& source, Attribute& target);
void read_value(const Source& source, HostRank& target);
void read_value(const Source& source, OfferRule& target);
void read_value(const Source& source, ChannelCapacity& target);
void read_value(const Source& source, CapacityRule& target);
void read_value(const Source& source, NamedRequirement& target);
void read_value(const Source& source, SkillGroup& target);
void read_value(const Source& source, Membership& target);
void read_value(const Source& source, Agent& target);

}  // namespace v1
}  // namespace acd
