// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

#include <ambit/tables/atlas.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <new>

namespace {

std::size_t allocations = 0;

}  // namespace

// Replaced for the whole program, so that every allocation is seen.
void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

TEST_CASE("asking, reading an answer and explaining it allocate nothing") {
  using namespace answers;
  std::array<char, 8192> buffer{};
  const std::string_view ids[] = {"designate", "bamako"};
  std::size_t seen = 0;

  const std::size_t before = allocations;
  for (const expected& each : cases) {
    const auto answer = answer_of(each);
    for (const ambit::finding found : answer.findings()) {
      seen += found.rule.size();
      for (const ambit::citation place : answer.citations(found)) seen += place.at.size();
    }
    for (const ambit::language in : {ambit::language::en, ambit::language::nl})
      seen += explain(answer, in, buffer);
  }
  seen += ambit::try_assume(nl_ml, std::span{ids}) ? 1u : 0u;
  seen += ambit::parse_date("2022-11-23") && ambit::parse_region("ML-7") ? 1u : 0u;
  seen += ambit::tables::atlas.find("nl-ml")->regions().size();
  const std::size_t after = allocations;

  CHECK(seen > 0);
  CHECK(after == before);
}

TEST_CASE("the counter counts") {
  const std::size_t before = allocations;
  ::operator delete(::operator new(16));
  CHECK(allocations == before + 1);
}
