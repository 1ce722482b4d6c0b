// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/table.hpp>

#include <boost/hana/adapt_struct.hpp>

// The rows of a table, adapted so that the baker writes each member without naming it.

BOOST_HANA_ADAPT_STRUCT(ambit::bilingual, en, nl);
BOOST_HANA_ADAPT_STRUCT(ambit::change_row, what, proof, after, by);
BOOST_HANA_ADAPT_STRUCT(ambit::source_row, id, kind, published, language, reference, title, sha256);
BOOST_HANA_ADAPT_STRUCT(ambit::citation_row, source, at);
BOOST_HANA_ADAPT_STRUCT(ambit::advice_row, id, title, source, prerequisites, given, citations);
BOOST_HANA_ADAPT_STRUCT(ambit::persons_row, id, definition, fear, citations);
BOOST_HANA_ADAPT_STRUCT(ambit::condition_row, id, text, about, duration, citations);
BOOST_HANA_ADAPT_STRUCT(ambit::region_row, code, name);
BOOST_HANA_ADAPT_STRUCT(ambit::alias_row, name, region, citations);
BOOST_HANA_ADAPT_STRUCT(ambit::region_entry, region);
BOOST_HANA_ADAPT_STRUCT(ambit::place_row, id, name, relation, regions, decision, citations);
BOOST_HANA_ADAPT_STRUCT(ambit::place_entry, place);
BOOST_HANA_ADAPT_STRUCT(ambit::persons_entry, persons);
BOOST_HANA_ADAPT_STRUCT(ambit::condition_entry, condition);
BOOST_HANA_ADAPT_STRUCT(ambit::rule_row, id, title, measure, effect, closure, scale, level,
                        legal_basis, places, persons, alternatives, alternative_places,
                        alternatives_closure, presumption, fear, test, residence, conditions,
                        conditions_complete, unless, note, advice, adopts, changes, ending,
                        superseded_by, citations);
BOOST_HANA_ADAPT_STRUCT(ambit::judgment_row, id, court, case_number, ecli, given, measure, holding,
                        regions, citations);
BOOST_HANA_ADAPT_STRUCT(ambit::finding_row, status, ground, persons, place, rule, instead,
                        uncertain);
BOOST_HANA_ADAPT_STRUCT(ambit::measure_row, measure, findings);
BOOST_HANA_ADAPT_STRUCT(ambit::measure_entry, found);
BOOST_HANA_ADAPT_STRUCT(ambit::answer_row, statuses, measures, otherwise);
BOOST_HANA_ADAPT_STRUCT(ambit::answer_entry, answer);
BOOST_HANA_ADAPT_STRUCT(ambit::timeline_row, days);
BOOST_HANA_ADAPT_STRUCT(ambit::region_timeline_row, first);
BOOST_HANA_ADAPT_STRUCT(ambit::edition_row, published);
BOOST_HANA_ADAPT_STRUCT(ambit::advice_set_row, advices);
BOOST_HANA_ADAPT_STRUCT(ambit::figure_row, id, about, precision, value, period, counted_by, regions,
                        citations);
BOOST_HANA_ADAPT_STRUCT(ambit::remark_row, id, kind, text, regions, citations);
