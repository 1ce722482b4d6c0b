// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/date.hpp>
#include <ambit/packed_text.hpp>
#include <ambit/region.hpp>
#include <ambit/status.hpp>

#include <ostream>

// Codes, days, texts and the words of closed vocabularies on a stream, as sources and JSON write
// them: out << gao << ": " << answer[measure::internal_protection].

namespace ambit::inline v8 {

template <std::size_t Capacity>
std::ostream& operator<<(std::ostream& out, const short_text<Capacity>& text) {
  return out << text.view();
}

inline std::ostream& operator<<(std::ostream& out, country code) {
  return out << to_text(code);
}
inline std::ostream& operator<<(std::ostream& out, region code) {
  return out << to_text(code);
}
inline std::ostream& operator<<(std::ostream& out, date day) {
  return out << to_text(day);
}

/// A text for people, byte by byte: width and fill do not reach it.
inline std::ostream& operator<<(std::ostream& out, const packed_text& text) {
  for (const char c : text) out.put(c);
  return out;
}

template <closed_vocabulary Enum>
std::ostream& operator<<(std::ostream& out, Enum value) {
  return out << name(value);
}

}  // namespace ambit::inline v8
