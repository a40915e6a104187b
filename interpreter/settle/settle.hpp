// Which facts would settle a finding: for each decided finding the smallest sets of open facts of which some values give it
// whatever the other open facts are; the open facts that cannot matter; and a finding that is the same whatever they are. It
// speaks of completions (every open fact has one value), not of sets as the evaluator does, so `x or not x` holds here.
#pragma once

#include "interpreter/facts/columns.hpp"
#include "interpreter/find/finding.hpp"
#include "interpreter/plan/plan.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace warrant {

// What is open in a case: a fact, or a truth that several facts share in such a way that their values cannot be told apart one
// by one (two amounts of which neither is known are compared; a list may hold more).
struct OpenThing {
    enum class Kind { fact, question };
    Kind kind = Kind::fact;
    std::size_t slot = 0;       // of a fact
    StepId question;            // the step of the plan whose truth is asked
    bool whole = true;          // of a question: the truth of that step itself; false: what it comes to in some cases
    std::vector<FactId> facts;  // the fact; those that the question joins
    // Of a fact the sets of values that neither the guideline nor the record tells apart, in ascending order; a text set of
    // `any` stands for every other text. Of a question yes, then no.
    std::vector<ValueSet> regions;
    std::vector<bool> recorded;  // by region: the record allows it
};

// By region of one thing: whether it may lie there.
using Allowed = std::vector<bool>;

struct SettlingSet {
    std::vector<std::uint32_t> things;  // ascending, by index in Settlement::things
    std::vector<Allowed> allowed;       // of each of them the regions that it has in some way
    // Ways to settle it, each with the regions of every thing; any combination of one way does. One way: any combination of
    // what is allowed does.
    std::vector<std::vector<Allowed>> ways;
    bool all_ways = true;  // false: there are more than are listed
};

struct FindingSets {
    FindingName finding = FindingName::supported;
    std::vector<SettlingSet> sets;  // the smaller ones first; never empty
    bool all_sets = true;           // false: there are more than are listed
};

struct Settlement {
    std::vector<OpenThing> things;
    std::vector<FindingSets> findings;    // the decided findings that are possible
    std::vector<FactId> relevant;         // open facts, each once: for some values of the others, its value changes the finding
    std::vector<FactId> irrelevant;       // the other open facts: whatever they are, they change nothing
    std::optional<FindingName> whatever;  // every completion gives this one
    // False: a question joins facts, or values were only sampled. What is said of the facts is then true of the questions.
    bool exact = true;
    bool complete = true;  // false: a bound on work was reached; then nothing is said of sets
};

// A section that is encoded in part finds nothing in favour of a request, and is not silent of one. Settled as if what is
// encoded were the whole, it says what the facts come to as far as that goes.
bool is_partial(const Plan& plan);
Plan as_encoded(const Plan& plan);

// `facts` holds one case. A fact that is absent and assumed is not open; nor is one without meaning in this case.
Settlement settle(const Plan& plan, const FactColumns& facts, const Vocabulary& vocabulary);

}  // namespace warrant
