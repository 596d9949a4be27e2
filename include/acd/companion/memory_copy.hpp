// What one router remembers of customers, as commands that teach a router of another blueprint.
//
//   for_each_memory_command(old_router, new_router.blueprint(), [&](const Command& command) {
//     journal.append(command, now);
//     new_router.apply(command, now);
//   });
#pragma once

#include <functional>

#include "acd/config/blueprint.hpp"
#include "acd/engine/command.hpp"
#include "acd/engine/router.hpp"
#include "acd/export.hpp"

namespace acd {
inline namespace v1 {

/// Agents and groups are found by their names; contacts of those that `to` has not are left out,
/// and so are those that are too old for it or more than it remembers, oldest first. Who is owned
/// by an agent who is not there any more is owned by nobody, and what strangers did in his stead is
/// left out. Whether an agent is familiar is judged anew, by what `to` says of substitutes.
///
/// First a `remember` for each contact, then a `set_owner` where the owner is not the first who
/// served. A router that remembers nobody yet refuses none of them at `from.now()`, and later at
/// most contacts that have become too old since. Linear in the contacts, in expectation.
ACD_EXPORT void for_each_memory_command(const Router& from, const Blueprint& to,
                                        const std::function<void(const Command&)>& give);

}  // namespace v1
}  // namespace acd
