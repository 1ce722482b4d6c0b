// SPDX-License-Identifier: BSL-1.0

// Reads `case,region,day` lines from standard input and adds what the policy of the Netherlands on
// Mali says of indiscriminate violence: the status, the rule, and the first place that says so.

#include <ambit/ambit.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <iostream>
#include <string>

int main() {
  using ambit::tables::nl_ml;
  std::cout << "case,region,day,status,rule,source,place\n";
  int malformed = 0;
  std::string line;
  for (std::getline(std::cin, line); std::getline(std::cin, line);) {  // the first is the heading
    const std::string_view row = line;
    const std::size_t first = row.find(','), second = row.find(',', first + 1);
    if (first == row.npos || second == row.npos) {
      std::cerr << "batch: not three columns: " << line << "\n";
      ++malformed;
      continue;
    }
    const auto region = ambit::parse_region(row.substr(first + 1, second - first - 1));
    const auto day = ambit::parse_date(row.substr(second + 1));
    if (!region || !day) {
      std::cerr << "batch: no region code or no day: " << line << "\n";
      ++malformed;
      continue;
    }
    const auto answer = ambit::classify(nl_ml, *region, *day);
    const ambit::finding found = answer.finding(ambit::measure::indiscriminate_violence);
    std::cout << line << ',' << name(found.status) << ',' << found.rule << ',';
    const auto places = answer.citations(found);
    if (!places.empty()) {
      const ambit::citation place = *places.begin();
      std::cout << place.source << ",\"" << place.at << '"';
    } else {
      std::cout << ',';
    }
    std::cout << '\n';
  }
  return malformed == 0 ? 0 : 1;
}
