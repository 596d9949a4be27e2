// Hash maps that are looked up and never iterated: their order decides nothing.
#include "acd/companion/session_directory.hpp"

#include <functional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"

namespace acd {
inline namespace v1 {

struct SessionDirectory::Maps {
  absl::flat_hash_map<std::uint64_t, SessionHandle> sessions{};
  // By slot and generation as one number.
  absl::flat_hash_map<std::uint64_t, std::uint64_t> references{};
};

namespace {

std::uint64_t packed(SessionHandle session) {
  return std::uint64_t{session.generation} << 32 | session.slot;
}

}  // namespace

SessionDirectory::SessionDirectory() : maps_{std::make_unique<Maps>()} {}
SessionDirectory::~SessionDirectory() = default;
SessionDirectory::SessionDirectory(SessionDirectory&&) noexcept = default;
SessionDirectory& SessionDirectory::operator=(SessionDirectory&&) noexcept = default;

Status SessionDirectory::bind(std::uint64_t reference, SessionHandle session) {
  if (session.is_none()) return Status::unknown_session;
  if (maps_->sessions.contains(reference)) return Status::duplicate_session;
  if (!maps_->references.try_emplace(packed(session), reference).second) {
    return Status::duplicate_session;
  }
  maps_->sessions.emplace(reference, session);
  return Status::applied;
}

SessionHandle SessionDirectory::find(std::uint64_t reference) const {
  const auto found = maps_->sessions.find(reference);
  return found == maps_->sessions.end() ? SessionHandle::none() : found->second;
}

std::optional<std::uint64_t> SessionDirectory::reference_of(SessionHandle session) const {
  const auto found = maps_->references.find(packed(session));
  if (found == maps_->references.end()) return std::nullopt;
  return found->second;
}

bool SessionDirectory::release(SessionHandle session) {
  const auto found = maps_->references.find(packed(session));
  if (found == maps_->references.end()) return false;
  maps_->sessions.erase(found->second);
  maps_->references.erase(found);
  return true;
}

void SessionDirectory::release_ended(std::span<const Event> events) {
  for (const Event& event : events) {
    if (event.kind == EventKind::ended) release(event.session);
  }
}

std::size_t SessionDirectory::size() const { return maps_->sessions.size(); }

Router::Arrival arrive(Router& router, SessionDirectory& directory, const Command& command,
                       Instant now) {
  if (!directory.find(command.reference).is_none()) return {Status::duplicate_session};
  const Router::Arrival arrival = router.arrive(command, now);
  if (arrival.status != Status::applied) return arrival;
  const Status bound = directory.bind(command.reference, arrival.session);
  return {bound, arrival.session};
}

namespace {

// The package's abseil has a string_view of its own, so its hash of strings is of no use here.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace

struct SymbolTable::Maps {
  absl::flat_hash_map<std::string, std::uint64_t, TextHash, std::equal_to<>> references{};
  absl::flat_hash_map<std::uint64_t, std::string> texts{};
  std::uint64_t last = 0;
};

SymbolTable::SymbolTable() : maps_{std::make_unique<Maps>()} {}
SymbolTable::~SymbolTable() = default;
SymbolTable::SymbolTable(SymbolTable&&) noexcept = default;
SymbolTable& SymbolTable::operator=(SymbolTable&&) noexcept = default;

std::uint64_t SymbolTable::intern(std::string_view text) {
  const auto [entry, is_new] = maps_->references.try_emplace(text, maps_->last + 1);
  if (is_new) maps_->texts.emplace(++maps_->last, text);
  return entry->second;
}

std::optional<std::uint64_t> SymbolTable::find(std::string_view text) const {
  const auto found = maps_->references.find(text);
  if (found == maps_->references.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string_view> SymbolTable::text_of(std::uint64_t reference) const {
  const auto found = maps_->texts.find(reference);
  if (found == maps_->texts.end()) return std::nullopt;
  return found->second;
}

bool SymbolTable::release(std::uint64_t reference) {
  const auto found = maps_->texts.find(reference);
  if (found == maps_->texts.end()) return false;
  maps_->references.erase(found->second);
  maps_->texts.erase(found);
  return true;
}

std::size_t SymbolTable::size() const { return maps_->texts.size(); }

}  // namespace v1
}  // namespace acd
