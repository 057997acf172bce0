# Run by cpack over what is to be packed: what Debian wants otherwise than `cmake --install` leaves
# it. Manual pages are compressed, and each package has its licence where Debian looks for it.
file(GLOB_RECURSE pages ${CPACK_TEMPORARY_DIRECTORY}/*.1
  ${CPACK_TEMPORARY_DIRECTORY}/*.5)
foreach(page IN LISTS pages)
  execute_process(COMMAND gzip --best --no-name --force ${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

file(GLOB_RECURSE licences ${CPACK_TEMPORARY_DIRECTORY}/LICENSE)
foreach(licence IN LISTS licences)
  cmake_path(GET licence PARENT_PATH folder)
  file(RENAME ${licence} ${folder}/copyright)
endforeach()
