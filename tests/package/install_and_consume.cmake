# The package test: installs BUILD below SCRATCH, builds CONSUMER against what was installed, and runs both the consumer and the
# installed program on CASE. Fails at the first step that fails.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "failed (${result}): ${ARGN}\n${output}\n${errors}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

set(prefix ${SCRATCH}/prefix)
file(REMOVE_RECURSE ${prefix} ${SCRATCH}/consumer)

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
run(${CMAKE_COMMAND} -S ${CONSUMER} -B ${SCRATCH}/consumer -G Ninja -D CMAKE_PREFIX_PATH=${prefix}
  -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS} -D CMAKE_BUILD_TYPE=${BUILD_TYPE})
run(${CMAKE_COMMAND} --build ${SCRATCH}/consumer)

run(${SCRATCH}/consumer/consumer ${CASE})
if(NOT output STREQUAL "undetermined\n")
  message(FATAL_ERROR "the consumer printed: ${output}")
endif()

# The installed program reads the texts that were installed beside it, not those of the source folder: it prints a word that only
# the installed copy has.
set(guideline ${prefix}/share/warrant/guidelines/mtus/2009/work_hardening.warrant)
file(READ ${guideline} text)
string(REPLACE "\"Able to benefit from the program\"" "\"Able to profit from the program\"" text "${text}")
file(WRITE ${guideline} "${text}")
run(${prefix}/bin/warrant review ${CASE})
foreach(expected UNDETERMINED UPHELD "Able to profit from the program")
  if(NOT output MATCHES "${expected}")
    message(FATAL_ERROR "the installed program does not print ${expected}: ${output}")
  endif()
endforeach()
