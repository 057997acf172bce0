# What `cmake --install` puts where; `cpack -G DEB` packs the same.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/runready)

install(TARGETS runready-program)
install(TARGETS runready EXPORT runready-targets FILE_SET HEADERS)
install(EXPORT runready-targets NAMESPACE runready:: FILE runready-config.cmake
  DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/runready-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/runready-config-version.cmake
  DESTINATION ${package_dir})
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
install(CODE "
  if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\")
    set(folder vendor-completions)
  else()
    set(folder site-functions)
  endif()
  file(INSTALL ${completion}/runready.zsh RENAME _runready
    DESTINATION \${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${folder})")

install(DIRECTORY examples/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples
  USE_SOURCE_PERMISSIONS PATTERN quickstart.sh EXCLUDE)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "the runready authors")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
