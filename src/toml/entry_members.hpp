// Reads bots, menus and entries.
#pragma once

#include "toml/values.hpp"

namespace acd {
inline namespace v1 {

void read_value(const Source& source, Bot& target);
void read_value(const Source& source, MenuNode& target);
void read_value(const Source& source, EntryRule& target);
void read_value(const Source& source, Entry& target);

}  // namespace v1
}  // namespace acd
