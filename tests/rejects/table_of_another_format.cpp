// SPDX-License-Identifier: BSL-1.0
// rejects: ambit: this table has format 8; bake it again with the ambitc of these headers
#include <ambit/version.hpp>

#ifdef AMBIT_REJECT
// As if the headers were newer than the table.
namespace ambit {
inline namespace newer {
inline constexpr int format_of_newer_headers = format_version + 1;
}
}  // namespace ambit
#define format_version format_of_newer_headers
#endif
#include <ambit/tables/nl_ml.hpp>
