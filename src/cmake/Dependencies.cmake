# Everything the build needs from outside: found on the system, or named in one error with the
# command that installs it. -DRUNREADY_FETCH_DEPS=ON downloads what is missing instead.

set(missing "")

# want(<CMake package> <Debian package> <git repository> <git tag>)
macro(want package debian repository tag)
  if(NOT ${package}_FOUND)
    find_package(${package} QUIET)
  endif()
  if(NOT ${package}_FOUND)
    list(APPEND missing ${debian})
    if(RUNREADY_FETCH_DEPS)
      include(FetchContent)
      FetchContent_Declare(${package} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON)
      FetchContent_MakeAvailable(${package})
    endif()
  endif()
endmacro()

if(RUNREADY_PROGRAM)
  want(CLI11 libcli11-dev https://github.com/CLIUtils/CLI11.git v2.4.2)
endif()
want(fmt libfmt-dev https://github.com/fmtlib/fmt.git 10.2.1)
want(nlohmann_json nlohmann-json3-dev https://github.com/nlohmann/json.git v3.11.3)
if(RUNREADY_TESTS)
  want(Catch2 catch2 https://github.com/catchorg/Catch2.git v3.7.1)
endif()

# The diary's: linked into the program, so that it needs none where it runs. Not downloaded.
# want_library(<target> <Debian package> <header> <name>)
set(missing_libraries "")
macro(want_library target debian header name)
  find_path(${target}_INCLUDE ${header})
  find_library(${target}_LIBRARY NAMES lib${name}.a ${name})
  mark_as_advanced(${target}_INCLUDE ${target}_LIBRARY)
  if(${target}_INCLUDE AND ${target}_LIBRARY)
    add_library(${target} INTERFACE)
    target_include_directories(${target} SYSTEM INTERFACE ${${target}_INCLUDE})
    target_link_libraries(${target} INTERFACE ${${target}_LIBRARY} ${CMAKE_DL_LIBS})
  else()
    list(APPEND missing ${debian})
    list(APPEND missing_libraries ${debian})
  endif()
endmacro()

if(RUNREADY_PROGRAM)
  find_package(Threads REQUIRED)
  want_library(runready_sqlite libsqlite3-dev sqlite3.h sqlite3)
  want_library(runready_expat libexpat1-dev expat.h expat)
endif()

if(missing AND (missing_libraries OR NOT RUNREADY_FETCH_DEPS))
  list(JOIN missing " " packages)
  message(FATAL_ERROR
    "Some libraries are missing. On Debian and Ubuntu:\n"
    "  sudo apt install ${packages}\n"
    "Elsewhere install them by hand, or let CMake download all but SQLite and Expat: "
    "-DRUNREADY_FETCH_DEPS=ON")
endif()

# fmt is compiled into the library once (src/text/fmt.cpp), so only its headers are wanted here:
# Debian has no static fmt, the shared one doubles the time the program takes to start, and
# header-only use costs two seconds a source file.
add_library(runready_fmt_headers INTERFACE)
target_include_directories(runready_fmt_headers SYSTEM INTERFACE
  $<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>)
