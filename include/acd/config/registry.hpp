// The open door: a host's own criterion, bound to code by name.
//
// The blueprint holds the name and version, so that it stays comparable and savable;
// the registry binds them to a pure function of facts. The function is called when facts
// change, never inside a comparison, and must depend on nothing else.
//
//   Registry registry;
//   registry.bind_agent_rank("fair_share", 1, 16, [](const AgentFacts& a) { return a.handled; });
//   registry.bind_agent_choice("account_manager", 1, [&](const SessionFacts& s) {
//     return managers.of(s.customer);  // no handle: nobody
//   });
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acd/export.hpp"
#include "acd/vocabulary/id.hpp"
#include "acd/vocabulary/level.hpp"
#include "acd/vocabulary/time.hpp"

namespace acd {
inline namespace v1 {

/// What a host's rank may know of a ready agent seen from one of his groups.
struct AgentFacts {
  AgentHandle agent{};
  GroupId group{};
  Level level = 0;
  Preference preference = 0;
  std::uint32_t handled = 0;  ///< sessions assigned since he signed in
  std::uint16_t charged_units = 0;
  std::uint16_t units = 1;
};

/// What a host's rank may know of a waiting session.
struct SessionFacts {
  SessionHandle session{};
  std::uint64_t reference = 0;  ///< the host's own
  std::uint64_t customer = 0;   ///< by the host; 0: unknown
  GroupId group{};
  ChannelId channel{};
  Priority priority = 0;
  Instant start{};  ///< arrival, or the virtual start given with it
  Instant due = never;
  std::uint32_t present_attributes = 0;        ///< bit i: attribute i has a value
  std::span<const std::int64_t> attributes{};  ///< by AttributeId
};

/// Lower ranks first; only the lowest `bits` of the answer count.
using AgentRank = std::function<std::uint64_t(const AgentFacts&)>;
using SessionRank = std::function<std::uint64_t(const SessionFacts&)>;
/// Who should serve it; a handle that names no agent of the blueprint names nobody. Called when the
/// session is settled: see docs/guide/router.md.
using AgentChoice = std::function<AgentHandle(const SessionFacts&)>;

/// Bindings by name; a later binding of the same name replaces the earlier.
class ACD_EXPORT Registry {
 public:
  struct Binding {
    std::string name{};
    std::uint32_t version = 1;
    std::uint8_t bits = 32;  ///< width of the rank, 1 to 48
    AgentRank agent_rank{};  ///< exactly one of the three is set
    SessionRank session_rank{};
    AgentChoice agent_choice{};
  };

  void bind_agent_rank(std::string name, std::uint32_t version, std::uint8_t bits, AgentRank rank);
  void bind_session_rank(std::string name, std::uint32_t version, std::uint8_t bits,
                         SessionRank rank);
  void bind_agent_choice(std::string name, std::uint32_t version, AgentChoice choice);
  /// nullptr if the name is not bound. Linear in the bindings.
  [[nodiscard]] const Binding* find(std::string_view name) const;

 private:
  void bind(Binding binding);
  std::vector<Binding> bindings_{};
};

}  // namespace v1
}  // namespace acd
