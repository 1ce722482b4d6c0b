// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "bake.hpp"

namespace ambitc {

/// The index of an atlas by code and day (ambit/statuses.hpp). It compiles beside that atlas alone.
baked_file bake_statuses(const std::vector<image>& policies, const baked_file& atlas,
                         const std::string& cpp_namespace);

}  // namespace ambitc
