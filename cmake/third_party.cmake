# One interface target for each third-party library, named quanhe::NAME, so that a layer says what
# it uses in one word and how the library is found is known here only. Imported targets hand their
# headers on as system headers: their warnings are not ours. Which folder is a library's home
# stands in quanhe_module.cmake.

include(CheckCXXSourceCompiles)
find_package(PkgConfig REQUIRED)

# Makes quanhe::NAME of the imported targets that follow it.
function(quanhe_third_party name)
  add_library(quanhe_third_party_${name} INTERFACE)
  target_link_libraries(quanhe_third_party_${name} INTERFACE ${ARGN})
  add_library(quanhe::${name} ALIAS quanhe_third_party_${name})
endfunction()

option(QUANHE_STATIC_LIBRARIES "Link all libraries into the program, where their archives are there as in Debian's -dev packages" ON)
define_property(GLOBAL PROPERTY QUANHE_SHARED_LIBRARIES
    BRIEF_DOCS "Third-party libraries that the program loads, because an archive of them is not there or not wanted")

# Sets `result` to the archives of these libraries, or to nothing where one is not there or not wanted.
function(quanhe_archives result)
  set(archives "")
  foreach(name IN LISTS ARGN)
    find_library(QUANHE_ARCHIVE_${name} NAMES lib${name}.a)
    mark_as_advanced(QUANHE_ARCHIVE_${name})
    if(NOT QUANHE_ARCHIVE_${name} OR NOT QUANHE_STATIC_LIBRARIES OR QUANHE_SANITIZERS)
      set(${result} "" PARENT_SCOPE)
      return()
    endif()
    list(APPEND archives "${QUANHE_ARCHIVE_${name}}")
  endforeach()
  set(${result} "${archives}" PARENT_SCOPE)
endfunction()

# Like quanhe_third_party() of one target, but with archives of these names where there are all of them.
function(quanhe_third_party_archive name target)
  quanhe_archives(archives ${ARGN})
  if(archives)
    get_target_property(includes ${target} INTERFACE_INCLUDE_DIRECTORIES)
    quanhe_third_party(${name} ${archives} ${CMAKE_DL_LIBS} m)
    if(includes)
      target_include_directories(quanhe_third_party_${name} SYSTEM INTERFACE ${includes})
    endif()
  else()
    quanhe_third_party(${name} ${target})
    set_property(GLOBAL APPEND PROPERTY QUANHE_SHARED_LIBRARIES ${name})
  endif()
endfunction()

pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
quanhe_third_party_archive(sodium PkgConfig::sodium sodium)

# RapidJSON's configuration gives a folder and no target.
find_package(RapidJSON REQUIRED)
quanhe_third_party(rapidjson)
target_include_directories(quanhe_third_party_rapidjson SYSTEM INTERFACE ${RapidJSON_INCLUDE_DIRS})
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_definitions(quanhe_third_party_rapidjson INTERFACE RAPIDJSON_SSE2)  # every such processor has it
endif()

find_package(ICU 67 REQUIRED COMPONENTS uc i18n)
add_library(quanhe_icu_shared INTERFACE)
target_link_libraries(quanhe_icu_shared INTERFACE ICU::i18n ICU::uc)
target_include_directories(quanhe_icu_shared SYSTEM INTERFACE ${ICU_INCLUDE_DIRS})
quanhe_third_party_archive(icu quanhe_icu_shared icui18n icuuc icudata)

pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
quanhe_third_party_archive(yaml PkgConfig::yaml yaml)

# Boost.Graph is used for its algorithms, which are templates: the headers are enough, and the
# compiled part, readers of GraphML and DOT, is not wanted.
find_package(Boost 1.74 REQUIRED)
quanhe_third_party(boost_graph Boost::headers)

find_package(Threads REQUIRED)
quanhe_third_party(threads Threads::Threads)

# Beast and the Asio below it are headers too, and want the system's threads.
quanhe_third_party(boost_beast Boost::headers Threads::Threads)

find_package(SQLite3 3.34 REQUIRED)
quanhe_third_party_archive(sqlite SQLite::SQLite3 sqlite3)

pkg_check_modules(cgraph REQUIRED IMPORTED_TARGET libcgraph)
quanhe_third_party(cgraph PkgConfig::cgraph)

find_package(ZLIB 1.2 REQUIRED)
quanhe_third_party_archive(zlib ZLIB::ZLIB z)

pkg_check_modules(gvc REQUIRED IMPORTED_TARGET libgvc libcgraph)
quanhe_third_party(gvc PkgConfig::gvc)

find_package(PNG 1.6 REQUIRED)
quanhe_third_party(png PNG::PNG)

# A program that answers in two milliseconds cannot wait for a loader: half of them went to finding libraries and the names in
# them. So where all archives are there, the C library's too, a program is linked as a whole, still at an address that
# changes with each start. It loads nothing then: only for a program whose libraries bring no plug-ins.
quanhe_third_party(whole_program)
get_property(shared GLOBAL PROPERTY QUANHE_SHARED_LIBRARIES)
if(NOT shared)
  set(CMAKE_REQUIRED_LINK_OPTIONS -static-pie)
  check_cxx_source_compiles("#include <cmath>\n#include <iostream>\nint main() { std::cout << std::sqrt(2.0); }"
      QUANHE_LINKS_WHOLE_PROGRAMS)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)
  if(QUANHE_LINKS_WHOLE_PROGRAMS)
    # ICU could load converters that nobody asks it for, of which the linker warns. Its flag --no-warnings would hide that, and
    # with it every name that is missing.
    target_link_options(quanhe_third_party_whole_program INTERFACE -static-pie)
  endif()
endif()

find_package(CLI11 2.1 REQUIRED)
quanhe_third_party(cli11 CLI11::CLI11)
