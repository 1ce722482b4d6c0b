// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ambitc {

/// What an id is called in the arrays of its table: linux_ for linux. No keyword and no macro ends
/// so, and no two ids, which have hyphens alone and none at the end, become one name.
std::string row_name(std::string_view id);

/// What a program calls it by: nl_ml.designate, group::tutsi. What C++, one of its macros or one of
/// `others` has already has an underscore more: title_, linux_.
std::string public_name(std::string_view id, std::span<const std::string> others = {});

/// The name of a value of a closed vocabulary, as its header writes it: return_ for return.
std::string vocabulary_name(std::string_view value);

/// Why a text cannot be the namespace of tables, as a sentence; nothing if it can.
std::optional<std::string> fault_of_namespace(std::string_view text);

}  // namespace ambitc
