# Targets that look at the code and are not part of the build:
#   tidy       clang-tidy over every source (preset dev)
#   coverage   line and branch coverage of src/ and include/ by all tests (preset coverage)
#   valgrind   the whole-command tests under valgrind (preset dev)

# check_target(<name> <Debian package> <program variable> <program> COMMAND...): a target that
# says how to install its tool where that is not there.
function(check_target name package variable program)
  find_program(${variable} ${program})
  mark_as_advanced(${variable})
  if(${variable})
    add_custom_target(${name} ${ARGN} USES_TERMINAL VERBATIM)
  else()
    add_custom_target(${name} VERBATIM
      COMMAND ${CMAKE_COMMAND} -E echo "error: `${program}` is missing: sudo apt install ${package}"
      COMMAND ${CMAKE_COMMAND} -E false)
  endif()
endfunction()

# The tests, with nothing printed of those that pass.
set(run_tests ${CMAKE_CTEST_COMMAND} --output-on-failure --progress)
cmake_host_system_information(RESULT processors QUERY NUMBER_OF_LOGICAL_CORES)

check_target(tidy clang-tidy RUNREADY_TIDY run-clang-tidy
  COMMAND run-clang-tidy -quiet -p ${PROJECT_BINARY_DIR} ${PROJECT_SOURCE_DIR}/\(src|tests\)/
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})

check_target(coverage gcovr RUNREADY_GCOVR gcovr
  COMMAND find ${PROJECT_BINARY_DIR} -name *.gcda -delete
  COMMAND runready-manual ${PROJECT_BINARY_DIR}/coverage  # what the build ran was just deleted
  COMMAND ${run_tests} --parallel ${processors}
  COMMAND gcovr --root ${PROJECT_SOURCE_DIR} --object-directory ${PROJECT_BINARY_DIR}
    --filter ${PROJECT_SOURCE_DIR}/src/ --filter ${PROJECT_SOURCE_DIR}/include/
    --exclude-throw-branches --exclude-unreachable-branches --print-summary
    --html-details ${PROJECT_BINARY_DIR}/coverage/index.html -j ${processors}
    ${PROJECT_BINARY_DIR}
  WORKING_DIRECTORY ${PROJECT_BINARY_DIR})
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/coverage)

# The tests find this `runready` first in their PATH. What they compare may differ: under valgrind
# time runs out sooner, long doubles are rounded, and where a test closes a descriptor its log takes
# the place. So only what valgrind itself says of memory counts.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/valgrind/runready @ONLY CONTENT [[
#!/bin/sh
exec valgrind --quiet --leak-check=full --error-exitcode=99 --log-file='@PROJECT_BINARY_DIR@/valgrind/%p.log' '@PROJECT_BINARY_DIR@/runready' "$@"
]])
file(CHMOD ${PROJECT_BINARY_DIR}/valgrind/runready
  PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
check_target(valgrind valgrind RUNREADY_VALGRIND valgrind
  COMMAND find ${PROJECT_BINARY_DIR}/valgrind -name *.log -delete
  COMMAND sh -c "RUNREADY_TEST_BIN=$PWD/valgrind ${CMAKE_CTEST_COMMAND} --quiet --parallel ${processors} --tests-regex ^golden/ || true"
  COMMAND sh -c "ls valgrind/*.log | wc -l && ! grep --no-filename ^== valgrind/*.log"
  WORKING_DIRECTORY ${PROJECT_BINARY_DIR})

get_property(programs GLOBAL PROPERTY RUNREADY_TEST_PROGRAMS)
foreach(target coverage valgrind)
  add_dependencies(${target} runready-program ${programs})
endforeach()
