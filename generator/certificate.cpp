// SPDX-License-Identifier: BSL-1.0
#include "certificate.hpp"

#include "text.hpp"

#include <ambit/timeline.hpp>

namespace ambitc {

namespace {

/// Whether an answer has exactly one finding for everyone on that measure.
bool one_general(const ambit::answer<shown_image>& answer, ambit::measure asked) {
  std::size_t general = 0;
  for (const ambit::finding found : answer.findings())
    general += found.measure == asked && found.is_general() ? 1u : 0u;
  return general == 1;
}

}  // namespace

certificate certify(const image& of) {
  certificate made{.regions = of.regions.size(),
                   .editions = of.editions.size(),
                   .advice_sets = of.advice_sets.size()};
  const shown_image shown{&of};
  for (const ambit::edition_row& edition : of.editions)
    for (const ambit::advice_set_row& set : of.advice_sets)
      for (const ambit::region_row& region : of.regions)
        for (std::size_t i = 0; i < ambit::measure_count; ++i) {
          const auto asked = static_cast<ambit::measure>(i);
          const ambit::question<shown_image> how{
              .known = edition.published,
              .assuming = ambit::assumption<shown_image>::of(shown, set.advices).advices,
              .assume_unchanged = true};
          ambit::date next = ambit::distant_past;
          for (const ambit::period now : ambit::timeline(shown, region.code, asked, how)) {
            ++made.periods;
            ++made.answers[static_cast<std::size_t>(now.finding.status)];
            made.total = made.total && now.first == next &&
                         one_general(ambit::classify(shown, region.code, now.first, how), asked);
            next = ambit::day_after(now.last);
          }
          made.total = made.total && next == ambit::distant_future;
        }
  return made;
}

std::string to_text(const certificate& of) {
  const auto number = [](std::size_t value) { return std::to_string(value); };
  std::string text =
      cat("  one answer for everyone on each day, ", number(of.regions), " regions x ",
          number(ambit::measure_count), " measures x ", number(of.editions), " editions x ",
          number(of.advice_sets), " sets of advices, in ", number(of.periods), " periods:\n  ");
  std::string_view between;
  for (std::size_t status = 0; status < of.answers.size(); ++status)
    if (of.answers[status] > 0) {
      text += cat(between, ambit::name(static_cast<ambit::status>(status)), " ",
                  number(of.answers[status]));
      between = ", ";
    }
  return text + "\n";
}

}  // namespace ambitc
