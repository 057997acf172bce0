# Run by cpack over what is to be packed: what Debian wants otherwise than `cmake --install` leaves
# it. Manual pages are compressed, and each package has its licence and the changelog where Debian
# looks for them.
file(GLOB_RECURSE pages ${CPACK_TEMPORARY_DIRECTORY}/*.1
  ${CPACK_TEMPORARY_DIRECTORY}/*.5)
foreach(page IN LISTS pages)
  execute_process(COMMAND gzip --best --no-name --force ${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

if(NOT EXISTS "${CPACK_RUNREADY_CHANGELOG}")
  message(FATAL_ERROR "There is no changelog: CPACK_RUNREADY_CHANGELOG is `${CPACK_RUNREADY_CHANGELOG}`")
endif()

file(GLOB_RECURSE licences ${CPACK_TEMPORARY_DIRECTORY}/LICENSE)
foreach(licence IN LISTS licences)
  cmake_path(GET licence PARENT_PATH folder)
  file(RENAME ${licence} ${folder}/copyright)
  cmake_path(GET folder FILENAME package)
  string(TIMESTAMP today %Y-%m-%d UTC)  # or what SOURCE_DATE_EPOCH says
  execute_process(
    COMMAND awk -v package=${package} -v version=${CPACK_PACKAGE_VERSION} -v today=${today}
      -f ${CMAKE_CURRENT_LIST_DIR}/changelog.awk ${CPACK_RUNREADY_CHANGELOG}
    OUTPUT_FILE ${folder}/changelog COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND gzip --best --no-name --force ${folder}/changelog
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
