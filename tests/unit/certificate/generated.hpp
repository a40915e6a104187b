// Certificates of generated guidelines and records: every operation in every kind of step, disputes, lists, procedures with a
// condition, several candidates. Made by the whole way from a record to the text.
#pragma once

#include "interpreter/certify/certify.hpp"
#include "tests/unit/oracle/guideline_text.hpp"
#include "tests/unit/oracle/records.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace warrant::oracle {

// A guideline and a procedure's condition, generated, on a shelf of their own.
// Invariant: plans and shelf belong to the world.
class GeneratedSection {
public:
    explicit GeneratedSection(Random& random);

    // The certificate of what is found of a generated record; empty where an error decides.
    std::optional<std::string> certificate(Random& random) const;

    // Of the section and of the condition of its procedure.
    bool has_step(const std::function<bool(Op)>& wanted) const;

private:
    CaseRecord record_of_plans(Random& random) const;
    void add_facts(const Plan& plan, const Record& values, Random& random, CaseRecord& record) const;
    Candidate candidate_of(const CaseRecord& record) const;
    Proposal proposal_of(const CaseRecord& record, FindingName finding) const;

    std::unique_ptr<World> world_;
    Shelf shelf_;
    Plan section_;
    Plan condition_;
};

}  // namespace warrant::oracle
