// SPDX-License-Identifier: BSL-1.0
#include "json_schema.hpp"

#include "schema.hpp"

#include <nlohmann/json.hpp>

namespace ambitc {

namespace {

using json = nlohmann::ordered_json;

template <class T>
struct tag {};

json pattern(const char* form) {
  return {{"type", "string"}, {"pattern", form}};
}

constexpr const char* identifier_pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

json schema_of(tag<identifier>) {
  return pattern(identifier_pattern);
}
template <class Record>
json schema_of(tag<reference<Record>>) {
  return pattern(identifier_pattern);
}
json schema_of(tag<prose>) {
  return {{"type", "string"}, {"minLength", 1}};
}
json schema_of(tag<verbatim>) {
  return {{"type", "string"}, {"minLength", 1}};
}
json schema_of(tag<digest_text>) {
  return pattern("^[0-9a-f]{64}$");
}
json schema_of(tag<period_text>) {
  return pattern("^\\d{4}(-\\d{2}(-\\d{2})?)?(/\\d{4}(-\\d{2}(-\\d{2})?)?)?$");
}
json schema_of(tag<duration_text>) {
  return pattern("^P[1-9]\\d{0,3}[DWMY]$");
}
json schema_of(tag<language_code>) {
  return pattern("^[a-z]{2}$");
}
json schema_of(tag<country_code>) {
  return pattern("^[A-Z]{2}$");
}
json schema_of(tag<ambit::date>) {
  return {{"type", "string"}, {"format", "date"}};
}
json schema_of(tag<ambit::region>) {
  return pattern("^[A-Z]{2}-[A-Z0-9]{1,3}$");
}
json schema_of(tag<bool>) {
  return {{"type", "boolean"}};
}
json schema_of(tag<std::uint32_t>) {
  return {{"type", "integer"}, {"minimum", 0}, {"maximum", UINT32_MAX}};
}

template <ambit::closed_vocabulary Enum>
json schema_of(tag<Enum>) {
  json names = json::array();
  for (std::size_t value = 0; value < ambit::count<Enum>(); ++value)
    names.push_back(ambit::name(static_cast<Enum>(value)));
  return {{"enum", names}};
}

template <record Record>
json object_of();

json schema_of(tag<change_value>) {
  return {{"oneOf", {schema_of(tag<ambit::date>{}), object_of<change_value>()}}};
}
template <record Record>
json schema_of(tag<Record>) {
  return object_of<Record>();
}

template <record Record>
json object_of() {
  json properties = json::object(), needed = json::array();
  Record empty;
  auto description = descriptions<Record>.begin();
  for_each_member(empty, [&](std::string_view key, auto& member) {
    using member_type = std::remove_cvref_t<decltype(member)>;
    json schema;
    if constexpr (is_list<member_type>) {
      using entry_type = decltype(member.value.front().value);
      schema = {{"type", "array"}, {"items", schema_of(tag<entry_type>{})}};
      if (least_entries < member_type >> 0) schema["minItems"] = least_entries<member_type>;
    } else {
      schema = schema_of(tag<decltype(member.value)>{});
    }
    schema["description"] = *description++;
    properties[std::string{key}] = schema;
    if (is_required<member_type>) needed.push_back(key);
  });
  json object{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}};
  if (!needed.empty()) object["required"] = needed;
  return object;
}

template <record Record>
std::string whole_schema(const char* title) {
  json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
  schema.update(object_of<Record>());
  return schema.dump(2) + "\n";
}

}  // namespace

std::string policy_schema() {
  return whole_schema<document>("ambit policy, format 1");
}

std::string scenarios_schema() {
  return whole_schema<scenarios>("ambit scenarios, format 1");
}

}  // namespace ambitc
