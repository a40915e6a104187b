// What a line typed at a question means: an answer, or a word to the interview itself.
#pragma once

#include "interpreter/interview/question.hpp"

#include <string_view>

namespace warrant {

// `help` and `?`, `why`, `back`, `quit`; an empty line leaves the fact out. A word that the fact has as a value is the value;
// with a colon before it (`:back`) it is never one.
enum class Reply { answer, leave_out, help, why, back, quit, no_such_word };

Reply reply_in(std::string_view line, const Question& question);

}  // namespace warrant
