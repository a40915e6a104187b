// A small world for generated texts: the vocabulary they are written over, and parsing, checking and lowering of a text with
// the promise that nothing is wrong with it. It generates nothing.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/source.hpp"
#include "interpreter/check/program.hpp"
#include "interpreter/check/vocabulary.hpp"
#include "interpreter/plan/plan.hpp"
#include "tests/unit/oracle/random.hpp"

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::oracle {

// What an expression is, as far as a generator must know: expressions of one sort may be compared and added whatever their
// units.
enum class Sort {
    truth,
    number,
    clock,       // hours, minutes
    calendar,    // days, weeks
    months,      // months, years
    visits,      // visits, sessions
    clock_rate,  // hours/day
    visit_rate,  // visits/week
    day_rate,    // days/week
    date,
    demand,  // an ordered choice of four
    route,   // an unordered choice of three
    word,    // text
    code,    // a code
};

struct FactName {
    std::string path;
    Sort sort = Sort::truth;
    std::string unit;  // that it is stated in; empty for facts without
};

// A fact for each value of a choice.
struct IndexedName {
    std::string path;
    Sort index = Sort::route;
    Sort sort = Sort::truth;
};

// The facts of the vocabulary, several of each sort; of the indexed ones each by itself: `given(oral)`.
const std::vector<FactName>& all_facts();
std::vector<FactName> facts_of(Sort sort);

// A list fact with its fields, their paths without the element's name.
struct ListName {
    std::string path;
    std::vector<FactName> fields;
};
const std::vector<ListName>& all_lists();
// Elements that a list of a record may have.
inline constexpr std::size_t most_elements = 3;
// The facts that stand for a list in a record: its size, as the number of a choice, and each field of each element that it may
// have. A list that may be of several sizes is open.
FactId size_fact(const Vocabulary& vocabulary, FactId list);
FactId element_fact(const Vocabulary& vocabulary, FactId list, std::size_t element, std::uint32_t field);

const std::vector<IndexedName>& all_indexed_facts();
// A unit that every expression of a sort with units converts into without rounding; empty for the others.
std::string_view finest_unit(Sort sort);

// Invariant: the modules and the vocabulary stay where they are, because programs point to them.
class World {
public:
    // The vocabulary, and (if not empty) one library of generated definitions.
    explicit World(const std::string& definitions = {});
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    // A generated text that does not parse or check is a mistake of the generator: the run ends, showing the text.
    Program expression(const std::string& text);
    Program guideline(const std::string& text);
    const Vocabulary& vocabulary() const { return vocabulary_; }
    const SourceMap& sources() const { return sources_; }
    FactId fact(std::string_view path) const;

private:
    const ast::Module& add(const std::string& name, const std::string& text, bool lone_expression);

    SourceMap sources_;
    std::deque<ast::Module> modules_;
    std::vector<const ast::Module*> vocabulary_modules_;
    Vocabulary vocabulary_;
};

// Plans, with the same promise.
Plan plan_of_expression(const Program& program, const std::string& text);
Plan plan_of_guideline(const Program& program, const std::string& text);

// Runs a property for `count` seeds that RapidCheck chooses (by RC_PARAMS; without it always the same ones). The property
// returns what is wrong, or an empty text.
void for_seeds(const std::string& name, int count, const std::function<std::string(Random)>& property);

}  // namespace warrant::oracle
