// Drawings as inline SVG. Colours come from classes of the page, so that they follow its scheme.
#pragma once

#include <string>
#include <string_view>

namespace acdsim {

class Svg {
 public:
  enum class Anchor { start, middle, end };

  /// `label` says what is drawn, for those who do not see it.
  Svg(double width, double height, const std::string& label);

  void rect(double x, double y, double width, double height, std::string_view kind,
            const std::string& title = {});
  void line(double x1, double y1, double x2, double y2, std::string_view kind);
  void circle(double x, double y, double radius, std::string_view kind,
              const std::string& title = {});
  /// `data`: commands of a path.
  void path(const std::string& data, std::string_view kind, const std::string& title = {});
  /// `y` is the base line.
  void text(double x, double y, Anchor anchor, std::string_view kind, const std::string& text);
  [[nodiscard]] std::string take();

 private:
  std::string html_;
};

/// Two drawings, one of which is shown: by whether the page is as wide as a desk's or a phone's.
[[nodiscard]] std::string for_both_widths(const std::string& wide, const std::string& narrow);
inline constexpr double wide_page = 1120;
inline constexpr double narrow_page = 350;

/// So much of the text as takes at most so many columns of a terminal, with an ellipsis.
[[nodiscard]] std::string shortened(const std::string& text, std::size_t columns);

}  // namespace acdsim
