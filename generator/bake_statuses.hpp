// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "bake.hpp"

namespace ambitc {

/// The index of an atlas by code and day (ambit/statuses.hpp).
baked_file bake_statuses(const std::vector<image>& policies, const std::string& cpp_namespace);

}  // namespace ambitc
