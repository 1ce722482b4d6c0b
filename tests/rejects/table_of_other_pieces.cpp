// SPDX-License-Identifier: BSL-1.0
// rejects: ambit: the texts of this table were packed by another ambitc; bake it again
#include <ambit/packed_text.hpp>

#ifdef AMBIT_REJECT
// As if the headers had other pieces than those by which the texts of the table were packed.
namespace ambit::tables {
inline constexpr ambit::detail::pieces_table other_pieces{};
}
#define pieces other_pieces
#endif
#include <ambit/tables/nl_ml.hpp>
