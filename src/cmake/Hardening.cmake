# runready_harden(): compile and link what follows in this folder and below so that a memory
# error stops the program instead of being used. Flags a compiler or processor lacks are left out.
include(CheckCXXCompilerFlag)

macro(runready_harden)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
  foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER has${flag} result)
    check_cxx_compiler_flag(${flag} ${result})
    if(${result})
      add_compile_options(${flag})
    endif()
  endforeach()
  add_link_options(LINKER:-z,relro,-z,now)
endmacro()
