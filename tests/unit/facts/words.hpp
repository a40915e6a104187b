// The words that the tests of cases are written in, and how a test reads a case: a small vocabulary with every kind of fact,
// apart from the standard library so that no change there changes these tests.
#pragma once

#include "dsl/parse.hpp"
#include "interpreter/facts/case.hpp"
#include "interpreter/value/date.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::facts_test {

inline constexpr std::string_view vocabulary_text = R"(library words "Words of the tests of cases"

unit minute, minutes
unit hour, hours = 60 minutes
unit day, days
unit week, weeks = 7 days
unit month, months
unit year, years = 12 months
unit visit, visits
unit session, sessions = 1 visit
unit tablet, tablets
unit percent = 0.01

service work_conditioning "work conditioning" in visits
service work_hardening "work hardening" in sessions
service pain_relief "pain relief" in tablets

type demand_level is sedentary < light < medium < heavy < very_heavy
type route is oral | topical | injected

fact request.service "service requested" : service
fact request.quantity "amount requested" : amount
fact request.frequency "frequency requested" : amount/week
fact request.duration "duration requested" : days
fact request.date "date of the request" : date

fact ur_decision.outcome "outcome of utilization review" : route
fact ur_decision.guideline "guideline that utilization review used" : text

fact worker.age "age of the worker" : years
fact injury.date "date of injury" : date
fact job.demand "physical demand level" : demand_level
fact job.title "title of the job" : text
fact drug.route "route of the drug" : route
fact goal.defined "defined goal" : yes or no
fact recovery.tolerance "time a day the worker can take part" : hours/day
  changes
fact recovery.cleared "cleared for work" : yes or no
  changes
fact program.completed "program completed so far" : weeks
fact program.share "share of the program completed" : number
fact balance.change "change of the balance" : days
  signed

type medication has drug "name of the drug" : text, dose "daily dose" : hours/day, way : route, started : date,
                    helps : yes or no, change : number signed
fact medications "current medications" : list of medication
fact request.parts "parts of what is requested" : list of medication
fact history.visits(service) "visits already had" : visits
fact drug.tried(route) "drug tried" : yes or no
fact diagnosis.code "diagnosis" : code
)";

inline const Vocabulary& vocabulary() {
    static const Vocabulary built = [] {
        SourceMap sources;
        Diagnostics diagnostics;
        const SourceId source = sources.add("words.warrant", std::string(vocabulary_text));
        const ast::Module module = parse_module(sources, source, diagnostics);
        Vocabulary words = declare({&module}, diagnostics);
        EXPECT_EQ(render_text(diagnostics, sources, false), "");
        return words;
    }();
    return built;
}

// A case that was read, with everything that was said of it.
struct Loaded {
    SourceMap sources;
    Diagnostics diagnostics;
    CaseRecord record;

    std::string text() const { return render_text(diagnostics, sources, false); }

    void load(std::string yaml) {
        const SourceId source = sources.add("case.yaml", std::move(yaml));
        record = load_case(sources, source, vocabulary(), diagnostics);
    }
    void set(std::string assignment) {
        const SourceId source = sources.add("--set", std::move(assignment));
        set_fact(record, sources, source, vocabulary(), diagnostics);
    }
    ResolvedFact fact(const std::string& path, std::size_t request = 0) const {
        return resolve(record, request, vocabulary().fact_by_path.at(path), vocabulary());
    }
    // The slug of the only diagnostic; all slugs if there are several.
    std::string slug() const {
        std::string slugs;
        for (const Diagnostic& diagnostic : diagnostics.all()) {
            slugs += (slugs.empty() ? "" : " ") + std::string(diagnostic.kind->slug);
        }
        return slugs;
    }
    // What the first diagnostic points at.
    std::string pointed_at() const { return std::string(sources.slice(diagnostics.all().at(0).span)); }
};

inline const std::string documents =
    "documents:\n  pr1: {kind: pr2, date: 2015-02-26}\n  pr2: {kind: pr2, date: 2015-06-09}\n  undated: {kind: note}\n";

// A case with one request of 2015-06-09 and the given lines under `facts`.
inline std::string case_with(std::string_view facts, std::string_view request = "date: 2015-06-09") {
    const bool none = facts.find_first_not_of(' ') == std::string_view::npos;
    return "case: test\n" + documents + "requests:\n  - {" + std::string(request) + "}\n" +
           (none ? "" : "facts:\n" + std::string(facts) + "\n");
}

inline Loaded read(std::string yaml) {
    Loaded loaded;
    loaded.load(std::move(yaml));
    return loaded;
}

// Reads one fact and expects no mistake.
inline Loaded read_fact(std::string_view line) {
    Loaded loaded = read(case_with("  " + std::string(line)));
    EXPECT_EQ(loaded.text(), "") << line;
    return loaded;
}

inline std::int64_t day(std::string_view date) {
    return parse_date(date)->first;
}
inline constexpr std::int64_t one = micro_per_unit;

inline ValueSet ordered(std::int64_t low, std::int64_t high) {
    return OrderedSet{low, high};
}
inline ValueSet truth(bool can_be_true, bool can_be_false) {
    return TruthSet{can_be_true, can_be_false};
}
inline ValueSet choices(std::initializer_list<std::size_t> values, std::size_t count) {
    ChoiceSet set = all_choices(count);
    set.words.assign(set.words.size(), 0);
    for (const std::size_t value : values) set.words[value / 64] |= std::uint64_t{1} << value % 64;
    return set;
}
inline ValueSet texts(std::initializer_list<std::string> values) {
    return TextSet{false, values};
}

}  // namespace warrant::facts_test
