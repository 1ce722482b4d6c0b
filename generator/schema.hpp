// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "records.hpp"
#include "text.hpp"

#include <boost/hana/accessors.hpp>
#include <boost/hana/core/to.hpp>
#include <boost/hana/first.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/string.hpp>

#include <string_view>

// What the reader, the checker and the JSON Schema need of a record: its members with their keys.

namespace ambitc {

template <class T>
concept record = boost::hana::Struct<T>::value;

/// Calls `visit(key, member)` for each member of a record, in the order of its declaration.
template <class Record, class Visit>
void for_each_member(Record& of, Visit visit) {
  boost::hana::for_each(boost::hana::accessors<std::remove_const_t<Record>>(), [&](auto accessor) {
    std::string_view key = boost::hana::to<const char*>(boost::hana::first(accessor));
    if (key.ends_with('_')) key.remove_suffix(1);  // `requires_`: the key is a C++ keyword
    visit(key, boost::hana::second(accessor)(of));
  });
}

template <class T>
inline constexpr bool is_list = false;
template <class T, std::size_t Least>
inline constexpr bool is_list<list<T, Least>> = true;

/// The fewest entries that a list must have.
template <class T>
inline constexpr std::size_t least_entries = 0;
template <class T, std::size_t Least>
inline constexpr std::size_t least_entries<list<T, Least>> = Least;

template <class T>
inline constexpr bool is_required = false;
template <class T>
inline constexpr bool is_required<required<T>> = true;
template <class T, std::size_t Least>
inline constexpr bool is_required<list<T, Least>> = Least > 0;

template <class T>
inline constexpr bool is_reference = false;
template <class Record>
inline constexpr bool is_reference<reference<Record>> = true;

/// A value that is no record, as it is written.
template <class T>
std::string as_written(const T& value) {
  if constexpr (requires { value.text; })
    return value.text;
  else if constexpr (ambit::closed_vocabulary<T>)
    return std::string{ambit::name(value)};
  else if constexpr (std::is_same_v<T, bool>)
    return value ? "true" : "false";
  else if constexpr (std::is_same_v<T, std::uint32_t>)
    return std::to_string(value);
  else
    return cat(ambit::to_text(value));
}

/// Calls `visit(key, field)` for every value below a record that is no record itself, in order.
template <class Record, class Visit>
void for_each_value(Record& of, Visit visit) {
  for_each_member(of, [&](std::string_view key, auto& member) {
    const auto one = [&](auto& field) {
      if constexpr (record<std::remove_cvref_t<decltype(field.value)>>) {
        if (field.given) for_each_value(field.value, visit);
      } else {
        visit(key, field);
      }
    };
    if constexpr (is_list<std::remove_cvref_t<decltype(member)>>)
      for (auto& entry : member.value) one(entry);
    else
      one(member);
  });
}

/// Calls `visit(list)` for the list of a document that has the records of a kind.
template <class Record, class Document, class Visit>
void with_list_of(Document& of, Visit visit) {
  for_each_member(of, [&](std::string_view, auto& member) {
    if constexpr (std::is_base_of_v<field<std::vector<field<Record>>>,
                                    std::remove_cvref_t<decltype(member)>>)
      visit(member);
  });
}

/// The record that a reference names; null where it names none.
template <class Document, class Record>
const Record* target_of(const Document& of, const field<reference<Record>>& to) {
  const Record* found = nullptr;
  with_list_of<Record>(of, [&](const auto& records) {
    if (to.given && to->index < records.size()) found = &*records.value[to->index];
  });
  return found;
}

/// Calls `visit(record)` for every record of a kind below another.
template <class Wanted, class Record, class Visit>
void for_each_record(Record& of, Visit visit) {
  for_each_member(of, [&](std::string_view, auto& member) {
    const auto one = [&](auto& field) {
      using value_type = std::remove_cvref_t<decltype(field.value)>;
      if constexpr (std::is_same_v<value_type, Wanted>)
        visit(field);
      else if constexpr (record<value_type>)
        for_each_record<Wanted>(field.value, visit);
    };
    if constexpr (is_list<std::remove_cvref_t<decltype(member)>>)
      for (auto& entry : member.value) one(entry);
    else
      one(member);
  });
}

/// Calls `visit` for every citation below a record.
template <class Record, class Visit>
void for_each_citation(const Record& of, Visit visit) {
  for_each_member(of, [&](std::string_view, const auto& member) {
    using member_type = std::remove_cvref_t<decltype(member)>;
    if constexpr (std::is_base_of_v<field<std::vector<field<citation_record>>>, member_type>) {
      for (const auto& cite : member) visit(*cite);
    } else if constexpr (is_list<member_type>) {
      for (const auto& entry : member)
        if constexpr (record<std::remove_cvref_t<decltype(*entry)>>)
          for_each_citation(*entry, visit);
    } else if constexpr (record<std::remove_cvref_t<decltype(*member)>>) {
      for_each_citation(*member, visit);
    }
  });
}

}  // namespace ambitc
