// Writes affinity, host choices, teams and the memory of customers.
#pragma once

#include "toml/value_texts.hpp"

namespace acd {
inline namespace v1 {

class AffinityWriter {
 public:
  explicit AffinityWriter(const ValueTexts& texts) : texts_{texts} {}

  [[nodiscard]] TableWriter table_of(const AffinityStrategy& strategy) const;
  [[nodiscard]] TableWriter table_of(const HostChoice& choice) const;
  [[nodiscard]] TableWriter table_of(const Team& team) const;
  [[nodiscard]] TableWriter table_of(const MemoryRule& memory) const;

 private:
  [[nodiscard]] TableWriter table_of(const ScoredAgent& agent) const;

  const ValueTexts& texts_;
};

}  // namespace v1
}  // namespace acd
