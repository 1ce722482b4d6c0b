// SPDX-License-Identifier: BSL-1.0
// rejects: deleted .*view
#include <ambit/date.hpp>

inline bool is_past(ambit::date day) {
#ifdef AMBIT_REJECT
  const std::string_view text = to_text(day).view();
#else
  const ambit::date_text held = to_text(day);
  const std::string_view text = held.view();
#endif
  return text < "2022";
}
