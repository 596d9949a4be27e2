// The reports of a run: text in two languages, files for other programs, and their parts.
#include <fstream>
#include <string>

#include "chart_scale.hpp"
#include "csv_line.hpp"
#include "exit_status.hpp"
#include "html_text.hpp"
#include "phrases.hpp"
#include "program.hpp"
#include "report_files.hpp"
#include "support/catch.hpp"

using namespace acdsim_test;
using namespace acdsim;

namespace {

const std::string desk = std::string{ACD_TESTS_DIR} + "/acdsim/report/desk.toml";
const std::string desk_run = "run " + desk + " --quiet --replications 10 ";

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("a report says in Chinese what it says in English") {
  const Run english = run_acdsim(desk_run);
  const Run chinese = run_acdsim(desk_run + "--lang zh");
  CHECK(english.exit_code == 1);
  CHECK(golden("desk_en.out", english.out) == english.out);
  CHECK(golden("desk_zh.out", chinese.out) == chinese.out);
  CHECK(count_of(english.out, "\n") == count_of(chinese.out, "\n"));
  CHECK(run_acdsim(desk_run + "--lang fr").exit_code == 64);
}

TEST_CASE("files for other programs are as they were") {
  const std::string kind = GENERATE("csv", "json", "junit");
  CAPTURE(kind);
  const Run run = run_acdsim(desk_run + "--lang zh --out " + kind + ":-");
  CHECK(run.exit_code == 1);
  CHECK(run.err.empty());
  CHECK(golden("desk." + kind, run.out) == run.out);
}

TEST_CASE("several reports are written at once, and the text is printed beside them") {
  const std::string directory = scratch_directory();
  const Run text = run_acdsim(desk_run);
  const Run run =
      run_acdsim(desk_run + "--out json:" + directory + "/a.json --out csv:" + directory +
                 "/a.csv --out junit:" + directory + "/a.xml --html " + directory + "/a.html");
  CHECK(run.out == text.out);
  CHECK(read_whole(directory + "/a.json") == run_acdsim(desk_run + "--out json:-").out);
  CHECK(read_whole(directory + "/a.csv") == run_acdsim(desk_run + "--out csv:-").out);
  CHECK(read_whole(directory + "/a.xml") == run_acdsim(desk_run + "--out junit:-").out);
  CHECK(read_whole(directory + "/a.html") == run_acdsim(desk_run + "--html -").out);
}

TEST_CASE("a report that cannot be written, or is not known, is refused by name") {
  const Run nowhere = run_acdsim(desk_run + "--html /no/such/place.html");
  CHECK(nowhere.exit_code == 73);
  CHECK(nowhere.err.find("/no/such/place.html: ") != std::string::npos);
  const Run pdf = run_acdsim(desk_run + "--out pdf:a.pdf");
  CHECK(pdf.exit_code == 64);
  CHECK(pdf.err ==
        "acdsim: --out: expected KIND:FILE with one of the kinds csv, json, junit, "
        "html, found \"pdf:a.pdf\"\n");
  CHECK(run_acdsim(desk_run + "--out json:").err == "acdsim: --out: \"json:\" names no file\n");
  CHECK(run_acdsim(desk_run + "--out json:- --out csv:-").err ==
        "acdsim: --out: only one report can go to stdout\n");
}

TEST_CASE("the page needs nothing else, and lets nothing in") {
  const std::string language = GENERATE("en", "zh");
  const Run run = run_acdsim(desk_run + "--html - --lang " + language);
  CHECK(run.out.starts_with("<!DOCTYPE html>\n<html lang=\"" + language));
  CHECK(run.out.ends_with("</html>\n"));
  CHECK(count_of(run.out, "<script") == 0);
  CHECK(count_of(run.out, "http:") + count_of(run.out, "https:") == 0);
  CHECK(count_of(run.out, " src=") + count_of(run.out, "@import") + count_of(run.out, "url(") == 0);
  CHECK(count_of(run.out, "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot; 客服台") == 2);
  CHECK(count_of(run.out, "sales <b>") == 0);
  CHECK(count_of(run.out, "<svg") == count_of(run.out, "</svg>"));
}

TEST_CASE("a session counts where it ended, if that is asked for") {
  const Run by_arrival = run_acdsim(desk_run + "--out csv:-");
  const Run by_end = run_acdsim(desk_run + "--attribution end --out csv:-");
  CHECK(by_arrival.out != by_end.out);
  const auto first_lines = [](const std::string& text) { return text.substr(0, text.find("T08")); };
  CHECK(first_lines(by_arrival.out) == first_lines(by_end.out));
  CHECK(run_acdsim(desk_run + "--attribution birth").exit_code == 64);
}

TEST_CASE("service levels are told within the thresholds that are asked for") {
  const Run run = run_acdsim(desk_run + "--thresholds 5s,20s,1h");
  CHECK(run.out.find("    5s   20s    1h ") != std::string::npos);
  CHECK(run_acdsim(desk_run + "--thresholds 20s,5s").exit_code == 64);
  CHECK(run_acdsim(desk_run + "--thresholds soon").err ==
        "acdsim: --thresholds: \"soon\" is not a duration such as 30s, longer than the one "
        "before\n");
}

TEST_CASE("what was changed stands in the report, so that it can be done again") {
  const Run run = run_acdsim(desk_run + "--set staff[0].count=6 --out json:-");
  CHECK(run.out.find("\"staff[0].count=6\"") != std::string::npos);
  const Run page = run_acdsim(desk_run + "--set staff[0].count=6 --html -");
  CHECK(page.out.find("--set &#39;staff[0].count=6&#39;") != std::string::npos);
}

TEST_CASE("text within a page is text, whatever it is") {
  CHECK(escaped("a < b && \"c\" > 'd'") == "a &lt; b &amp;&amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(escaped("客服 ± é 😀") == "客服 ± é 😀");
  CHECK(escaped(std::string_view{"a\0b\x1b\x7f\n", 6}) == "a\uFFFDb\uFFFD\uFFFD\n");
  CHECK(escaped("\xFF\xC0\xAF") == "\uFFFD\uFFFD\uFFFD");
  CHECK(escaped("\xE5\xAE") == "\uFFFD\uFFFD");            // cut off
  CHECK(escaped("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // a surrogate
}

TEST_CASE("cells of CSV are quoted where they must be, and never formulas") {
  CHECK(csv_line({"", "a b", "1.5"}) == ",a b,1.5\r\n");
  CHECK(csv_line({"a,b", "say \"hi\"", "two\nlines"}) ==
        "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
  CHECK(csv_line({"=1+1", "-3.5", "-x", "@sum"}) == "'=1+1,-3.5,'-x,'@sum\r\n");
}

TEST_CASE("names are cut to the columns that there are, between characters") {
  CHECK(shortened("support", 7) == "support");
  CHECK(shortened("support desk", 8) == "support…");
  CHECK(shortened("售后支持", 8) == "售后支持");
  CHECK(shortened("售后支持", 7) == "售后支…");
  CHECK(wrapped("site-a-voice", 7, 3) == std::vector<std::string>{"site-a-", "voice"});
  CHECK(wrapped("售后支持组", 7, 2) == std::vector<std::string>{"售后支", "持组"});
  CHECK(wrapped("abcdefghij", 3, 2) == std::vector<std::string>{"abc", "de…"});
}

TEST_CASE("axes have round steps") {
  CHECK(round_step(100, 4) == 50);
  CHECK(round_step(7, 4) == 2);
  CHECK(round_step(0.9, 4) == 0.5);
  CHECK(round_step(1999, 4) == 500);
}

TEST_CASE("every overflow has its words in both languages") {
  CHECK(cause_phrase(Language::en, acd::Cause::too_slow) == "waited too long");
  CHECK(cause_phrase(Language::zh, acd::Cause::too_slow) == "等待过久");
  CHECK(cause_phrase(Language::en, acd::Cause::completed) == "other");
}
