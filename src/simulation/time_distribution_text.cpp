// A word, and what stands in its brackets.
#include "acd/simulation/time_distribution_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "acd/companion/time_text.hpp"
#include "util/did_you_mean.hpp"
#include "util/word.hpp"

namespace acd {
inline namespace v1 {
namespace {

using Kind = TimeDistributionKind;

struct KindText {
  Kind kind;
  std::string_view name;
  std::string_view example;
};

constexpr std::array<KindText, 9> kind_texts{
    {{Kind::constant, "constant", "constant(4m)"},
     {Kind::exponential, "exponential", "exponential(4m)"},
     {Kind::gamma, "gamma", "gamma(4m, 0.8)"},
     {Kind::lognormal, "lognormal", "lognormal(4m, 0.9)"},
     {Kind::hyperexponential, "hyperexponential", "hyperexponential(30%: 1m, 70%: 6m)"},
     {Kind::uniform, "uniform", "uniform(1m..3m)"},
     {Kind::empirical, "empirical", "empirical(10s, 20s, 20s)"},
     {Kind::survival, "survival", "survival(10s: 90%, 20s: 75%)"},
     {Kind::endless, "never", "never"}}};

KindText text_of(Kind kind) {
  const auto found = std::ranges::find(kind_texts, kind, &KindText::kind);
  return found == kind_texts.end() ? KindText{} : *found;
}

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = error == std::errc{} && end == text.data() + text.size();
  return is_whole && std::isfinite(value) ? std::optional{value} : std::nullopt;
}

std::string share_text(double share) {
  std::string percent = fmt::format("{}%", share * 100);
  return parse_share(percent) == share ? percent : fmt::format("{}", share);
}

/// Half a uniform distribution's width, so that the bounds come out of the mean and back.
Duration half_width(const TimeDistribution& uniform) {
  return Duration{std::llround(static_cast<double>(uniform.mean.count()) * uniform.cv)};
}

/// Reads from left to right; the first failure stays.
class DistributionParser {
 public:
  explicit DistributionParser(std::string_view text) : text_{text} {}

  Parsed<TimeDistribution> run() {
    const std::size_t start = skip_blanks();
    const std::string_view word = take([](char c) { return c >= 'a' && c <= 'z'; });
    const Kind* kind = nullptr;
    for (const KindText& each : kind_texts) {
      if (each.name == word) kind = &each.kind;
    }
    if (kind == nullptr) {
      fail(start, fmt::format("expected a distribution such as \"exponential(4m)\", found {}{}",
                              word.empty() ? rest_from(start) : quoted(word), guess(word)));
    } else {
      result_.kind = *kind;
      read_values();
      skip_blanks();
      if (at_ < text_.size()) fail(at_, "expected the end, found " + rest_from(at_));
    }
    if (!message_.empty()) return {std::nullopt, std::move(message_), column_};
    return {std::move(result_), {}, 0};
  }

 private:
  static std::string guess(std::string_view word) {
    return did_you_mean(word, kind_texts, [](const KindText& each) { return each.name; });
  }
  std::size_t skip_blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_;
  }
  template <class Belongs>
  std::string_view take(const Belongs& belongs) {
    const std::size_t start = skip_blanks();
    while (at_ < text_.size() && belongs(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }
  [[nodiscard]] std::string rest_from(std::size_t start) const {
    return start >= text_.size() ? "the end" : quoted(text_.substr(start));
  }
  void fail(std::size_t at, std::string message) {
    if (!message_.empty()) return;
    message_ = std::move(message);
    column_ = 1;
    for (const char c : text_.substr(0, at)) {
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column_;
    }
  }
  [[nodiscard]] bool failed() const { return !message_.empty(); }
  [[nodiscard]] bool take_mark(std::string_view mark) {
    skip_blanks();
    if (failed() || !text_.substr(at_).starts_with(mark)) return false;
    at_ += mark.size();
    return true;
  }
  void expect(std::string_view mark) {
    if (!take_mark(mark)) {
      fail(at_, fmt::format("expected {}, found {}; it is written {}", quoted(mark), rest_from(at_),
                            text_of(result_.kind).example));
    }
  }
  Duration read_time() {
    const std::string_view word =
        take([](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-'; });
    const std::optional<Duration> time = parse_duration(word);
    if (!time) {
      const std::size_t start = at_ - word.size();
      fail(start, "expected a duration such as 1m30s, found " +
                      (word.empty() ? rest_from(start) : quoted(word)));
    }
    return time.value_or(Duration{0});
  }
  std::string_view take_number() {
    return take([](char c) {
      return (c >= '0' && c <= '9') || c == '.' || c == '%' || c == '-' || c == '+' || c == 'e';
    });
  }
  double read_number() {
    const std::string_view word = take_number();
    const std::optional<double> number = parse_number(word);
    if (!number) fail(at_ - word.size(), "expected a number such as 0.8");
    return number.value_or(0);
  }
  double read_share() {
    const std::string_view word = take_number();
    const std::optional<double> share = parse_share(word);
    if (!share) fail(at_ - word.size(), "expected a share such as 30%");
    return share.value_or(0);
  }
  TimePart read_part() {
    TimePart part;
    if (result_.kind == Kind::hyperexponential) {
      part.share = read_share();
      expect(":");
    }
    part.time = read_time();
    if (result_.kind == Kind::survival) {
      expect(":");
      part.share = read_share();
    }
    return part;
  }
  void read_parts() {
    do {
      result_.parts.push_back(read_part());
    } while (take_mark(","));
  }
  void read_bounds() {
    const std::size_t start = skip_blanks();
    const Duration low = read_time();
    expect("..");
    const Duration high = read_time();
    result_.mean = (low + high) / 2;
    const auto width = static_cast<double>((high - low).count());
    result_.cv = low + high > Duration{0} ? width / static_cast<double>((high + low).count()) : 0;
    if (high < low) fail(start, "the lower bound comes first");
  }
  void read_values() {
    if (result_.kind == Kind::endless) return;
    expect("(");
    switch (result_.kind) {
      case Kind::constant:
      case Kind::exponential: result_.mean = read_time(); break;
      case Kind::gamma:
      case Kind::lognormal:
        result_.mean = read_time();
        expect(",");
        result_.cv = read_number();
        break;
      case Kind::uniform: read_bounds(); break;
      case Kind::hyperexponential:
      case Kind::empirical:
      case Kind::survival: read_parts(); break;
      case Kind::endless: break;
    }
    expect(")");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  TimeDistribution result_{};
  std::string message_{};
  int column_ = 0;
};

std::string part_text(Kind kind, const TimePart& part) {
  if (kind == Kind::hyperexponential) return share_text(part.share) + ": " + to_text(part.time);
  if (kind == Kind::survival) return to_text(part.time) + ": " + share_text(part.share);
  return to_text(part.time);
}

std::string values_text(const TimeDistribution& distribution) {
  switch (distribution.kind) {
    case Kind::constant:
    case Kind::exponential: return to_text(distribution.mean);
    case Kind::gamma:
    case Kind::lognormal: return fmt::format("{}, {}", to_text(distribution.mean), distribution.cv);
    case Kind::uniform: {
      const Duration half = half_width(distribution);
      return to_text(distribution.mean - half) + ".." + to_text(distribution.mean + half);
    }
    case Kind::hyperexponential:
    case Kind::empirical:
    case Kind::survival: {
      std::string text;
      for (const TimePart& part : distribution.parts) {
        text += (text.empty() ? "" : ", ") + part_text(distribution.kind, part);
      }
      return text;
    }
    case Kind::endless: return "";
  }
  return "";
}

}  // namespace

std::optional<double> parse_share(std::string_view text) {
  const bool is_percent = text.ends_with('%');
  if (is_percent) text.remove_suffix(1);
  const std::optional<double> number = parse_number(text);
  return number && is_percent ? std::optional{*number / 100} : number;
}

std::string to_text(const TimeDistribution& distribution) {
  const std::string name{text_of(distribution.kind).name};
  if (distribution.kind == Kind::endless) return name;
  return name + '(' + values_text(distribution) + ')';
}

Parsed<TimeDistribution> parse_time_distribution(std::string_view text) {
  return DistributionParser{text}.run();
}

}  // namespace v1
}  // namespace acd
