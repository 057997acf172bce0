# cmake -DRUNREADY=… -DFOLDER=… -DGENERATOR=… -DCOMPILER=… -P as_a_part.cmake: a project that has runready as
# a part of it is configured and installed. Nothing is built: nothing is to be installed.
file(REMOVE_RECURSE ${FOLDER})
file(WRITE ${FOLDER}/CMakeLists.txt [[
cmake_minimum_required(VERSION 3.25)
project(parent LANGUAGES CXX)
add_subdirectory(${RUNREADY} runready)
if(NOT TARGET runready::runready)
  message(FATAL_ERROR "there is nothing to link")
endif()
if(TARGET runready-program)
  message(FATAL_ERROR "it has the program, which nobody asked for")
endif()
]])
execute_process(COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET
  COMMAND ${CMAKE_COMMAND} -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER} -DRUNREADY=${RUNREADY}
    -DCMAKE_DISABLE_FIND_PACKAGE_CLI11=ON -Drunready_sqlite_LIBRARY=NOTFOUND
    -S ${FOLDER} -B ${FOLDER}/build)
execute_process(COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET
  COMMAND ${CMAKE_COMMAND} --install ${FOLDER}/build --prefix ${FOLDER}/prefix)
if(EXISTS ${FOLDER}/prefix)
  message(FATAL_ERROR "a parent project installs what it did not ask for")
endif()
