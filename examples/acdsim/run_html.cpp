// The page, top to bottom.
#include <fmt/format.h>

#include "acd/companion/time_text.hpp"
#include "charts.hpp"
#include "html_style.hpp"
#include "html_text.hpp"
#include "number_text.hpp"
#include "run_report.hpp"
#include "run_tables.hpp"

namespace acdsim {
namespace {

class Page {
 public:
  Page(const RunFigures& figures, const Wording& say) : figures_{figures}, say_{say} {}

  void open();
  void head();
  void targets();
  void in_brief();
  void day();
  void groups();
  void waits();
  void agents();
  void overflow();
  void closing();
  [[nodiscard]] std::string take() { return std::move(html_); }

 private:
  void section(Phrase title) { html_ += "<h2>" + escaped(say_(title)) + "</h2>\n"; }
  void table(const std::string& title, const ReportTable& content) {
    html_ += "<h3>" + escaped(title) + "</h3>\n" + html_table(content, title);
  }
  /// Shown when it is asked for.
  void folded(const std::string& title, const ReportTable& content) {
    html_ += "<details><summary>" + escaped(title) + "</summary>\n" + html_table(content, title) +
             "</details>\n";
  }
  void tile(Phrase name, const Estimate& estimate, Unit unit);
  [[nodiscard]] std::string interval() const { return acd::to_text(figures_.interval); }

  const RunFigures& figures_;
  const Wording& say_;
  std::string html_{};
};

void Page::open() {
  html_ += fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
      "<meta name=\"generator\" content=\"acdsim {}\">\n<link rel=\"icon\" href=\"data:,\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
      language_tag(say_.language()), ACDSIM_VERSION, escaped(figures_.name), html_style());
}

void Page::head() {
  html_ += "<header>\n<h1>" + escaped(figures_.name) + "</h1>\n<dl class=\"head\">\n";
  for (const auto& [label, value] : head_lines(figures_, say_)) {
    html_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(label), escaped(value));
  }
  html_ += "</dl>\n</header>\n<main>\n";
}

void Page::targets() {
  section(Phrase::targets);
  if (figures_.targets.empty()) {
    html_ += "<p class=\"note\">" + escaped(say_(Phrase::no_targets)) + "</p>\n";
    return;
  }
  const std::size_t missed = figures_.targets_missed();
  const std::size_t all = figures_.targets.size();
  const std::string sum =
      missed == 0 ? say_(Phrase::all_met, all) : say_(Phrase::some_missed, missed, all);
  html_ += fmt::format("<p class=\"sum {}\">{} {}</p>\n<ul class=\"targets\">\n",
                       missed == 0 ? "met" : "missed", missed == 0 ? "✓" : "✕", escaped(sum));
  for (const TargetResult& target : figures_.targets) {
    html_ += fmt::format(
        "<li class=\"{}\"><span class=\"badge\">{} {}</span>"
        "<span class=\"what\"><b>{}</b> {}</span><span class=\"value\">{} <span>{}</span></span>"
        "<span class=\"goal\">{}</span>{}</li>\n",
        target.is_met ? "met" : "missed", target.is_met ? "✓" : "✕",
        escaped(say_(target.is_met ? Phrase::met : Phrase::missed)),
        escaped(target.group.empty() ? say_(Phrase::all) : target.group),
        escaped(figure_name(target, say_)), value_text(target), half_width_text(target),
        escaped(bound_text(target, say_)), target_chart(target, say_));
  }
  html_ += "</ul>\n";
}

void Page::tile(Phrase name, const Estimate& estimate, Unit unit) {
  const double factor = unit == Unit::share ? 100 : 1;
  const std::string_view sign = unit == Unit::count ? "" : unit == Unit::share ? " %" : " s";
  const std::string value =
      estimate.value ? fmt::format("{}{}", mean_text(factor * *estimate.value), sign) : "–";
  const std::string half =
      estimate.half_width ? "± " + mean_text(factor * *estimate.half_width) : "";
  html_ += fmt::format("<div><dt>{}</dt><dd>{} <span>{}</span></dd></div>\n", escaped(say_(name)),
                       value, half);
}

void Page::in_brief() {
  section(Phrase::in_brief);
  html_ += "<dl class=\"tiles\">\n";
  const MeasureRow& total = figures_.total;
  tile(Phrase::offered, total[Measure::offered], Unit::count);
  tile(Phrase::served, total[Measure::served], Unit::count);
  tile(Phrase::service_level, total[Measure::service_level], Unit::share);
  tile(Phrase::abandonment, total[Measure::abandonment], Unit::share);
  tile(Phrase::speed_of_answer, total[Measure::speed_of_answer], Unit::seconds);
  tile(Phrase::handle_time, figures_.handle_time, Unit::seconds);
  tile(Phrase::occupancy, figures_.occupancy, Unit::share);
  html_ += "</dl>\n";
  folded(say_(Phrase::total), total_table(figures_, say_));
}

void Page::day() {
  section(Phrase::the_day);
  html_ += day_chart(figures_, say_);
  folded(say_(Phrase::by_interval, interval()), interval_table(figures_, say_));
}

void Page::groups() {
  section(Phrase::heat_map);
  html_ += heat_map(figures_, say_);
  table(say_(Phrase::by_group), group_table(figures_, say_));
  for (std::size_t i = 0; i < figures_.groups.size(); ++i) {
    folded(say_(Phrase::details_of, figures_.groups[i].name, interval()),
           interval_table_of(figures_, i, say_));
  }
  if (figures_.demands.size() > 1) {
    table(say_(Phrase::by_demand), demand_table(figures_, say_));
  }
}

void Page::waits() {
  section(Phrase::waits);
  html_ += wait_chart(figures_, say_);
  table(say_(Phrase::waits_by_group), wait_table(figures_, say_));
}

void Page::agents() {
  section(Phrase::utilisation);
  html_ += agent_chart(figures_, say_);
  table(say_(Phrase::staff), pool_table(figures_, say_));
  folded(say_(Phrase::each_agent), agent_table(figures_, say_));
}

void Page::overflow() {
  section(Phrase::overflow);
  if (figures_.flows.empty()) {
    html_ += "<p class=\"note\">" + escaped(say_(Phrase::no_overflow)) + "</p>\n";
    return;
  }
  html_ += "<p class=\"note\">" + escaped(say_(Phrase::sessions_per_replication)) + "</p>\n";
  html_ += flow_chart(figures_, say_);
  table(say_(Phrase::overflow), flow_table(figures_, say_));
}

void Page::closing() {
  section(Phrase::definitions);
  html_ += "<ul class=\"defined\">\n";
  for (const std::string& line : definition_lines(figures_, say_)) {
    html_ += "<li>" + escaped(line) + "</li>\n";
  }
  html_ +=
      fmt::format("</ul>\n<p class=\"note\">{}: <code>{}</code></p>\n</main>\n</body>\n</html>\n",
                  escaped(say_(Phrase::reproduce)), escaped(figures_.command));
}

}  // namespace

std::string run_html(const RunFigures& figures, const Wording& say) {
  Page page{figures, say};
  page.open();
  page.head();
  page.targets();
  page.in_brief();
  page.day();
  page.groups();
  page.waits();
  page.agents();
  page.overflow();
  page.closing();
  return page.take();
}

}  // namespace acdsim
