# Compile through ccache where it is installed and nothing else was asked for.
find_program(RUNREADY_CCACHE ccache)
mark_as_advanced(RUNREADY_CCACHE)
if(RUNREADY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${RUNREADY_CCACHE})
endif()
