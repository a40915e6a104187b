// Random well-typed expressions, as text of the language: every operator of language.md section 5, look-ups of tables and
// questions over lists among them, over the vocabulary of world.hpp. It knows sorts and units, not values.
#pragma once

#include "tests/unit/oracle/world.hpp"

#include <string>
#include <vector>

namespace warrant::oracle {

// A definition, or one column of a table: then its parameters are the keys.
struct DefinitionName {
    std::string name;
    Sort result = Sort::truth;
    std::vector<Sort> parameters;
    std::string column;  // of a table
};

bool is_amount(Sort sort);   // a number or a quantity
bool is_ordered(Sort sort);  // that or a date

struct ExpressionHabits {
    bool about_the_record = true;  // `documented` and `known` occur
    bool branches = true;          // `if` and `least of` occur: with these an error may vanish without being decided against
    bool large = true;             // literals occur that overflow when they are multiplied
    bool questions = true;  // questions over lists occur, if branches do: of an element that is not meant an error vanishes
    bool fallible = true;   // divisions and roundings occur that err for some values
};

// Writes expressions with the facts, parameters and definitions that it was given.
class ExpressionWriter {
public:
    ExpressionWriter(Random& random, std::vector<FactName> facts, std::vector<DefinitionName> definitions,
                     ExpressionHabits habits)
        : random_(random), facts_(std::move(facts)), definitions_(std::move(definitions)), habits_(habits) {}
    // For what is asked of the elements of a list, whose fields are readable besides.
    ExpressionWriter(const ExpressionWriter& around, const ListName& list, const std::string& element);

    // In parentheses unless it is a single word or number. `depth`: how many operators deep at most.
    std::string write(Sort sort, int depth);
    // A comparison, group, membership or connective.
    std::string truth(int depth);
    std::string literal(Sort sort);
    // A use of the definition, or a look-up of the table.
    std::string call(const DefinitionName& definition, int depth);

private:
    std::string leaf(Sort sort);
    std::string indexed(Sort sort, int depth);
    std::string compared(int depth);
    std::string member(int depth);
    std::string code_member(int depth);
    Sort some_sort();
    std::string about_the_record();
    std::string joined(std::string_view word, int depth);
    std::string group(int depth);
    std::string amount(Sort sort, int depth);
    std::string special(Sort sort, int depth);
    std::string date(int depth);
    std::string branch(Sort sort, int depth);
    std::string sure(Sort sort, int depth);
    std::string question(Sort sort, int depth);

    Random& random_;
    std::vector<FactName> facts_;  // and parameters
    std::vector<DefinitionName> definitions_;
    ExpressionHabits habits_;
    std::vector<FactName> fields_;  // of the element that is asked of
    int questions_ = 0;             // around this one
};

// A library of definitions, some with parameters, later ones reading earlier ones.
struct DefinitionLibrary {
    std::string text;
    std::vector<DefinitionName> names;
};
DefinitionLibrary random_definitions(Random& random, const ExpressionHabits& habits);

// An expression of `and or not < <= > >=` in which each fact occurs once.
std::string single_use_expression(Random& random, int facts);

}  // namespace warrant::oracle
