// SPDX-License-Identifier: BSL-1.0
#include "cpp_names.hpp"

#include "text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace ambitc {

namespace {

/// The keywords of C++ up to C++26, those of GNU C++ without underscores in front, the alternative
/// tokens, and what begins a line of a module.
constexpr auto keywords = std::to_array<std::string_view>({"alignas",
                                                           "alignof",
                                                           "and",
                                                           "and_eq",
                                                           "asm",
                                                           "auto",
                                                           "bitand",
                                                           "bitor",
                                                           "bool",
                                                           "break",
                                                           "case",
                                                           "catch",
                                                           "char",
                                                           "char16_t",
                                                           "char32_t",
                                                           "char8_t",
                                                           "class",
                                                           "co_await",
                                                           "co_return",
                                                           "co_yield",
                                                           "compl",
                                                           "concept",
                                                           "const",
                                                           "const_cast",
                                                           "consteval",
                                                           "constexpr",
                                                           "constinit",
                                                           "continue",
                                                           "contract_assert",
                                                           "decltype",
                                                           "default",
                                                           "delete",
                                                           "do",
                                                           "double",
                                                           "dynamic_cast",
                                                           "else",
                                                           "enum",
                                                           "explicit",
                                                           "export",
                                                           "extern",
                                                           "false",
                                                           "float",
                                                           "for",
                                                           "friend",
                                                           "goto",
                                                           "if",
                                                           "import",
                                                           "inline",
                                                           "int",
                                                           "long",
                                                           "module",
                                                           "mutable",
                                                           "namespace",
                                                           "new",
                                                           "noexcept",
                                                           "not",
                                                           "not_eq",
                                                           "nullptr",
                                                           "operator",
                                                           "or",
                                                           "or_eq",
                                                           "private",
                                                           "protected",
                                                           "public",
                                                           "register",
                                                           "reinterpret_cast",
                                                           "requires",
                                                           "return",
                                                           "short",
                                                           "signed",
                                                           "sizeof",
                                                           "static",
                                                           "static_assert",
                                                           "static_cast",
                                                           "struct",
                                                           "switch",
                                                           "template",
                                                           "this",
                                                           "thread_local",
                                                           "throw",
                                                           "true",
                                                           "try",
                                                           "typedef",
                                                           "typeid",
                                                           "typename",
                                                           "typeof",
                                                           "union",
                                                           "unsigned",
                                                           "using",
                                                           "virtual",
                                                           "void",
                                                           "volatile",
                                                           "wchar_t",
                                                           "while",
                                                           "xor",
                                                           "xor_eq"});

/// Macros in small letters: of the C library, of GNU compilers, Qt, Windows and POSIX. Those in
/// capitals can be no id.
constexpr auto macros = std::to_array<std::string_view>({"assert",
                                                         "cdecl",
                                                         "complex",
                                                         "emit",
                                                         "environ",
                                                         "errno",
                                                         "far",
                                                         "foreach",
                                                         "forever",
                                                         "hpux",
                                                         "huge",
                                                         "i386",
                                                         "imaginary",
                                                         "interface",
                                                         "linux",
                                                         "major",
                                                         "makedev",
                                                         "mips",
                                                         "math_errhandling",
                                                         "max",
                                                         "min",
                                                         "minor",
                                                         "near",
                                                         "noreturn",
                                                         "offsetof",
                                                         "pascal",
                                                         "pixel",
                                                         "sa_handler",
                                                         "sa_sigaction",
                                                         "setjmp",
                                                         "sgi",
                                                         "signals",
                                                         "slots",
                                                         "small",
                                                         "sparc",
                                                         "st_atime",
                                                         "st_ctime",
                                                         "st_mtime",
                                                         "stderr",
                                                         "stdin",
                                                         "stdout",
                                                         "sun",
                                                         "unix",
                                                         "unreachable",
                                                         "va_arg",
                                                         "va_copy",
                                                         "va_end",
                                                         "va_start",
                                                         "vax",
                                                         "vector"});

/// What the C library and POSIX call functions, types and objects of the global namespace, where a
/// namespace cannot have that name too: as far as it is a word that somebody could choose.
constexpr auto global_names = std::to_array<std::string_view>(
    {"abort",   "abs",       "accept",    "access",    "alarm",    "atexit",  "atoi",
     "bcmp",    "bind",      "bsearch",   "calloc",    "ceil",     "chdir",   "chmod",
     "chown",   "clock",     "clone",     "close",     "confstr",  "connect", "cos",
     "crypt",   "ctime",     "daemon",    "daylight",  "difftime", "div",     "double_t",
     "drem",    "dup",       "erf",       "exit",      "exp",      "fabs",    "fdim",
     "ffs",     "floor",     "fma",       "fmax",      "fmin",     "fmod",    "fork",
     "fpos_t",  "free",      "fsync",     "gamma",     "getc",     "getenv",  "getline",
     "getpid",  "gets",      "gmtime",    "group",     "hypot",    "index",   "ioctl",
     "isalpha", "isatty",    "j0",        "j1",        "jn",       "kill",    "labs",
     "ldiv",    "link",      "listen",    "localtime", "lockf",    "log",     "logb",
     "longjmp", "lseek",     "malloc",    "mblen",     "memcpy",   "mktime",  "modf",
     "msghdr",  "nan",       "nanosleep", "nice",      "open",     "optarg",  "option",
     "passwd",  "pause",     "perror",    "pipe",      "pow",      "printf",  "profil",
     "ptrace",  "putc",      "puts",      "qsort",     "raise",    "rand",    "random",
     "read",    "realloc",   "recv",      "remove",    "remquo",   "rename",  "rewind",
     "rindex",  "rint",      "rmdir",     "round",     "scalb",    "select",  "send",
     "setbuf",  "sigaction", "signal",    "sin",       "sinh",     "sleep",   "socket",
     "sqrt",    "srand",     "stat",      "statvfs",   "stpcpy",   "strlen",  "swab",
     "symlink", "sync",      "system",    "tan",       "tempnam",  "time",    "timer_t",
     "times",   "timezone",  "tm",        "tmpfile",   "tmpnam",   "tolower", "toupper",
     "trunc",   "truncate",  "ttyname",   "tzname",    "ualarm",   "umask",   "uname",
     "ungetc",  "unlink",    "usleep",    "utime",     "wait",     "write",   "y0",
     "y1",      "yn"});

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_identifier(std::string_view text) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !text.empty() && letter(text.front()) &&
         std::ranges::all_of(text, [&](char c) { return letter(c) || digit(c); });
}

bool has_small_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Why one of the names of a namespace cannot stand there.
std::optional<std::string> fault_of_name(std::string_view name, bool is_first) {
  if (is_among(keywords, name)) return "is a word of C++ itself";
  if (is_among(macros, name)) return "is a macro where it is compiled for some systems";
  if (name == "std" || name == "posix") return "belongs to the standard library";
  if (name.find("__") != std::string_view::npos ||
      (name.size() > 1 && name[0] == '_' && name[1] >= 'A' && name[1] <= 'Z'))
    return "is a name that C++ keeps for compilers";
  if (!has_small_letter(name)) return "may be a macro, as names in capitals are";
  if (is_first && is_among(global_names, name)) return "is a name of the C library";
  return std::nullopt;
}

}  // namespace

std::string row_name(std::string_view id) {
  return underscored(id) + '_';
}

std::string public_name(std::string_view id, std::span<const std::string> others) {
  std::string name = underscored(id);
  if (is_among(keywords, name) || is_among(macros, name) ||
      std::ranges::find(others, name) != others.end())
    name += '_';
  return name;
}

std::string vocabulary_name(std::string_view value) {
  std::string name{value};
  if (is_among(keywords, name)) name += '_';
  return name;
}

std::optional<std::string> fault_of_namespace(std::string_view text) {
  std::vector<std::string_view> names;
  for (std::string_view rest = text;;) {
    const std::size_t end = rest.find("::");
    names.push_back(rest.substr(0, end));
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 2);
  }
  if (!std::ranges::all_of(names, is_identifier))
    return cat("'", text, "' is no C++ namespace; write one as in a::b");
  for (const std::string_view& name : names)
    if (const auto fault = fault_of_name(name, &name == &names.front()))
      return cat("'", text, "' cannot be the namespace of tables: '", name, "' ", *fault,
                 "; choose another");
  if (names.front() == "ambit" && text != "ambit::tables")
    return cat("'", text,
               "' cannot be the namespace of tables: 'ambit' is the library's own, and "
               "has room for them in ambit::tables alone; choose another");
  return std::nullopt;
}

}  // namespace ambitc
