// The rarer paths: making an index, an old place in a list.
#include "util/key_indices.hpp"

namespace acd::util {

void KeyIndices::add_index(unsigned band_bits) {
  Shape shape{.first = static_cast<std::uint32_t>(heaps_.size()), .band_bits = band_bits};
  occupied_.push_back(band_bits == 0 ? 1 : 0);
  if (shape.is_heap()) {
    heaps_.emplace_back();
  } else {
    shape.first = static_cast<std::uint32_t>(links_.size());
    links_.resize(links_.size() + (std::size_t{1} << band_bits));
    highs_.resize(links_.size());
    lows_.resize(links_.size());
    for (Element i = shape.first; i < links_.size(); ++i) links_[i] = {i, i};
  }
  shapes_.push_back(shape);
}

// Puts an element that is not the last of the list into its place. Walks from both ends at
// once, so that a place near either is found soon.
void KeyIndices::link_inside(Element sentinel, Element element) {
  const Key wanted = key(element);
  Element after = links_[sentinel].previous;
  Element from_head = links_[sentinel].next;
  while (!(wanted < key(from_head))) {
    from_head = links_[from_head].next;
    const Element before = links_[after].previous;
    if (before == sentinel || key(before) < wanted) {
      from_head = after;
      break;
    }
    after = before;
  }
  const Element before = links_[from_head].previous;
  links_[element] = {before, from_head};
  links_[before].next = element;
  links_[from_head].previous = element;
}

}  // namespace acd::util
