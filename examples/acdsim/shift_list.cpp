// Reading of sign-in stretches.
#include "shift_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "acd/companion/time_text.hpp"
#include "csv_value.hpp"

namespace acdsim {
namespace {

void report_overlaps(const std::vector<Shift>& shifts, const Names& agents,
                     const std::function<void(const Shift&, std::string)>& report) {
  std::map<std::size_t, const Shift*> last;
  for (const Shift& shift : shifts) {
    const Shift*& before = last[shift.agent];
    if (before != nullptr && shift.begin < before->end) {
      report(shift, fmt::format("{} is signed in until {} by line {}", agents.name(shift.agent),
                                acd::to_text(before->end), before->position.line));
    }
    if (before == nullptr || before->end < shift.end) before = &shift;
  }
}

}  // namespace

ShiftList read_shift_list(CsvFile file, Names& agents) {
  ShiftList list{.file = file.name(), .shifts = {}};
  const auto agent = file.column("agent_id");
  const auto login = file.column("login_time");
  const auto logout = file.column("logout_time");
  if (!agent || !login || !logout) return list;
  while (file.next_row()) {
    const CsvField name = file.field(*agent);
    if (name.text.empty()) file.complain(name, "is empty");
    const auto begin = instant_of(file, file.field(*login));
    const auto end = instant_of(file, file.field(*logout));
    if (name.text.empty() || !begin || !end) continue;
    if (*end < *begin) {
      file.complain(file.field(*logout),
                    fmt::format("is before the login at {}", acd::to_text(*begin)));
      continue;
    }
    list.shifts.push_back({agents.intern(name.text), *begin, *end, name.position});
  }
  std::stable_sort(list.shifts.begin(), list.shifts.end(),
                   [](const Shift& a, const Shift& b) { return a.begin < b.begin; });
  report_overlaps(list.shifts, agents, [&file](const Shift& shift, std::string message) {
    file.complain({"agent_id", {}, shift.position}, message);
  });
  return list;
}

}  // namespace acdsim
