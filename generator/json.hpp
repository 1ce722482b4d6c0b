// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "text.hpp"

#include <ambit/date.hpp>

#include <nlohmann/json.hpp>

// What the reports in JSON share.

namespace ambitc {

using json = nlohmann::ordered_json;

/// A day, or null where there is no bound.
inline json day_or_null(ambit::date day) {
  return day == ambit::distant_past || day == ambit::distant_future
             ? json{}
             : json(cat(ambit::to_text(day)));
}

}  // namespace ambitc
