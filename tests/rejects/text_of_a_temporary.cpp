// SPDX-License-Identifier: BSL-1.0
// rejects: deleted .*(operator std::(string_view|basic_string_view)|basic_string_view)
#include <ambit/region.hpp>

// A view of a text that is gone by the next line.

inline bool is_gao(ambit::region code) {
#ifdef AMBIT_REJECT
  const std::string_view text = to_text(code);
#else
  const ambit::region_text text = to_text(code);
#endif
  return text == "ML-7";
}
