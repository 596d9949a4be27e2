// Reading with nlohmann's JSON, as holiday_json.cpp.
#include "surge_multipliers.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "display_width.hpp"
#include "text_file.hpp"

namespace acdsim {
namespace {

using Json = nlohmann::ordered_json;

constexpr double multiplier_max = 100;

std::string text_member(const Json& object, const char* member) {
  const bool is_there = object.contains(member) && object[member].is_string();
  return is_there ? object[member].get<std::string>() : "";
}

class SurgeFile {
 public:
  SurgeFile(const std::filesystem::path& file, ProblemList& problems)
      : file_{file.string()}, text_{read_text_file(file)}, problems_{problems} {}

  std::optional<SurgeMultipliers> find(const std::string& name) {
    Json days;
    try {
      days = Json::parse(text_);
    } catch (const Json::parse_error& error) {
      // What is wrong was found at the byte before the one that `byte` counts.
      report("this is not JSON", position_in(text_, error.byte == 0 ? 0 : error.byte - 1));
      return std::nullopt;
    }
    std::vector<std::string> names;
    if (days.is_array()) {
      for (const Json& day : days) {
        names.push_back(day.is_object() ? text_member(day, "name") : "");
        if (names.back() == name) return read(day);
      }
    }
    report(fmt::format("there is no day \"{}\" in it, only {}", name,
                       names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "))));
    return std::nullopt;
  }

 private:
  void report(std::string message, acd::Position position = {}) {
    problems_.add({file_, position, std::move(message)});
  }

  std::optional<SurgeMultipliers> read(const Json& day) {
    SurgeMultipliers result{.name = text_member(day, "name"),
                            .date = text_member(day, "date"),
                            .note = text_member(day, "note")};
    result.by_hour.fill(1);
    if (!day.contains("hours") || !day["hours"].is_array()) {
      report(fmt::format("{}.hours: expected an array", result.name));
      return std::nullopt;
    }
    bool is_sound = true;
    for (std::size_t i = 0; i < day["hours"].size(); ++i) {
      if (read_hour(day["hours"][i], result)) continue;
      report(
          fmt::format("{}.hours[{}]: expected an \"hour_local\" from 0 to 23 and a "
                      "\"multiplier\" from 0 to {}",
                      result.name, i, multiplier_max));
      is_sound = false;
    }
    return is_sound ? std::optional{result} : std::nullopt;
  }

  static bool read_hour(const Json& entry, SurgeMultipliers& result) {
    const bool is_whole = entry.is_object() && entry.contains("hour_local") &&
                          entry["hour_local"].is_number_unsigned() && entry.contains("multiplier");
    if (!is_whole || entry["hour_local"].get<std::uint64_t>() >= result.by_hour.size())
      return false;
    const Json& multiplier = entry["multiplier"];
    if (multiplier.is_null()) return true;
    if (!multiplier.is_number()) return false;
    const double times = multiplier.get<double>();
    if (!(times >= 0 && times <= multiplier_max)) return false;
    result.by_hour[entry["hour_local"].get<std::size_t>()] = times;
    return true;
  }

  std::string file_;
  std::string text_;
  ProblemList& problems_;
};

}  // namespace

std::optional<SurgeMultipliers> read_surge_multipliers(const std::filesystem::path& file,
                                                       const std::string& name,
                                                       ProblemList& problems) {
  return SurgeFile{file, problems}.find(name);
}

}  // namespace acdsim
