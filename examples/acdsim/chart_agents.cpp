// Bars of one length, cut into what signed-in time was spent on.
#include <fmt/format.h>

#include <algorithm>

#include "charts.hpp"
#include "html_text.hpp"
#include "run_tables.hpp"
#include "svg.hpp"

namespace acdsim {
namespace {

constexpr std::size_t agents_max = 24;

struct Bar {
  std::string name{};
  double busy_h = 0;
  double ready_h = 0;
  double signed_in_h = 0;
};

Bar bar_of(const AgentPool& pool) {
  Bar bar{.name = fmt::format("{} × {}", pool.agents.size(), pool.groups)};
  for (const AgentFigures* agent : pool.agents) {
    bar.busy_h += agent->busy_h;
    bar.ready_h += agent->ready_h;
    bar.signed_in_h += agent->signed_in_h;
  }
  return bar;
}

std::vector<Bar> bars_of(const RunFigures& figures) {
  std::vector<Bar> bars;
  if (figures.agents.size() > agents_max) {
    for (const AgentPool& pool : agent_pools(figures)) bars.push_back(bar_of(pool));
    return bars;
  }
  for (const AgentFigures& agent : figures.agents) {
    bars.push_back({agent.name, agent.busy_h, agent.ready_h, agent.signed_in_h});
  }
  return bars;
}

std::string draw(const std::vector<Bar>& bars, const Wording& say, double width, double names,
                 std::size_t columns) {
  constexpr double row = 26;
  constexpr double figure = 52;
  Svg svg{width, row * static_cast<double>(bars.size()), say(Phrase::utilisation)};
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    const double y = row * static_cast<double>(i);
    svg.text(names - 8, y + 17, Svg::Anchor::end, "name", shortened(bar.name, columns));
    if (bar.signed_in_h <= 0) continue;
    const double scale = (width - names - figure) / bar.signed_in_h;
    double x = names;
    const auto part = [&](double hours, std::string_view kind, Phrase what) {
      if (hours <= 0) return;
      svg.rect(x, y + 4, hours * scale, row - 8, kind,
               fmt::format("{} {}: {:.1f} %", bar.name, say(what), 100 * hours / bar.signed_in_h));
      x += hours * scale;
    };
    part(bar.busy_h, "served", Phrase::busy);
    part(bar.ready_h, "idle", Phrase::ready);
    part(std::max(bar.signed_in_h - bar.busy_h - bar.ready_h, 0.0), "others", Phrase::away);
    svg.text(width - 2, y + 17, Svg::Anchor::end, "name",
             fmt::format("{:.1f} %", 100 * bar.busy_h / bar.signed_in_h));
  }
  return svg.take();
}

}  // namespace

std::string agent_chart(const RunFigures& figures, const Wording& say) {
  const std::vector<Bar> bars = bars_of(figures);
  std::string html = "<p class=\"legend\">";
  const auto entry = [&](std::string_view kind, Phrase words) {
    html += fmt::format("<span><i class=\"swatch {}\"></i>{}</span> ", kind, escaped(say(words)));
  };
  entry("served", Phrase::busy);
  entry("idle", Phrase::ready);
  entry("others", Phrase::away);
  return html + "</p>\n<p class=\"note\">" + escaped(say(Phrase::of_signed_in)) + "</p>\n" +
         for_both_widths(draw(bars, say, wide_page, 220, 26),
                         draw(bars, say, narrow_page, 112, 13));
}

}  // namespace acdsim
