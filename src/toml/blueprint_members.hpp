// The top level of a blueprint's file, which a scenario's file shares.
#pragma once

#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {

/// Reads the blueprint's keys of the table; the others are left to whoever finishes it.
void read_blueprint_members(const toml::table& file, TableReader& table, Reading& reading);

/// What a blueprint's file may hold.
[[nodiscard]] Form blueprint_form();

}  // namespace v1
}  // namespace acd
