# One folder of src/ is one layer and one static library. This file holds the order of the layers
# and refuses, at configure time, every include that does not respect it. The order is checked by
# the build because an order that nothing checks is lost within a few months.
#
#   quanhe_module(NAME SOURCES a.cc b.cc [USES layer...] [LIBRARIES target...])
#       is called in src/NAME/CMakeLists.txt and makes the static library quanhe_NAME. USES names
#       every layer whose headers the folder includes, LIBRARIES the third-party targets of
#       third_party.cmake that have their home in this folder.
#
#   quanhe_program(EXECUTABLE SOURCES main.cc [USES layer...] [LIBRARIES target...])
#       is called in the folder of a program and makes EXECUTABLE in the top of the build folder.
#       Where the folder has a quanhe_module() too, that call comes first, declares USES for the
#       whole folder, and is linked in.

# The order of the layers, bottom up: a folder includes only folders that stand before it here.
set(QUANHE_LAYERS
    base json text facts match rules extract corpus graph store query export render pipeline
    workbench explorer cli)

# Each third-party library has one home, so that its types, exceptions and quirks stay behind that
# folder's headers. An entry is the beginning of an include path, then the folder that may use it.
set(QUANHE_HOMES
    sodium=base
    rapidjson/=json
    unicode/=text
    yaml.h=rules
    boost/asio=explorer
    boost/beast=explorer
    boost/=graph
    sqlite3.h=store
    zlib.h=export
    graphviz/=render
    cgraph.h=render
    gvc.h=render
    png.h=render
    CLI/=cli)

define_property(GLOBAL PROPERTY QUANHE_CHECKED_LAYERS
    BRIEF_DOCS "Layers whose includes have been checked in this run of CMake")

# Prints one fault in the form of a compiler's, which editors can jump to.
function(quanhe_report place text)
  message(NOTICE "${place}: error: ${text}")
endfunction()

# Sets `result` to the number of the line of `content` on which `text` first stands.
function(quanhe_line_of content text result)
  string(FIND "${content}" "${text}" offset)
  string(SUBSTRING "${content}" 0 ${offset} before)
  string(REGEX MATCHALL "\n" newlines "${before}")
  list(LENGTH newlines line)
  set(${result} ${line} PARENT_SCOPE)
endfunction()

# Sets `fault` to what is wrong with including `path` from the folder `layer`, or to nothing.
function(quanhe_judge_include layer uses path quoted fault)
  set(${fault} "" PARENT_SCOPE)
  foreach(entry IN LISTS QUANHE_HOMES)
    string(REPLACE "=" ";" entry "${entry}")
    list(GET entry 0 prefix)
    list(GET entry 1 home)
    string(FIND "${path}" "${prefix}" at)
    if(at EQUAL 0 AND NOT layer STREQUAL home)
      set(${fault} "'${path}' has its home in '${home}/', '${layer}/' must not include it"
          PARENT_SCOPE)
      return()
    elseif(at EQUAL 0)
      return()
    endif()
  endforeach()

  string(REGEX MATCH "^[^/]+" first "${path}")
  if(first STREQUAL layer)
    return()
  elseif(first IN_LIST uses)
    return()
  elseif(first IN_LIST QUANHE_LAYERS AND path MATCHES "/")
    list(FIND QUANHE_LAYERS ${first} theirs)
    list(FIND QUANHE_LAYERS ${layer} ours)
    if(theirs GREATER ours)
      set(${fault} "'${layer}/' includes '${path}', but '${first}' is a layer above it"
          PARENT_SCOPE)
    else()
      set(${fault} "'${layer}/' includes '${path}', but its USES does not name '${first}'"
          PARENT_SCOPE)
    endif()
  elseif(quoted)
    set(${fault} "'${path}' does not begin with a layer, expected a path from src/ on"
        PARENT_SCOPE)
  endif()
endfunction()

# Reports every fault in the folder of the calling CMakeLists.txt and stops when there was one.
function(quanhe_check_layer layer uses)
  get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
  file(RELATIVE_PATH here "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  set(faults 0)

  list(FIND QUANHE_LAYERS "${layer}" ours)
  if(ours EQUAL -1 OR NOT folder STREQUAL layer)
    message(FATAL_ERROR
        "${here}/CMakeLists.txt: the layer '${layer}' must be in QUANHE_LAYERS and named as its folder")
  endif()
  foreach(used IN LISTS uses)
    list(FIND QUANHE_LAYERS "${used}" theirs)
    if(theirs EQUAL -1)
      quanhe_report("${here}/CMakeLists.txt" "USES names '${used}', which is no layer")
    elseif(theirs GREATER_EQUAL ours)
      quanhe_report("${here}/CMakeLists.txt"
          "USES names '${used}', which does not come before '${layer}' in the order of layers")
    elseif(NOT TARGET quanhe_${used})
      quanhe_report("${here}/CMakeLists.txt" "USES names '${used}', which makes no library")
    else()
      continue()
    endif()
    math(EXPR faults "${faults} + 1")
  endforeach()

  file(GLOB_RECURSE files CONFIGURE_DEPENDS *.h *.cc)
  foreach(file IN LISTS files)
    # An edited file can have gained an include, so CMake has to look at it again.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(READ "${file}" content)
    # The newline in front lets one expression find an include on the first line as on any other.
    string(PREPEND content "\n")
    string(REGEX MATCHALL "\n[ \t]*#[ \t]*include[ \t]*[<\"][^>\"\n]+" includes "${content}")
    foreach(include IN LISTS includes)
      string(REGEX REPLACE "^[^<\"]*[<\"]" "" path "${include}")
      string(FIND "${include}" "\"" quote)
      set(quoted TRUE)
      if(quote EQUAL -1)
        set(quoted FALSE)
      endif()
      quanhe_judge_include("${layer}" "${uses}" "${path}" ${quoted} fault)
      if(fault)
        quanhe_line_of("${content}" "${include}" before)
        math(EXPR line "${before} + 1")
        file(RELATIVE_PATH shown "${CMAKE_SOURCE_DIR}" "${file}")
        quanhe_report("${shown}:${line}" "${fault}")
        math(EXPR faults "${faults} + 1")
      endif()
    endforeach()
  endforeach()

  if(faults GREATER 0)
    message(FATAL_ERROR "The layer '${layer}' breaks the order of layers in ${faults} place(s).")
  endif()
  set_property(GLOBAL APPEND PROPERTY QUANHE_CHECKED_LAYERS ${layer})
endfunction()

function(quanhe_module layer)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LIBRARIES")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR "expected quanhe_module(NAME SOURCES ... [USES ...] [LIBRARIES ...])")
  endif()
  quanhe_check_layer("${layer}" "${arg_USES}")

  add_library(quanhe_${layer} STATIC ${arg_SOURCES})
  target_include_directories(quanhe_${layer} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  list(TRANSFORM arg_USES PREPEND quanhe_)
  target_link_libraries(quanhe_${layer}
      PUBLIC ${arg_USES} ${arg_LIBRARIES}
      PRIVATE quanhe_options)
endfunction()

function(quanhe_program executable)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LIBRARIES")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR "expected quanhe_program(NAME SOURCES ... [USES ...] [LIBRARIES ...])")
  endif()
  get_filename_component(layer "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
  get_property(checked GLOBAL PROPERTY QUANHE_CHECKED_LAYERS)
  if(NOT layer IN_LIST checked)
    quanhe_check_layer("${layer}" "${arg_USES}")
  endif()

  add_executable(${executable} ${arg_SOURCES})
  target_include_directories(${executable} PRIVATE "${PROJECT_SOURCE_DIR}/src")
  set_target_properties(${executable} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  list(TRANSFORM arg_USES PREPEND quanhe_)
  if(TARGET quanhe_${layer})
    list(APPEND arg_USES quanhe_${layer})
  endif()
  target_link_libraries(${executable} PRIVATE ${arg_USES} ${arg_LIBRARIES} quanhe_options)
endfunction()
