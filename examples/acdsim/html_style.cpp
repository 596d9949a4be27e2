// Every pair of text and ground has a contrast of 4.5 to 1 at least, in both schemes.
#include "html_style.hpp"

namespace acdsim {
namespace {

constexpr std::string_view style = R"css(
:root {
  color-scheme: light dark;
  --ground: #ffffff; --panel: #f3f5f8; --ink: #17202a; --soft: #4d5a67; --rule: #d5dbe1;
  --served: #2f6fae; --abandoned: #d05a00; --others: #7d8894; --idle: #bcd3e8;
  --good: #0a6b3d; --bad: #b3261e; --good-ground: #e3f3ea; --bad-ground: #fbe9e7;
  --accent: #17507f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #11161b; --panel: #1a2129; --ink: #e7ecf1; --soft: #a7b4c0; --rule: #323d48;
    --served: #5b9bd5; --abandoned: #ff9d4d; --others: #8a96a3; --idle: #2d4a66;
    --good: #62d39b; --bad: #ff9088; --good-ground: #12301f; --bad-ground: #3b1a18;
    --accent: #8fc4f2;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 1168px; padding: 24px 24px 48px;
  background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  overflow-wrap: break-word;
}
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 19px; margin: 40px 0 10px; padding-top: 14px; border-top: 1px solid var(--rule); }
h3 { font-size: 15px; margin: 20px 0 6px; }
p { margin: 8px 0; }
.head { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 16px;
  margin: 0; }
.head dt { color: var(--soft); }
.head dd { margin: 0; }
.sum { font-weight: 600; font-size: 17px; margin: 18px 0 0; padding: 10px 14px;
  border-radius: 8px; }
.sum.met { color: var(--good); background: var(--good-ground); }
.sum.missed { color: var(--bad); background: var(--bad-ground); }
.targets { list-style: none; margin: 12px 0; padding: 0; }
.targets li {
  display: grid; align-items: center; gap: 2px 16px; padding: 8px 0;
  grid-template-columns: 96px minmax(0, 1fr) 150px 150px 200px;
  border-bottom: 1px solid var(--rule);
}
.badge { font-weight: 600; }
.met .badge { color: var(--good); }
.missed .badge { color: var(--bad); }
.value { font-weight: 600; text-align: right; font-variant-numeric: tabular-nums; }
.value span, .goal { font-weight: 400; color: var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); gap: 10px;
  margin: 12px 0; }
.tiles div { background: var(--panel); border-radius: 8px; padding: 10px 14px; }
.tiles dt { color: var(--soft); font-size: 13px; }
.tiles dd { margin: 0; font-size: 22px; font-weight: 600; font-variant-numeric: tabular-nums; }
.tiles dd span { display: block; font-size: 13px; font-weight: 400; color: var(--soft); }
.note { color: var(--soft); font-size: 13.5px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 13.5px; }
.legend span { display: inline-flex; align-items: center; gap: 6px; }
.swatch { width: 14px; height: 14px; border-radius: 3px; flex: none; display: inline-block; }
.swatch.served { background: var(--served); }
.swatch.abandoned { background: var(--abandoned); }
.swatch.others { background: var(--others); }
.swatch.idle { background: var(--idle); }
.swatch.point { background: var(--accent); border-radius: 50%; width: 10px; height: 10px; }
.swatch.dashed { width: 0; border-left: 2px dashed var(--ink); border-radius: 0; }
.swatch.h0 { background: #a33b00; } .swatch.h1 { background: #ec8033; }
.swatch.h2 { background: #fbd0a4; } .swatch.h3 { background: #c4dcf0; }
.swatch.h4 { background: #2b6cab; }
svg { display: block; max-width: 100%; height: auto; margin: 6px 0; overflow: visible; }
svg text { font-size: 12px; fill: var(--ink); font-variant-numeric: tabular-nums; }
svg .axis { fill: var(--soft); }
svg .strong { font-weight: 600; font-size: 13px; }
svg .name { font-size: 13px; }
svg .grid { stroke: var(--rule); }
svg .tick { stroke: var(--soft); }
svg .bound { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 3 2; }
svg .served { fill: var(--served); } svg .abandoned { fill: var(--abandoned); }
svg .others { fill: var(--others); } svg .idle { fill: var(--idle); }
svg .level { fill: none; stroke: var(--accent); stroke-width: 2; }
svg .point { fill: var(--accent); }
svg .span { stroke: var(--idle); stroke-width: 6; stroke-linecap: round; }
svg .ribbon { fill: var(--idle); fill-opacity: .75; }
svg .ribbon:hover { fill-opacity: 1; }
svg .track { fill: var(--rule); } svg .wanted { fill: var(--idle); }
svg .band { fill: var(--others); fill-opacity: .55; }
svg .good { fill: var(--good); } svg .bad { fill: var(--bad); }
svg .none { fill: none; stroke: var(--rule); }
svg .h0 { fill: #a33b00; } svg .h1 { fill: #ec8033; } svg .h2 { fill: #fbd0a4; }
svg .h3 { fill: #c4dcf0; } svg .h4 { fill: #2b6cab; }
svg .n { font-size: 12.5px; font-weight: 600; }
svg .n.h0, svg .n.h4 { fill: #ffffff; }
svg .n.h1, svg .n.h2, svg .n.h3 { fill: #101418; }
.box { overflow-x: auto; max-width: 100%; margin: 8px 0; }
.box:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 14px; }
th, td { padding: 4px 10px; text-align: right; white-space: nowrap; }
.l { text-align: left; }
th.l[scope="row"] { font-weight: 500; }
thead th { font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--rule); }
thead .over { text-align: center; border-bottom: 0; }
tbody tr:nth-child(even) { background: var(--panel); }
details { margin: 6px 0; }
summary { cursor: pointer; color: var(--accent); padding: 4px 0; }
code { font: 13.5px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace;
  overflow-wrap: anywhere; }
.defined { padding-left: 20px; color: var(--soft); font-size: 13.5px; }
.narrow { display: none; }
@media screen and (max-width: 900px) {
  body { padding: 16px 16px 40px; }
  h1 { font-size: 22px; }
  .wide { display: none; }
  .narrow { display: block; }
  .head { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .head dd { margin-bottom: 6px; }
  .targets li { grid-template-columns: minmax(0, 1fr) max-content; }
  .targets .badge { grid-column: 2; grid-row: 1; text-align: right; }
  .targets .what { grid-column: 1; grid-row: 1; }
  .targets .value { grid-column: 2; grid-row: 2; }
  .targets .goal { grid-column: 1; grid-row: 2; }
  .targets svg { grid-column: 1 / -1; }
}
@media print {
  :root {
    --ground: #fff; --panel: #f3f5f8; --ink: #000; --soft: #444; --rule: #bbb; --served: #2f6fae;
    --abandoned: #d05a00; --others: #7d8894; --idle: #bcd3e8; --good: #0a6b3d; --bad: #b3261e;
    --good-ground: #fff; --bad-ground: #fff; --accent: #17507f;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 11px; }
  h2 { break-after: avoid; }
  svg, tr, .targets li { break-inside: avoid; }
  .box { overflow: visible; }
  table { font-size: 10px; }
  th, td { padding: 2px 5px; white-space: normal; }
}
)css";

}  // namespace

std::string_view html_style() { return style; }

}  // namespace acdsim
