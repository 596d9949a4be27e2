// The rarer paths of KeyIndex: making one, an old place in a list, the heap.
#include "util/key_index.hpp"

namespace acd::util {

KeyIndex::KeyIndex(KeyNodes& nodes, unsigned band_bits)
    : occupied_{band_bits == 0 ? 1U : 0U},
      first_sentinel_{static_cast<std::uint32_t>(nodes.size())},
      band_bits_{band_bits} {
  if (is_heap()) return;
  nodes.resize(nodes.size() + (std::size_t{1} << band_bits));
  for (std::uint32_t i = first_sentinel_; i < nodes.size(); ++i) {
    nodes[i].previous = i;
    nodes[i].next = i;
  }
}

// Walks from both ends at once, so that a place near either is found soon. The last key is
// larger than the element's.
void link_inside(KeyNodes& nodes, std::uint32_t sentinel, std::uint32_t element) {
  const Key key = nodes[element].key;
  std::uint32_t after = nodes[sentinel].previous;
  std::uint32_t from_head = nodes[sentinel].next;
  while (!(key < nodes[from_head].key)) {
    from_head = nodes[from_head].next;
    const std::uint32_t before = nodes[after].previous;
    if (before == sentinel || nodes[before].key < key) {
      from_head = after;
      break;
    }
    after = before;
  }
  const std::uint32_t before = nodes[from_head].previous;
  nodes[element].previous = before;
  nodes[element].next = from_head;
  nodes[before].next = element;
  nodes[from_head].previous = element;
}

void KeyIndex::insert_heap(KeyNodes& nodes, std::uint32_t element) {
  occupied_ = 1;
  heap_.insert({nodes[element].key, element},
               [&nodes](std::uint32_t i) -> std::uint32_t& { return nodes[i].previous; });
}

void KeyIndex::erase_heap(KeyNodes& nodes, std::uint32_t element) {
  const std::uint32_t hole = nodes[element].previous;
  nodes[element].previous = KeyNode::outside;
  heap_.erase_at(hole, [&nodes](std::uint32_t i) -> std::uint32_t& { return nodes[i].previous; });
  if (heap_.empty()) occupied_ = 0;
}

}  // namespace acd::util
