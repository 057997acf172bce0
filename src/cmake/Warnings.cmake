# runready_warnings(<target>): the warnings every target of this project is built with.
option(RUNREADY_WERROR "Treat warnings as errors" OFF)

function(runready_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${RUNREADY_WERROR}>:-Werror>)
endfunction()
