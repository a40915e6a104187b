# Puts page.css and page.js, as they are, into OUTPUT as strings, each with the SHA-256 digest that a browser compares it with, in
# base 64. Run by the build: cmake -DFOLDER=… -DOUTPUT=… -P embed.cmake

function(to_base64 HEX RESULT)
  set(letters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  # Three digits of HEX, 12 bits, are two letters; its 64 digits take 43, the last of which is filled up with zeros.
  string(APPEND HEX "00")
  set(text "")
  foreach(at RANGE 0 63 3)
    string(SUBSTRING "${HEX}" ${at} 3 group)
    math(EXPR bits "0x${group}")
    math(EXPR first "${bits} >> 6")
    math(EXPR second "${bits} & 63")
    string(SUBSTRING "${letters}" ${first} 1 one)
    string(SUBSTRING "${letters}" ${second} 1 two)
    string(APPEND text "${one}${two}")
  endforeach()
  string(SUBSTRING "${text}" 0 43 text)
  set(${RESULT} "${text}=" PARENT_SCOPE)
endfunction()

file(READ ${FOLDER}/page.css style)
file(READ ${FOLDER}/page.js script)
file(SHA256 ${FOLDER}/page.css style_digest)
file(SHA256 ${FOLDER}/page.js script_digest)
to_base64(${style_digest} style_digest)
to_base64(${script_digest} script_digest)

file(WRITE ${OUTPUT} "// Made of page.css and page.js by embed.cmake.
#include \"interpreter/justify/report.hpp\"

namespace warrant {

const std::string_view page_style = R\"warrant(${style})warrant\";
const std::string_view page_style_digest = \"${style_digest}\";
const std::string_view page_script = R\"warrant(${script})warrant\";
const std::string_view page_script_digest = \"${script_digest}\";

}  // namespace warrant
")
