// The rarer path of KeyIndex: an old place in a list.
#include "util/key_index.hpp"

namespace acd::util {

// Walks from both ends at once, so that a place near either is found soon.
void KeyIndex::insert_inside(Nodes& nodes, Band& ends, std::uint32_t element) {
  const Key key = nodes[element].key;
  std::uint32_t after = ends.tail;  // key of `after` is larger, so the place is before it
  std::uint32_t from_head = ends.head;
  for (;;) {
    if (key < nodes[from_head].key) {
      after = from_head;
      break;
    }
    from_head = nodes[from_head].next;
    const std::uint32_t before = nodes[after].previous;
    if (before == nil || nodes[before].key < key) break;
    after = before;
  }
  const std::uint32_t before = nodes[after].previous;
  nodes[element].previous = before;
  nodes[element].next = after;
  nodes[after].previous = element;
  (before == nil ? ends.head : nodes[before].next) = element;
}

}  // namespace acd::util
