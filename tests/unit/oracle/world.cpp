// The vocabulary of the generated texts, and the way from a text to its program and plan.
#include "tests/unit/oracle/world.hpp"

#include "dsl/parse.hpp"
#include "interpreter/plan/lower.hpp"
#include "interpreter/plan/verify.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
// After rapidcheck.h, which it extends.
#include <rapidcheck/detail/Configuration.h>

#include <cstdlib>
#include <iostream>
#include <sstream>

namespace warrant::oracle {
namespace {

constexpr std::string_view small_words = R"(library small "Words for generated expressions"

unit minute, minutes
unit hour, hours = 60 minutes
unit day, days
unit week, weeks = 7 days
unit month, months
unit year, years = 12 months
unit visit, visits
unit session, sessions = 1 visit
unit percent = 0.01

type demand is sedentary < light < medium < heavy
type route is oral | topical | injected

type size is no_element < one_element < two_elements < three_elements
values spine "spine" = "M54.1*", "G54.0".."G54.4"

service therapy "therapy" in visits
)";

struct Declared {
    std::string_view path;
    Sort sort;
    std::string_view type;
};

// Every sort has facts in each of its units, and more than two of them, so that a fact need not occur twice.
constexpr Declared declared_facts[] = {
    {"flag.a", Sort::truth, "yes or no"},
    {"flag.b", Sort::truth, "yes or no"},
    {"flag.c", Sort::truth, "yes or no"},
    {"flag.d", Sort::truth, "yes or no"},
    {"request.departure_documented", Sort::truth, "yes or no"},
    {"score.a", Sort::number, "number"},
    {"score.b", Sort::number, "number signed"},
    {"score.c", Sort::number, "number"},
    {"session_time.a", Sort::clock, "hours"},
    {"session_time.b", Sort::clock, "minutes"},
    {"session_time.c", Sort::clock, "hours signed"},
    {"stay.a", Sort::calendar, "days"},
    {"stay.b", Sort::calendar, "weeks"},
    {"stay.c", Sort::calendar, "days signed"},
    {"request.duration", Sort::calendar, "days"},
    {"age.a", Sort::months, "months"},
    {"age.b", Sort::months, "years"},
    {"age.c", Sort::months, "months signed"},
    {"had.a", Sort::visits, "visits"},
    {"had.b", Sort::visits, "sessions"},
    {"request.quantity", Sort::visits, "amount"},
    {"tolerance.a", Sort::clock_rate, "hours/day"},
    {"tolerance.b", Sort::clock_rate, "minutes/week"},
    {"pace.a", Sort::visit_rate, "visits/week"},
    {"pace.b", Sort::visit_rate, "sessions/day"},
    {"request.frequency", Sort::visit_rate, "amount/week"},
    {"attendance.a", Sort::day_rate, "days/week"},
    {"attendance.b", Sort::day_rate, "days/week"},
    {"on.a", Sort::date, "date"},
    {"on.b", Sort::date, "date"},
    {"on.c", Sort::date, "date"},
    {"job.a", Sort::demand, "demand"},
    {"job.b", Sort::demand, "demand"},
    {"job.c", Sort::demand, "demand"},
    {"way.a", Sort::route, "route"},
    {"way.b", Sort::route, "route"},
    {"way.c", Sort::route, "route"},
    {"word.a", Sort::word, "text"},
    {"word.b", Sort::word, "text"},
    {"icd.a", Sort::code, "code"},
    {"icd.b", Sort::code, "code"},
};

// The fields of the two lists. Of each list and each element that it may have, every field is also a fact by itself, and so is
// the list's size: a record of those facts says what a list holds, and the same generators serve both.
constexpr Declared thing_fields[] = {
    {"flag", Sort::truth, "yes or no"}, {"score", Sort::number, "number signed"},
    {"time", Sort::clock, "minutes"},   {"stay", Sort::calendar, "days"},
    {"had", Sort::visits, "visits"},    {"on", Sort::date, "date"},
    {"job", Sort::demand, "demand"},    {"way", Sort::route, "route"},
    {"word", Sort::word, "text"},
};
constexpr Declared other_fields[] = {
    {"flag", Sort::truth, "yes or no"},
    {"stay", Sort::calendar, "days signed"},
    {"on", Sort::date, "date"},
};

template <std::size_t count>
std::string list_text(const std::string& list, const Declared (&fields)[count]) {
    std::string text = "\ntype " + list + "_element has ";
    std::string facts = "\nfact " + list + " \"the list " + list + "\" : list of " + list + "_element";
    facts += "\nfact " + list + "_size.n \"its size\" : size";
    for (const Declared& field : fields) {
        const std::string name(field.path);
        text += (&field == fields ? "" : ", ") + name + " : " + std::string(field.type);
        for (std::size_t element = 1; element <= most_elements; ++element) {
            facts +=
                "\nfact " + list + "_" + std::to_string(element) + "." + name + " \"a field\" : " + std::string(field.type);
        }
    }
    return text + facts;
}

// One fact for each value of a choice.
struct DeclaredIndexed {
    std::string_view path;
    Sort index;
    Sort sort;
    std::string_view type;
};
constexpr DeclaredIndexed indexed_facts[] = {
    {"given", Sort::route, Sort::truth, "yes or no"}, {"tried", Sort::demand, Sort::visits, "visits"},
    {"since", Sort::route, Sort::date, "date"},       {"best", Sort::demand, Sort::route, "route"},
    {"noted", Sort::route, Sort::word, "text"},       {"coded", Sort::demand, Sort::code, "code"},
};

std::vector<std::string_view> values_of(Sort index) {
    if (index == Sort::demand) return {"sedentary", "light", "medium", "heavy"};
    return {"oral", "topical", "injected"};
}

std::string vocabulary_text() {
    std::string text(small_words);
    text += list_text("things", thing_fields) + list_text("others", other_fields);
    for (const Declared& fact : declared_facts) {
        text += "\nfact " + std::string(fact.path) + " \"the fact " + std::string(fact.path) + "\" : " + std::string(fact.type);
    }
    for (const DeclaredIndexed& fact : indexed_facts) {
        text += "\nfact " + std::string(fact.path) + (fact.index == Sort::demand ? "(demand)" : "(route)") + " \"the fact " +
                std::string(fact.path) + "\" : " + std::string(fact.type);
    }
    return text + "\n";
}

void refuse(const std::string& text, const std::string& why) {
    std::cerr << "a generated text has a mistake:\n" << text << "\n" << why << std::endl;
    std::abort();
}

// Runs repeat unless RC_PARAMS says otherwise. RapidCheck reads the variable when it is first used.
const bool seeded = [] {
    setenv("RC_PARAMS", "seed=20150619 noshrink=1", 0);
    return true;
}();

Plan verified(Plan plan, const Diagnostics& diagnostics, const Program& program, const std::string& text) {
    std::string problems;
    for (const Diagnostic& diagnostic : diagnostics.all()) problems += diagnostic.message + "\n";
    for (const std::string& problem : verify(plan, *program.vocabulary)) problems += problem + "\n";
    if (!problems.empty()) refuse(text, problems);
    return plan;
}

}  // namespace

const std::vector<FactName>& all_facts() {
    static const std::vector<FactName> facts = [] {
        std::vector<FactName> all;
        for (const Declared& fact : declared_facts) {
            std::string unit(fact.type.substr(0, fact.type.find(' ')));
            if (unit.starts_with("amount")) unit.replace(0, 6, "visits");
            if (finest_unit(fact.sort).empty()) unit.clear();
            all.push_back({std::string(fact.path), fact.sort, unit});
        }
        for (const DeclaredIndexed& fact : indexed_facts) {
            const std::string unit(finest_unit(fact.sort).empty() ? "" : fact.type);
            for (const std::string_view value : values_of(fact.index)) {
                all.push_back({std::string(fact.path) + "(" + std::string(value) + ")", fact.sort, unit});
            }
        }
        return all;
    }();
    return facts;
}

const std::vector<ListName>& all_lists() {
    static const std::vector<ListName> lists = [] {
        std::vector<ListName> all{{"things", {}}, {"others", {}}};
        for (const Declared& field : thing_fields) all[0].fields.push_back({std::string(field.path), field.sort, {}});
        for (const Declared& field : other_fields) all[1].fields.push_back({std::string(field.path), field.sort, {}});
        return all;
    }();
    return lists;
}

FactId size_fact(const Vocabulary& vocabulary, FactId list) {
    return vocabulary.fact_by_path.at(vocabulary.fact(list).path + "_size.n");
}

FactId element_fact(const Vocabulary& vocabulary, FactId list, std::size_t element, std::uint32_t field) {
    return vocabulary.fact_by_path.at(vocabulary.fact(list).path + "_" + std::to_string(element + 1) + "." +
                                      vocabulary.field(list, field).name);
}

std::vector<FactName> facts_of(Sort sort) {
    std::vector<FactName> found;
    for (const FactName& fact : all_facts()) {
        if (fact.sort == sort) found.push_back(fact);
    }
    return found;
}

const std::vector<IndexedName>& all_indexed_facts() {
    static const std::vector<IndexedName> facts = [] {
        std::vector<IndexedName> all;
        for (const DeclaredIndexed& fact : indexed_facts) all.push_back({std::string(fact.path), fact.index, fact.sort});
        return all;
    }();
    return facts;
}

std::string_view finest_unit(Sort sort) {
    switch (sort) {
        case Sort::clock:
            return "minutes";
        case Sort::calendar:
            return "days";
        case Sort::months:
            return "months";
        case Sort::visits:
            return "visits";
        case Sort::clock_rate:
            return "minutes/week";
        case Sort::visit_rate:
            return "visits/week";
        case Sort::day_rate:
            return "days/week";
        case Sort::truth:
        case Sort::number:
        case Sort::date:
        case Sort::demand:
        case Sort::route:
        case Sort::word:
        case Sort::code:
            break;
    }
    return {};
}

World::World(const std::string& definitions) {
    vocabulary_modules_.push_back(&add("small", vocabulary_text(), false));
    if (!definitions.empty()) vocabulary_modules_.push_back(&add("definitions", definitions, false));
    Diagnostics diagnostics;
    vocabulary_ = declare(vocabulary_modules_, diagnostics);
    for (const ast::Module* module : vocabulary_modules_) check(vocabulary_, vocabulary_modules_, {}, *module, diagnostics);
    if (!diagnostics.all().empty()) refuse(definitions, render_text(diagnostics, sources_, false));
}

const ast::Module& World::add(const std::string& name, const std::string& text, bool lone_expression) {
    const SourceId source = sources_.add(name, text);
    Diagnostics diagnostics;
    modules_.push_back(lone_expression ? parse_expression(sources_, source, diagnostics)
                                       : parse_module(sources_, source, diagnostics));
    if (!diagnostics.all().empty() || !modules_.back().complete) refuse(text, render_text(diagnostics, sources_, false));
    return modules_.back();
}

Program World::expression(const std::string& text) {
    Diagnostics diagnostics;
    Program program = check_expression(vocabulary_, vocabulary_modules_, {}, add("expression", text, true), diagnostics);
    if (!diagnostics.all().empty()) refuse(text, render_text(diagnostics, sources_, false));
    return program;
}

Program World::guideline(const std::string& text) {
    Diagnostics diagnostics;
    Program program = check(vocabulary_, vocabulary_modules_, {}, add("guideline", text, false), diagnostics);
    if (!diagnostics.all().empty()) refuse(text, render_text(diagnostics, sources_, false));
    return program;
}

FactId World::fact(std::string_view path) const {
    return vocabulary_.fact_by_path.at(std::string(path));
}

Plan plan_of_expression(const Program& program, const std::string& text) {
    Diagnostics diagnostics;
    Plan plan = lower_expression(program, diagnostics);
    return verified(std::move(plan), diagnostics, program, text);
}

Plan plan_of_guideline(const Program& program, const std::string& text) {
    Diagnostics diagnostics;
    Plan plan = lower_guideline(program, diagnostics);
    return verified(std::move(plan), diagnostics, program, text);
}

void for_seeds(const std::string& name, int count, const std::function<std::string(Random)>& property) {
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = count;
    rc::detail::TestMetadata metadata;
    metadata.id = name;
    metadata.description = name;
    const auto testable = [&] {
        // Of full size from the first run on, so that no two runs share a seed.
        const auto seed = *rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint64_t>()));
        const std::string wrong = property(Random{seed});
        if (!wrong.empty()) RC_FAIL(wrong);
    };
    const auto result = rc::detail::checkTestable(testable, metadata, params);
    if (result.template is<rc::detail::SuccessResult>()) return;
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    ADD_FAILURE() << name << ": " << message.str();
}

}  // namespace warrant::oracle
