// Writes overflow rules, tickets, callbacks, surges and break rules.
#pragma once

#include "toml/value_texts.hpp"

namespace acd {
inline namespace v1 {

class OverflowWriter {
 public:
  explicit OverflowWriter(const ValueTexts& texts) : texts_{texts} {}

  [[nodiscard]] TableWriter table_of(const OverflowRule& rule) const;
  [[nodiscard]] TableWriter table_of(const TicketRule& rule) const;
  [[nodiscard]] TableWriter table_of(const CallbackRule& rule) const;
  [[nodiscard]] TableWriter table_of(const Surge& surge) const;
  [[nodiscard]] TableWriter table_of(const BreakRule& rule) const;

 private:
  [[nodiscard]] TableWriter table_of(const Repeat& repeat) const;
  [[nodiscard]] TableWriter table_of(const CapacitySwap& swap) const;
  [[nodiscard]] TableWriter table_of(const WrapUpScale& scale) const;

  const ValueTexts& texts_;
};

}  // namespace v1
}  // namespace acd
