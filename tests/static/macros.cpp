// SPDX-License-Identifier: BSL-1.0
// What others define before our headers changes nothing in them. First the standard library and
// Boost, whose own names are theirs to guard; then the macros; then every header and every table.
#include <boost/hana.hpp>

#include <array>
#include <bit>
#include <chrono>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <iterator>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#if __has_include(<format>)
#include <format>
#endif

// Where they are there, the headers that define such macros.
#if __has_include(<resolv.h>)
#include <resolv.h>
#endif
#if __has_include(<arpa/nameser_compat.h>)
#include <arpa/nameser_compat.h>
#endif
#if __has_include(<sys/sysmacros.h>)
#include <sys/sysmacros.h>
#endif
#if __has_include(<X11/Xutil.h>)
#include <X11/Xutil.h>
#endif

#include "macros.hpp"

#include "every_header.hpp"

namespace {

using namespace ambit::literals;

static_assert(ambit::classify(ambit::tables::nl_ml, "FR-75"_region,
                              "2022-11-23"_date)[ambit::measure::internal_protection] ==
              ambit::status::unknown_region);

}  // namespace
