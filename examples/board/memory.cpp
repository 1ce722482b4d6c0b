// SPDX-License-Identifier: BSL-1.0

// The functions that a compiler may call in any program, freestanding ones too. With these the
// programs link no C library: an allocation, anywhere, would be an undefined symbol.

#include <cstddef>

extern "C" {

void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size) noexcept {
  char* out = static_cast<char*>(to);
  for (const char* in = static_cast<const char*>(from); size > 0; --size) *out++ = *in++;
  return to;
}

void* memmove(void* to, const void* from, std::size_t size) noexcept {
  char* out = static_cast<char*>(to);
  const char* in = static_cast<const char*>(from);
  if (out < in) {
    for (std::size_t at = 0; at < size; ++at) out[at] = in[at];
  } else {
    while (size-- > 0) out[size] = in[size];
  }
  return to;
}

void* memset(void* at, int value, std::size_t size) noexcept {
  for (char* out = static_cast<char*>(at); size > 0; --size) *out++ = static_cast<char>(value);
  return at;
}

int memcmp(const void* a, const void* b, std::size_t size) noexcept {
  const unsigned char* left = static_cast<const unsigned char*>(a);
  const unsigned char* right = static_cast<const unsigned char*>(b);
  for (; size > 0; --size, ++left, ++right)
    if (*left != *right) return *left < *right ? -1 : 1;
  return 0;
}

void* memchr(const void* in, int value, std::size_t size) noexcept {
  unsigned char* at = static_cast<unsigned char*>(const_cast<void*>(in));
  for (; size > 0; --size, ++at)
    if (*at == static_cast<unsigned char>(value)) return at;
  return nullptr;
}

std::size_t strlen(const char* text) noexcept {
  std::size_t size = 0;
  while (text[size] != '\0') ++size;
  return size;
}

}  // extern "C"
