# Compiler flags for the project's own targets. They hang on an interface target and not on
# CMAKE_CXX_FLAGS, so that nothing from elsewhere that is built here ever gets them.

add_library(quanhe_options INTERFACE)
target_compile_options(quanhe_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    # g++ 12 takes the alternative that a std::variant does not hold for an uninitialized one as soon
    # as it inlines a move of it. clang and the sanitizers look for the real thing.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    $<$<BOOL:${QUANHE_WARNINGS_AS_ERRORS}>:-Werror>)

if(QUANHE_SANITIZERS)
  # A sanitizer that only prints would let a test pass, so the first finding ends the program.
  target_compile_options(quanhe_options INTERFACE
      -fsanitize=${QUANHE_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(quanhe_options INTERFACE -fsanitize=${QUANHE_SANITIZERS})
  # Where every finding ends the program, only the compiler can leave out what is not ours.
  target_compile_options(quanhe_options INTERFACE
      $<$<CXX_COMPILER_ID:Clang>:-fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/tests/sanitizers/clang_ignored.txt>)
else()
  # A function is a section of its own, which the linker can place: src/cli/questions.ld.
  target_compile_options(quanhe_options INTERFACE -ffunction-sections)
endif()
