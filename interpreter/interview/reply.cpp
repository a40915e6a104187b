// Words are told from answers by the question alone, so that a script sees what a person would.
#include "interpreter/interview/reply.hpp"

#include "interpreter/facts/reading.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace warrant {
namespace {

constexpr std::array<std::pair<std::string_view, Reply>, 5> words = {
    {{"?", Reply::help}, {"help", Reply::help}, {"why", Reply::why}, {"back", Reply::back}, {"quit", Reply::quit}}};

}  // namespace

Reply reply_in(std::string_view line, const Question& question) {
    std::string_view word = facts::trimmed(line);
    if (word.empty()) return Reply::leave_out;
    const bool is_marked = word.front() == ':';
    if (is_marked) word.remove_prefix(1);
    const bool is_value = std::find(question.choices.begin(), question.choices.end(), word) != question.choices.end();
    const auto found = std::find_if(words.begin(), words.end(), [word](const auto& known) { return known.first == word; });
    if (found != words.end() && (is_marked || !is_value)) return found->second;
    return is_marked ? Reply::no_such_word : Reply::answer;
}

}  // namespace warrant
