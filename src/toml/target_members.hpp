// Reads where a session is sent: one key of a table says it.
//
//   { group = "sales" }   { bot = "helper" }   { menu = "main" }   { to = "host" }
//   { message = "tickets" }   { callback = "sales" }     in that group, from where it goes on
#pragma once

#include <optional>
#include <string>

#include "toml/table_reader.hpp"

namespace acd {
inline namespace v1 {

/// The keys by which a target may be given; at most one of them.
struct TargetKeys {
  std::optional<GroupId> group{};
  std::optional<BotId> bot{};
  std::optional<MenuNodeId> menu{};
  std::optional<GroupId> message{};
  std::optional<GroupId> callback{};
  std::optional<TargetKind> to{};

  void read(TableReader& table, const std::string& prefix);
  [[nodiscard]] Target target(const Source& source) const;
};

void read_value(const Source& source, Target& target);

}  // namespace v1
}  // namespace acd
