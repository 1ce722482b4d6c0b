# Naming the system is what makes CMake cross-compile; the compiler is the test's own.
set(CMAKE_SYSTEM_NAME Linux)
