// Ribbons from the groups that sessions left, on the left, to those that took them.
#include <fmt/format.h>

#include <algorithm>

#include "charts.hpp"
#include "svg.hpp"

namespace acdsim {
namespace {

struct Node {
  std::string name{};
  double y = 0;
  double height = 0;
  double used = 0;
};

class FlowChart {
 public:
  FlowChart(const RunFigures& figures, const Wording& say, double width, double names,
            std::size_t columns)
      : flows_{figures.flows}, say_{say}, width_{width}, names_{names}, columns_{columns} {
    double most = 0;
    for (const FlowFigures& flow : flows_) most = std::max(most, flow.sessions);
    scale_ = most > 0 ? thickest / most : 0;
    for (const FlowFigures& flow : flows_) {
      node(left_, flow.from).height += slot(flow);
      node(right_, flow.to).height += slot(flow);
    }
  }

  [[nodiscard]] std::string draw() {
    const double height = std::max(place(left_), place(right_));
    Svg svg{width_, height, say_(Phrase::overflow)};
    for (const FlowFigures& flow : flows_) ribbon(svg, flow);
    for (const FlowFigures& flow : flows_) label(svg, flow);
    for (const Node& each : left_) {
      svg.rect(names_, each.y, 8, each.height, "served");
      svg.text(names_ - 6, each.y + each.height / 2 + 4, Svg::Anchor::end, "name",
               shortened(each.name, columns_));
    }
    for (const Node& each : right_) {
      svg.rect(width_ - names_ - 8, each.y, 8, each.height, "served");
      svg.text(width_ - names_ + 6, each.y + each.height / 2 + 4, Svg::Anchor::start, "name",
               shortened(each.name, columns_));
    }
    return svg.take();
  }

 private:
  static constexpr double thickest = 44;
  static constexpr double least_slot = 20;

  static Node& node(std::vector<Node>& side, const std::string& name) {
    const auto found = std::ranges::find(side, name, &Node::name);
    if (found != side.end()) return *found;
    side.push_back({.name = name});
    return side.back();
  }
  [[nodiscard]] double thickness(const FlowFigures& flow) const {
    return std::max(flow.sessions * scale_, 1.5);
  }
  /// A line of text fits into each.
  [[nodiscard]] double slot(const FlowFigures& flow) const {
    return std::max(thickness(flow), least_slot);
  }
  static double place(std::vector<Node>& side) {
    double y = 4;
    for (Node& each : side) {
      each.y = y;
      each.used = 0;
      y += each.height + 16;
    }
    return y;
  }

  void ribbon(Svg& svg, const FlowFigures& flow) {
    Node& from = node(left_, flow.from);
    Node& to = node(right_, flow.to);
    const double own = slot(flow);
    const double half = thickness(flow) / 2;
    const double y1 = from.y + from.used + own / 2;
    const double y2 = to.y + to.used + own / 2;
    from.used += own;
    to.used += own;
    labels_.push_back(y1);
    const double x1 = names_ + 8;
    const double x2 = width_ - names_ - 8;
    const double middle = (x1 + x2) / 2;
    svg.path(fmt::format("M{0:.1f} {1:.1f}C{2:.1f} {1:.1f} {2:.1f} {3:.1f} {4:.1f} {3:.1f}"
                         "L{4:.1f} {5:.1f}C{2:.1f} {5:.1f} {2:.1f} {6:.1f} {0:.1f} {6:.1f}Z",
                         x1, y1 - half, middle, y2 - half, x2, y2 + half, y1 + half),
             "ribbon",
             fmt::format("{} → {}, {}: {:.1f}", flow.from, flow.to, say_.cause(flow.cause),
                         flow.sessions));
  }

  void label(Svg& svg, const FlowFigures& flow) {
    const std::string text = fmt::format("{:.1f} {}", flow.sessions, say_.cause(flow.cause));
    svg.text(names_ + 14, labels_[labelled_++] + 4, Svg::Anchor::start, "axis",
             shortened(text, columns_ > 12 ? 60 : 21));
  }

  const std::vector<FlowFigures>& flows_;
  const Wording& say_;
  double width_;
  double names_;
  std::size_t columns_;
  double scale_ = 0;
  std::vector<Node> left_{};
  std::vector<Node> right_{};
  std::vector<double> labels_{};
  std::size_t labelled_ = 0;
};

}  // namespace

std::string flow_chart(const RunFigures& figures, const Wording& say) {
  return for_both_widths(FlowChart{figures, say, wide_page, 150, 18}.draw(),
                         FlowChart{figures, say, narrow_page, 82, 9}.draw());
}

}  // namespace acdsim
