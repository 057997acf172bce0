# embed_files(<target> <function> <file>...): compiles the files, byte for byte, into the target.
# `std::span<const EmbeddedFile> function()` (src/text/embedded_file.hpp) gives them, in the order
# of the list. Changing a file runs CMake again.
function(embed_files target function)
  set(delimiter RUNREADY)
  set(texts "")
  set(entries "")
  set(count 0)
  foreach(path IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    cmake_path(GET path FILENAME name)
    file(READ ${path} text)
    # CMake reads CR LF as LF and stops at NUL: neither belongs in such a file.
    file(SIZE ${path} size)
    string(LENGTH "${text}" length)
    if(NOT length EQUAL size)
      message(FATAL_ERROR "${path} holds carriage returns or null bytes: end its lines with LF")
    endif()
    string(FIND "${text}" ")${delimiter}\"" clash)
    if(NOT clash EQUAL -1)
      message(FATAL_ERROR "${path} holds `)${delimiter}\"`, which ends the raw string it is put in")
    endif()
    string(APPEND texts
      "constexpr char kText${count}[] = R\"${delimiter}(${text})${delimiter}\";\n")
    string(APPEND entries "    EmbeddedFile{\"${name}\", view(kText${count})},\n")
    math(EXPR count "${count} + 1")
  endforeach()

  set(output ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  configure_file(${PROJECT_SOURCE_DIR}/src/text/embedded.cpp.in ${output} @ONLY)
  # The standard promises literals of 65,536 bytes only; gcc and clang have no limit.
  set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE ${output})
endfunction()
