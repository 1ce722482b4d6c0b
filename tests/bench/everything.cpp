// SPDX-License-Identifier: BSL-1.0
#include <ambit/ambit.hpp>
#include <ambit/tables/atlas_statuses.hpp>
#include <ambit/tables/gazetteer_names.hpp>

#include <span>

// Everything of every table, so that the compiler leaves nothing out, and the look-ups:
// budgets.cmake weighs the object, and looks at what it needs.

template <class Row>
unsigned weigh(ambit::row_span<Row> rows) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < rows.size() * sizeof(Row); ++i)
    sum += reinterpret_cast<const unsigned char*>(rows.begin())[i];
  return sum;
}
unsigned everything(ambit::tables::atlas_entry of, ambit::region code, std::size_t at) {
  return weigh(of.regions()) + weigh(of.aliases()) + weigh(of.editions()) +
         weigh(of.advice_sets()) + weigh(of.timelines()) + weigh(of.region_timelines()) +
         weigh(of.days()) + weigh(of.answer_entries()) + weigh(of.answers()) +
         weigh(of.statuses()) + weigh(of.measure_entries()) + weigh(of.measures()) +
         weigh(of.findings()) + weigh(of.doubts()) + weigh(of.changes()) + weigh(of.rules()) +
         weigh(of.alternatives()) + weigh(of.citations()) + weigh(of.sources()) +
         weigh(of.digests()) + weigh(of.advices()) + weigh(of.persons()) +
         weigh(of.persons_entries()) + weigh(of.places()) + weigh(of.place_entries()) +
         weigh(of.conditions()) + weigh(of.condition_entries()) + weigh(of.region_entries()) +
         weigh(of.judgments()) + weigh(of.figures()) + weigh(of.remarks()) +
         of.find_region(code).value + unsigned(of.texts()[at]) + unsigned(of.prose()[at]) +
         weigh(ambit::row_span{ambit::tables::pieces.rows, 256});
}
unsigned countries() {
  return weigh(ambit::tables::atlas.countries());
}
unsigned index(std::string_view code, ambit::date day) {
  const auto& of = ambit::tables::atlas_statuses;
  return weigh(of.code_slots()) + weigh(of.displacements()) + weigh(of.timelines()) +
         weigh(of.countries()) + weigh(of.periods()) + weigh(of.words()) +
         unsigned(ambit::statuses(of, ambit::country{}, code, day).bits);
}
unsigned codes() {
  using ambit::tables::gazetteer;
  return weigh(gazetteer.code_slots()) + weigh(gazetteer.displacements()) +
         weigh(gazetteer.withdrawn()) + weigh(gazetteer.successors());
}
unsigned names(std::size_t at) {
  using ambit::tables::gazetteer_names;
  return weigh(gazetteer_names.name_slots()) + weigh(gazetteer_names.name_displacements()) +
         weigh(gazetteer_names.name_lists()) + unsigned(gazetteer_names.name_texts()[at]);
}
unsigned folding() {
  using ambit::tables::folding;
  return weigh(folding.ascii()) + weigh(folding.latin()) + weigh(folding.additional()) +
         weigh(folding.others());
}
std::size_t look_up(std::string_view text, ambit::date day, std::span<char> into) {
  const ambit::region code = ambit::find(ambit::tables::gazetteer_names, text).region();
  const auto policy = ambit::tables::atlas.of(country_of(code), code);
  return ambit::find(policy, text).size() +
         ambit::successors_of(ambit::tables::gazetteer, code).size() +
         ambit::contains(ambit::tables::gazetteer, code) +
         ambit::parent_of(ambit::tables::gazetteer, code).has_value() +
         explain(classify(policy, code, day), ambit::language::nl, into);
}
