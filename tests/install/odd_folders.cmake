# cmake -DRUNREADY=… -DFOLDER=… -DGENERATOR=… -DCOMPILER=… -P odd_folders.cmake: what is in a folder with a space
# is installed, headers and data where the packager wants them. What would be built is empty here.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY "${FOLDER}/a b")
file(CREATE_LINK ${RUNREADY} "${FOLDER}/a b/source" SYMBOLIC)
set(build "${FOLDER}/a b/build")
set(prefix "${FOLDER}/a b/prefix")
execute_process(COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET
  COMMAND ${CMAKE_COMMAND} -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER} -DRUNREADY_TESTS=OFF
    -DCMAKE_INSTALL_INCLUDEDIR=inc "-DCMAKE_INSTALL_DATADIR=${FOLDER}/the data"
    -DCMAKE_INSTALL_LIBDIR=lib -S "${FOLDER}/a b/source" -B "${build}")
foreach(made IN ITEMS runready src/librunready.a manual/runready.1 manual/runready-pack.5)
  file(WRITE "${build}/${made}" "")
endforeach()
execute_process(COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET
  COMMAND ${CMAKE_COMMAND} --install "${build}" --prefix "${prefix}")
foreach(wanted IN ITEMS "${prefix}/inc/runready/assessment.hpp" "${prefix}/lib/librunready.a"
    "${FOLDER}/the data/zsh/site-functions/_runready" "${FOLDER}/the data/runready/schemas/pack.schema.json")
  if(NOT EXISTS "${wanted}")
    message(FATAL_ERROR "not installed: ${wanted}")
  endif()
endforeach()
file(READ "${prefix}/lib/cmake/runready/runready-config.cmake" config)
if(config MATCHES "_IMPORT_PREFIX}/include")
  message(FATAL_ERROR "the CMake package names a folder of headers that is not there")
endif()
