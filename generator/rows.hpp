// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/table.hpp>

#include <boost/hana/adapt_struct.hpp>

// The rows of a table, adapted so that the baker writes each member without naming it.

BOOST_HANA_ADAPT_STRUCT(ambit::change_row, what, proof, after, by);
BOOST_HANA_ADAPT_STRUCT(ambit::source_row, id, published, language, reference, title, digest, kind);
BOOST_HANA_ADAPT_STRUCT(ambit::citation_row, source, at);
BOOST_HANA_ADAPT_STRUCT(ambit::advice_row, prerequisites, id, title, source, given, citations);
BOOST_HANA_ADAPT_STRUCT(ambit::persons_row, id, definition, citations, fear);
BOOST_HANA_ADAPT_STRUCT(ambit::condition_row, id, text, duration, citations, about);
BOOST_HANA_ADAPT_STRUCT(ambit::region_row, code, name);
BOOST_HANA_ADAPT_STRUCT(ambit::alias_row, name, citations, region);
BOOST_HANA_ADAPT_STRUCT(ambit::region_entry, region);
BOOST_HANA_ADAPT_STRUCT(ambit::place_row, id, name, decision, regions, citations, relation);
BOOST_HANA_ADAPT_STRUCT(ambit::place_entry, place);
BOOST_HANA_ADAPT_STRUCT(ambit::persons_entry, persons);
BOOST_HANA_ADAPT_STRUCT(ambit::condition_entry, condition);
BOOST_HANA_ADAPT_STRUCT(ambit::alternative_row, regions, places, closure);
BOOST_HANA_ADAPT_STRUCT(ambit::rule_row, id, title, note, scale, level, legal_basis, superseded_by,
                        places, persons, conditions, unless, changes, citations, alternative,
                        advice, adopts, measure, effect, closure, presumption, fear, test,
                        residence, conditions_complete, ending);
BOOST_HANA_ADAPT_STRUCT(ambit::judgment_row, id, court, case_number, ecli, given, holding, regions,
                        citations, measure);
BOOST_HANA_ADAPT_STRUCT(ambit::doubt_row, uncertain, instead);
BOOST_HANA_ADAPT_STRUCT(ambit::finding_row, status, ground, persons, place, rule, doubt);
BOOST_HANA_ADAPT_STRUCT(ambit::measure_row, measure, findings);
BOOST_HANA_ADAPT_STRUCT(ambit::measure_entry, found);
BOOST_HANA_ADAPT_STRUCT(ambit::answer_row, measures, otherwise);
BOOST_HANA_ADAPT_STRUCT(ambit::answer_entry, answer);
BOOST_HANA_ADAPT_STRUCT(ambit::timeline_row, first, count);
BOOST_HANA_ADAPT_STRUCT(ambit::region_timeline_row, first);
BOOST_HANA_ADAPT_STRUCT(ambit::edition_row, published);
BOOST_HANA_ADAPT_STRUCT(ambit::advice_set_row, advices);
BOOST_HANA_ADAPT_STRUCT(ambit::figure_row, value, id, about, period, counted_by, regions, citations,
                        precision);
BOOST_HANA_ADAPT_STRUCT(ambit::remark_row, id, text, regions, citations, kind);
