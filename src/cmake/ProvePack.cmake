# cmake -DPROGRAM=… -DSTAMP=… -P ProvePack.cmake: proves the pack built into the program, once after
# each build of it. Refuted, or too large to be proved, ends the build: the program says of its own
# pack that it is proved.
set(ENV{RUNREADY_RULES} "")
set(ENV{RUNREADY_CONFIG} /dev/null)
execute_process(COMMAND ${PROGRAM} rules check
  RESULT_VARIABLE status OUTPUT_VARIABLE report ERROR_VARIABLE report)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "The default pack is not proved:\n${report}")
endif()
file(TOUCH ${STAMP})
