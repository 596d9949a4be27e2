// One digit behind the point is finer than any screen.
#include "svg.hpp"

#include <fmt/format.h>

#include "display_width.hpp"
#include "html_text.hpp"

namespace acdsim {
namespace {

std::string inside(const std::string& title, std::string_view element) {
  if (title.empty()) return "/>\n";
  return fmt::format("><title>{}</title></{}>\n", escaped(title), element);
}

std::string_view name_of(Svg::Anchor anchor) {
  switch (anchor) {
    case Svg::Anchor::start: return "start";
    case Svg::Anchor::middle: return "middle";
    case Svg::Anchor::end: return "end";
  }
  return "start";
}

}  // namespace

Svg::Svg(double width, double height, const std::string& label)
    : html_{fmt::format("<svg viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
                        "role=\"img\" aria-label=\"{2}\">\n",
                        width, height, escaped(label))} {}

void Svg::rect(double x, double y, double width, double height, std::string_view kind,
               const std::string& title) {
  html_ += fmt::format(
      "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" class=\"{}\"{}", x, y,
      width, height, kind, inside(title, "rect"));
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view kind) {
  html_ +=
      fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" class=\"{}\"/>\n",
                  x1, y1, x2, y2, kind);
}

void Svg::circle(double x, double y, double radius, std::string_view kind,
                 const std::string& title) {
  html_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" class=\"{}\"{}", x, y,
                       radius, kind, inside(title, "circle"));
}

void Svg::path(const std::string& data, std::string_view kind, const std::string& title) {
  html_ += fmt::format("<path d=\"{}\" class=\"{}\"{}", data, kind, inside(title, "path"));
}

void Svg::text(double x, double y, Anchor anchor, std::string_view kind, const std::string& text) {
  html_ +=
      fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" class=\"{}\">{}</text>\n", x,
                  y, name_of(anchor), kind, escaped(text));
}

std::string Svg::take() { return std::move(html_) + "</svg>\n"; }

std::string for_both_widths(const std::string& wide, const std::string& narrow) {
  return "<div class=\"wide\">\n" + wide + "</div>\n<div class=\"narrow\">\n" + narrow + "</div>\n";
}

std::string shortened(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  std::size_t end = text.size();
  while (end > 0 && display_width(text.substr(0, end)) + 1 > columns) {
    do {
      --end;
    } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  }
  return text.substr(0, end) + "…";
}

}  // namespace acdsim
