# One interface target for each third-party library, named quanhe::NAME, so that a layer says what
# it uses in one word and how the library is found is known here only. Imported targets hand their
# headers on as system headers: their warnings are not ours. Which folder is a library's home
# stands in quanhe_module.cmake.

find_package(PkgConfig REQUIRED)

# Makes quanhe::NAME of the imported targets that follow it.
function(quanhe_third_party name)
  add_library(quanhe_third_party_${name} INTERFACE)
  target_link_libraries(quanhe_third_party_${name} INTERFACE ${ARGN})
  add_library(quanhe::${name} ALIAS quanhe_third_party_${name})
endfunction()

# RapidJSON's configuration gives a folder and no target.
find_package(RapidJSON REQUIRED)
quanhe_third_party(rapidjson)
target_include_directories(quanhe_third_party_rapidjson SYSTEM INTERFACE ${RapidJSON_INCLUDE_DIRS})
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_definitions(quanhe_third_party_rapidjson INTERFACE RAPIDJSON_SSE2)  # every such processor has it
endif()

find_package(ICU 67 REQUIRED COMPONENTS uc i18n)
quanhe_third_party(icu ICU::i18n ICU::uc)

find_package(yaml-cpp 0.7 REQUIRED)
quanhe_third_party(yaml_cpp yaml-cpp)

# Boost.Graph is used for its algorithms, which are templates: the headers are enough, and the
# compiled part, readers of GraphML and DOT, is not wanted.
find_package(Boost 1.74 REQUIRED)
quanhe_third_party(boost_graph Boost::headers)

# Beast and the Asio below it are headers too, and want the system's threads.
find_package(Threads REQUIRED)
quanhe_third_party(boost_beast Boost::headers Threads::Threads)

find_package(SQLite3 3.34 REQUIRED)
quanhe_third_party(sqlite SQLite::SQLite3)

pkg_check_modules(cgraph REQUIRED IMPORTED_TARGET libcgraph)
quanhe_third_party(cgraph PkgConfig::cgraph)

find_package(ZLIB 1.2 REQUIRED)
quanhe_third_party(zlib ZLIB::ZLIB)

pkg_check_modules(gvc REQUIRED IMPORTED_TARGET libgvc libcgraph)
quanhe_third_party(gvc PkgConfig::gvc)

find_package(TBB 2021 REQUIRED)
quanhe_third_party(tbb TBB::tbb)

find_package(CLI11 2.1 REQUIRED)
quanhe_third_party(cli11 CLI11::CLI11)

# The allocator takes the place of the C library's in the whole program by being linked; nothing refers to it, so the
# linker must not drop it. The sanitizers bring their own.
find_package(mimalloc 2.0 REQUIRED)
quanhe_third_party(mimalloc)
if(NOT QUANHE_SANITIZERS)
  target_link_libraries(quanhe_third_party_mimalloc INTERFACE -Wl,--push-state,--no-as-needed mimalloc -Wl,--pop-state)
endif()
