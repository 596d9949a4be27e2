// Reads overflow rules, tickets, callbacks, surges and break rules.
#pragma once

#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

void read_value(const Source& source, OverflowRule& target);
void read_value(const Source& source, TicketRule& target);
void read_value(const Source& source, CallbackRule& target);
void read_value(const Source& source, Surge& target);
void read_value(const Source& source, BreakRule& target);

}  // namespace v1
}  // namespace acd
