# What `cmake --install` puts where; `cpack -G DEB` packs the same as two packages: the program with
# all that goes with it, and what is needed to build other programs around the engine.
include(CMakePackageConfigHelpers)

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/runready)
set(engine_doc_dir ${CMAKE_INSTALL_DATADIR}/doc/librunready-dev)

install(TARGETS runready EXPORT runready-targets COMPONENT engine
  FILE_SET HEADERS COMPONENT engine)
install(EXPORT runready-targets NAMESPACE runready:: FILE runready-config.cmake
  DESTINATION ${package_dir} COMPONENT engine)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/runready-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/runready-config-version.cmake
  DESTINATION ${package_dir} COMPONENT engine)
install(DIRECTORY examples/embed DESTINATION ${engine_doc_dir}/examples COMPONENT engine)
install(FILES LICENSE DESTINATION ${engine_doc_dir} COMPONENT engine)

if(NOT RUNREADY_PROGRAM)
  return()
endif()
install(TARGETS runready-program)
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/runready/rules
  FILES_MATCHING PATTERN *.json PATTERN schemas EXCLUDE)
install(DIRECTORY rules/schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/runready/schemas)
if(NOT CMAKE_CROSSCOMPILING)
  install(FILES ${PROJECT_BINARY_DIR}/manual/runready.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${PROJECT_BINARY_DIR}/manual/runready-pack.5
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
endif()
set(completion ${PROJECT_SOURCE_DIR}/src/cli/completion)
install(FILES ${completion}/runready.bash RENAME runready
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completion}/runready.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
# Where zsh looks for those of packages differs from where it looks for those put in by hand.
set(data_dir ${CMAKE_INSTALL_DATADIR})
if(NOT IS_ABSOLUTE ${data_dir})
  string(PREPEND data_dir "\${CMAKE_INSTALL_PREFIX}/")
endif()
install(CODE "
  if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\")
    set(folder vendor-completions)
  else()
    set(folder site-functions)
  endif()
  file(INSTALL \"${completion}/runready.zsh\" RENAME _runready
    DESTINATION \"${data_dir}/zsh/\${folder}\")"
  COMPONENT program)

install(DIRECTORY examples/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples
  USE_SOURCE_PERMISSIONS PATTERN quickstart.sh EXCLUDE PATTERN embed EXCLUDE)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "advisor on running with sore or painful legs")
set(CPACK_PACKAGE_CONTACT "the runready authors")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/src/cmake/DebianDetails.cmake)
set(CPACK_RUNREADY_CHANGELOG ${PROJECT_SOURCE_DIR}/.github/CHANGELOG.md)
set(CPACK_COMPONENTS_ALL program engine)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# What has its libraries within needs none of other packages, and packing it no programs that find them.
if(RUNREADY_STATIC_RUNTIME)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS OFF)
else()
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME runready)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "jq, bash-completion")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
  "Answers a few questions, as prompts, flags or JSON, with run, run easy,
cross-train or rest, with the reasons, what to do instead, and when to see
someone. Its rules are data, proved consistent for every possible set of answers.
General information, not medical advice.")

set(CPACK_DEBIAN_ENGINE_PACKAGE_NAME librunready-dev)
set(CPACK_DEBIAN_ENGINE_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_ENGINE_DESCRIPTION
  "The engine, to build into other programs: a static library with its
headers and a CMake package, and an example of a program around it.")
include(CPack)
