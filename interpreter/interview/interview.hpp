// An interview about one case: which fact is asked for next, what an answer makes of the case, the way back, and the text of
// the case as answered. It touches no stream; it decides nothing but what to ask.
#pragma once

#include "interpreter/facts/stated_facts.hpp"
#include "interpreter/find/review.hpp"
#include "interpreter/interview/question.hpp"
#include "interpreter/justify/justification.hpp"

#include <optional>
#include <string>
#include <vector>

namespace warrant {

// Why nothing more is asked.
enum class InterviewEnd {
    decided,      // every finding is
    whatever,     // what is open would change no finding
    nothing_left  // what would matter was left out, or is unknown
};

// Where an interview begins.
struct InterviewCase {
    SourceId text;
    // Of a case that the interview begins: the services that it may be for, by name. What the request says is asked first.
    std::vector<std::string> services;
    bool is_new = false;
};

// Invariant: the case with every reply taken so far has no mistake, and `question_` is the one that comes next.
class Interview {
public:
    // Empty, and it was reported, if the case has a mistake.
    static std::optional<Interview> begin(const Shelf& shelf, SourceMap& sources, InterviewCase from, ReviewOptions options,
                                          Diagnostics& diagnostics);

    // Null: nothing more is asked.
    const Question* question() const { return question_ ? &*question_ : nullptr; }
    InterviewEnd end() const { return end_; }

    // Takes the answer to the question. Returns what is wrong with it; with an error nothing has changed.
    Diagnostics answer(std::string text);
    // Leaves the fact out; it is not asked for again.
    void skip();
    // Takes the last reply back, so that its question comes next. False: there is none.
    bool back();
    // How many questions were replied to.
    std::size_t replies() const { return replies_.size(); }

    // What is found of the case so far, with what was reported of it.
    const Justification& justification() const { return state_.justification; }
    const Diagnostics& diagnostics() const { return state_.diagnostics; }
    // The case as answered so far: its text with the answers in it, and all else as it was.
    std::string case_text() const;

private:
    // What the case comes to.
    struct State {
        Diagnostics diagnostics;
        CaseRecord record;
        Review review;
        Justification justification;
    };
    struct Replied {
        AskedFact asked;
        std::optional<facts::StatedFact> stated;  // unset: left out
    };

    Interview(const Shelf& shelf, SourceMap& sources, InterviewCase from, ReviewOptions options)
        : shelf_(&shelf), sources_(&sources), from_(std::move(from)), options_(std::move(options)) {}

    State state_of() const;
    std::vector<facts::StatedFact> stated() const;
    void go_on();
    bool is_closed(const AskedFact& asked) const;

    const Shelf* shelf_;
    SourceMap* sources_;
    InterviewCase from_;
    ReviewOptions options_;
    facts::Node root_;
    std::vector<Replied> replies_;
    State state_;
    std::optional<Question> question_;
    InterviewEnd end_ = InterviewEnd::decided;
};

}  // namespace warrant
