# What only the command line may know of the build: its version, its commit and the default rules.
# Nothing below it gets these, so no output of the engine can depend on them.

set(commit "")
find_package(Git QUIET)
if(Git_FOUND AND EXISTS "${PROJECT_SOURCE_DIR}/.git")
  execute_process(
      COMMAND "${GIT_EXECUTABLE}" -C "${PROJECT_SOURCE_DIR}" rev-parse --short=12 HEAD
      OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  # The log of HEAD changes with each commit and each checkout, HEAD itself only with a branch.
  if(EXISTS "${PROJECT_SOURCE_DIR}/.git/logs/HEAD")
    set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY
        CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/.git/logs/HEAD")
  endif()
endif()
if(NOT commit)
  set(commit unknown)
endif()

get_filename_component(default_rules "${QUANHE_DEFAULT_RULES}" ABSOLUTE
    BASE_DIR "${PROJECT_SOURCE_DIR}")

# A copy of a few layers only, as the mutation check makes it, has no program.
if(TARGET quanhe)
  set_source_files_properties("${PROJECT_SOURCE_DIR}/src/cli/about.cc" TARGET_DIRECTORY quanhe PROPERTIES
      COMPILE_DEFINITIONS
          "QUANHE_VERSION=\"${PROJECT_VERSION}\";QUANHE_COMMIT=\"${commit}\";QUANHE_DEFAULT_RULES=\"${default_rules}\"")
endif()
