// SPDX-License-Identifier: BSL-1.0
#pragma once

// Everything but the tables (ambit/tables/*.hpp), the look-up of codes and names in them
// (ambit/gazetteer.hpp, ambit/names.hpp), the two headers that need Boost.Hana (ambit/match.hpp,
// ambit/hana.hpp), and what only who wants it pays for: ambit/ostream.hpp, ambit/format.hpp
// (std::format), ambit/hash.hpp (std::hash), ambit/chrono.hpp (days of <chrono>, both ways),
// ambit/vocabularies.hpp (all values of each vocabulary), ambit/explain_string.hpp (std::string).

#include <ambit/absent.hpp>
#include <ambit/advices.hpp>
#include <ambit/assess.hpp>
#include <ambit/batch.hpp>
#include <ambit/classify.hpp>
#include <ambit/country.hpp>
#include <ambit/date.hpp>
#include <ambit/editions.hpp>
#include <ambit/explain.hpp>
#include <ambit/region.hpp>
#include <ambit/status.hpp>
#include <ambit/table.hpp>
#include <ambit/timeline.hpp>
#include <ambit/version.hpp>
