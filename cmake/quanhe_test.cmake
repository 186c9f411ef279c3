# How tests are registered with ctest. Every test carries one label, which says what it needs and
# how long it may take:
#
#   unit      one layer alone, milliseconds     golden    folders of cases with expected output
#   oracle    an engine against its slow twin   interop   what other programs read of ours
#   e2e       whole commands, from the shell's side
#
#   quanhe_test(NAME SOURCES a_test.cc... [USES layer...] [LIBRARIES target...] [LABEL label]
#               [TIMEOUT seconds])
#       makes the GoogleTest program NAME and registers each of its tests as NAME.Suite.Test. The
#       label is `unit` unless another is given. Code finds data by the macro QUANHE_SOURCE_DIR.
#
#   quanhe_script_test(NAME SCRIPT file [ARGUMENTS a b...] LABEL label [TIMEOUT seconds] [ALONE])
#       registers a script, which is run by Python when its name ends in .py and by bash otherwise.
#       It finds in its environment QUANHE and QUANHE_RENDER, the two programs, QUANHE_SOURCE_DIR,
#       QUANHE_BUILD_DIR, and QUANHE_CLIENTS, where scripts/install-clients put other programs. It passes with exit code 0, and is skipped with 77, in which case the
#       last line it prints is the reason. ALONE keeps other tests from running beside it.

find_package(GTest REQUIRED)
include(GoogleTest)

# The Python packages that the tests need are Debian's and are seen by Debian's interpreter only,
# so one from elsewhere that stands earlier in PATH does not do.
find_program(QUANHE_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(QUANHE_PYTHON NAMES python3 REQUIRED)

set(QUANHE_TEST_LABELS unit oracle golden interop e2e)

# The sanitizers' lists of what is not ours, for tests that do not set such options themselves.
set(QUANHE_TEST_ENVIRONMENT "")
if(QUANHE_SANITIZERS MATCHES "address")
  set(QUANHE_TEST_ENVIRONMENT
      "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/sanitizers/lsan.supp:print_suppressions=0")
endif()

function(quanhe_check_label label)
  if(NOT label IN_LIST QUANHE_TEST_LABELS)
    message(FATAL_ERROR "label '${label}' is none of: ${QUANHE_TEST_LABELS}")
  endif()
endfunction()

function(quanhe_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL;TIMEOUT" "SOURCES;USES;LIBRARIES")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR "expected quanhe_test(NAME SOURCES ... [USES ...] [LIBRARIES ...] ...)")
  endif()
  if(NOT arg_LABEL)
    set(arg_LABEL unit)
  endif()
  quanhe_check_label("${arg_LABEL}")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()

  add_executable(${name} ${arg_SOURCES})
  list(TRANSFORM arg_USES PREPEND quanhe_)
  target_link_libraries(${name} PRIVATE
      ${arg_USES} ${arg_LIBRARIES} quanhe_options GTest::gtest_main)
  target_include_directories(${name} PRIVATE
      "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(${name} PRIVATE QUANHE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")

  set(properties LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT})
  if(QUANHE_TEST_ENVIRONMENT)
    list(APPEND properties ENVIRONMENT "${QUANHE_TEST_ENVIRONMENT}")
  endif()
  # The programs are asked for their tests when ctest starts, so that a build runs nothing of ours.
  gtest_discover_tests(${name}
      TEST_PREFIX "${name}."
      DISCOVERY_MODE PRE_TEST
      DISCOVERY_TIMEOUT 60
      PROPERTIES ${properties})
endfunction()

function(quanhe_script_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ALONE" "SCRIPT;LABEL;TIMEOUT" "ARGUMENTS")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SCRIPT OR NOT arg_LABEL)
    message(FATAL_ERROR "expected quanhe_script_test(NAME SCRIPT file LABEL label ...)")
  endif()
  quanhe_check_label("${arg_LABEL}")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 600)
  endif()

  get_filename_component(script "${arg_SCRIPT}" ABSOLUTE)
  if(NOT EXISTS "${script}")
    message(FATAL_ERROR "there is no script '${script}' for the test '${name}'")
  endif()
  set(interpreter bash)
  if(script MATCHES "\\.py$")
    # Nothing is written beside the sources, where git would see it.
    set(interpreter "${QUANHE_PYTHON}" -B)
  endif()
  add_test(NAME ${name} COMMAND ${interpreter} "${script}" ${arg_ARGUMENTS})

  set(environment
      "QUANHE=${PROJECT_BINARY_DIR}/quanhe"
      "QUANHE_RENDER=${PROJECT_BINARY_DIR}/quanhe-render"
      "QUANHE_SOURCE_DIR=${PROJECT_SOURCE_DIR}"
      "QUANHE_BUILD_DIR=${PROJECT_BINARY_DIR}"
      "QUANHE_CLIENTS=${PROJECT_SOURCE_DIR}/build/clients"
      "CMAKE_COMMAND=${CMAKE_COMMAND}"
      "CXX=${CMAKE_CXX_COMPILER}"
      ${QUANHE_TEST_ENVIRONMENT})
  set_tests_properties(${name} PROPERTIES
      LABELS "${arg_LABEL}"
      TIMEOUT "${arg_TIMEOUT}"
      SKIP_RETURN_CODE 77
      ENVIRONMENT "${environment}")
  if(arg_ALONE)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
  endif()
endfunction()
