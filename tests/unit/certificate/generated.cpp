// A generated record as a case: every value stated by one document or several, lists by their elements.
#include "tests/unit/certificate/generated.hpp"

#include "interpreter/certificate/write.hpp"
#include "interpreter/find/governs.hpp"
#include "tests/unit/oracle/table_text.hpp"

#include <algorithm>

namespace warrant::oracle {
namespace {

ast::ProposalRow row_for(FindingName finding) {
    ast::ProposalRow row;
    row.finding = finding;
    row.outcome.text = finding == FindingName::supported ? "granted" : "refused";
    row.decider = ast::ProposalRow::Decider::physician;
    return row;
}

ast::Module procedure_tree(SourceId source) {
    ast::Module tree;
    tree.source = source;
    tree.header.kind = ast::ModuleKind::procedure;
    ast::Proposes proposes;
    for (const FindingName finding : {FindingName::supported, FindingName::partly_supported, FindingName::not_supported,
                                      FindingName::undetermined, FindingName::not_addressed})
        proposes.rows.push_back(row_for(finding));
    tree.decls.push_back({{}, {}, proposes});
    return tree;
}

Statement stated(const ValueSet& value, std::uint32_t document) {
    Statement statement;
    statement.value = value;
    statement.as_written = "as \"written\" \\ there\t\xC3\xA9";
    statement.document = document;
    statement.page = "3";
    return statement;
}

// What the record allows, said by one document; or by another too that says less, or something else.
void state(const Vocabulary& words, FactId fact, const ValueSet& value, Random& random, FactEntry& entry) {
    entry.state = FactState::stated;
    entry.statements.push_back(stated(value, 0));
    if (!random.chance(20)) return;
    entry.statements.push_back(stated(narrowed(words, fact, value, random), 1));
    if (random.chance(30)) entry.statements.push_back(stated(narrowed(words, fact, value, random), 0));
    if (random.chance(20)) entry.preferred = 1;
}

}  // namespace

GeneratedSection::GeneratedSection(Random& random) {
    const TableLibrary library = random_tables(random);
    world_ = std::make_unique<World>(library.text);
    GuidelineHabits habits;
    habits.tables = library.names;
    habits.silent_tables = library.silent;
    habits.errors = random.chance(20) ? 5 : 0;
    const std::string text = random_guideline(random, habits);
    const Program program = world_->guideline(text);
    section_ = plan_of_guideline(program, text);
    ExpressionHabits about;
    about.large = random.chance(20);
    std::string condition = ExpressionWriter(random, all_facts(), library.names, about).truth(3);
    const Program expression = world_->expression(condition);
    condition_ = plan_of_expression(expression, condition);

    shelf_.vocabulary = world_->vocabulary();
    shelf_.vocabulary.outcomes = {{"granted", "it is granted", {}}, {"refused", "it is not granted", {}}};
    shelf_.vocabulary.outcome_by_name = {{"granted", 0}, {"refused", 1}};
    ShelfModule& section = shelf_.modules.emplace_back();
    section.name = "generated.section";
    section.edition = "1";
    section.tree.source = program.root_tree().source;
    section.tree.header.kind = ast::ModuleKind::guideline;
    ShelfModule& procedure = shelf_.modules.emplace_back();
    procedure.name = "generated";
    procedure.tree = procedure_tree(expression.root_tree().source);
}

// The facts of one plan, where no other plan's were the same.
void GeneratedSection::add_facts(const Plan& plan, const Record& values, Random& random, CaseRecord& record) const {
    const Vocabulary& words = shelf_.vocabulary;
    const auto is_known = [&](FactId fact) {
        const auto is_it = [&](const FactEntry& entry) { return entry.fact == fact; };
        return std::any_of(record.facts.begin(), record.facts.end(), is_it) ||
               std::any_of(record.requests[0].facts.begin(), record.requests[0].facts.end(), is_it);
    };
    for (const FactSlot& slot : plan.slots) {
        if (values.absent[slot.fact.index] || is_known(slot.fact)) continue;
        FactEntry entry;
        entry.fact = slot.fact;
        entry.type = slot.type;
        if (random.chance(3)) {
            entry.state = FactState::not_found;
            entry.searched = {1};
        } else {
            state(words, slot.fact, values.sets[slot.fact.index], random, entry);
        }
        const bool of_request = words.fact(slot.fact).scope == FactScope::request;
        (of_request ? record.requests[0].facts : record.facts).push_back(std::move(entry));
    }
}

CaseRecord GeneratedSection::record_of_plans(Random& random) const {
    const Vocabulary& words = shelf_.vocabulary;
    const Record values = random_record(words, random, {});
    CaseRecord record;
    record.id = "generated";
    record.source = SourceId{0};
    record.requests.emplace_back();
    record.documents.resize(2);
    record.documents[0].id = "first";
    record.documents[1].id = "second";
    record.documents[1].date = OrderedSet{16000, 16010};
    add_facts(section_, values, random, record);
    add_facts(condition_, values, random, record);
    for (const ListName& name : all_lists()) {
        const FactId list = world_->fact(name.path);
        const auto& sizes = std::get<ChoiceSet>(values.sets[size_fact(words, list).index]);
        FactEntry entry;
        entry.fact = list;
        entry.type = words.fact(list).type;
        entry.state = FactState::stated;
        entry.complete = count_choices(sizes) == 1;
        std::size_t least = 0;
        while (!contains(sizes, least)) ++least;
        for (std::size_t element = 0; element < least; ++element) {
            ListElement& added = entry.elements.emplace_back();
            for (std::uint32_t field = 0; field < name.fields.size(); ++field) {
                const FactId fact = element_fact(words, list, element, field);
                if (values.absent[fact.index]) continue;
                FactEntry of_field;
                of_field.fact = list;
                of_field.type = words.field(list, field).type;
                state(words, fact, values.sets[fact.index], random, of_field);
                added.fields.push_back({field, std::move(of_field)});
            }
        }
        if (!random.chance(10)) record.facts.push_back(std::move(entry));
    }
    return record;
}

Candidate GeneratedSection::candidate_of(const CaseRecord& record) const {
    Candidate candidate;
    candidate.guideline = &shelf_.modules[0];
    candidate.plan = section_;
    candidate.facts = std::make_unique<FactColumns>(columns_of(record, 0, read_by(candidate.plan), shelf_.vocabulary));
    candidate.values = std::make_unique<Values>(candidate.plan, shelf_.vocabulary, 1);
    evaluate(candidate.plan, *candidate.facts, 0, 1, *candidate.values);
    candidate.finding = find_row(candidate.plan, *candidate.values, 0);
    return candidate;
}

Proposal GeneratedSection::proposal_of(const CaseRecord& record, FindingName finding) const {
    Proposal proposal;
    proposal.procedure_known = true;
    proposal.procedure = &shelf_.modules[1];
    proposal.eligibility_plan = condition_;
    proposal.eligibility_facts = std::make_unique<FactColumns>(columns_of(record, 0, read_by(condition_), shelf_.vocabulary));
    proposal.eligibility_values = std::make_unique<Values>(proposal.eligibility_plan, shelf_.vocabulary, 1);
    evaluate(proposal.eligibility_plan, *proposal.eligibility_facts, 0, 1, *proposal.eligibility_values);
    const StepId result = condition_.result;
    proposal.eligibility = Eligibility::not_shown;
    if (bit(proposal.eligibility_values->surely_true(result), 0)) proposal.eligibility = Eligibility::eligible;
    if (bit(proposal.eligibility_values->surely_false(result), 0)) proposal.eligibility = Eligibility::not_eligible;
    if (proposal.eligibility != Eligibility::not_eligible) proposal.outcome = finding == FindingName::supported ? 0 : 1;
    return proposal;
}

bool GeneratedSection::has_step(const std::function<bool(Op)>& wanted) const {
    const auto is_wanted = [&](const Step& step) { return wanted(step.op); };
    return std::any_of(section_.steps.begin(), section_.steps.end(), is_wanted) ||
           std::any_of(condition_.steps.begin(), condition_.steps.end(), is_wanted);
}

std::optional<std::string> GeneratedSection::certificate(Random& random) const {
    const CaseRecord record = record_of_plans(random);
    Review review;
    RequestReview& request = review.requests.emplace_back();
    request.candidates.push_back(candidate_of(record));
    if (request.candidates[0].finding.error) return std::nullopt;
    request.finding = request.candidates[0].finding.finding;
    if (random.chance(15)) {
        Candidate& silent = request.candidates.emplace_back();
        silent.reason.ground = EditionGround::none_in_force;
        silent.finding.finding = silent.finding.as_far_as_encoded = FindingName::not_addressed;
    }
    if (random.chance(15)) request.candidates.push_back(candidate_of(record));
    const bool same = std::all_of(request.candidates.begin() + 1, request.candidates.end(), [&](const Candidate& other) {
        return same_answer(shelf_.vocabulary, request.candidates[0], other);
    });
    const bool all_undetermined = std::all_of(request.candidates.begin(), request.candidates.end(), [](const Candidate& other) {
        return other.finding.finding == FindingName::undetermined;
    });
    if (!same) request.finding = FindingName::undetermined;
    request.disagree = !same && !all_undetermined;
    request.proposal = proposal_of(record, request.finding);
    const ReviewOptions options;
    return certificates::print_certificate(certify(review, {record, shelf_, world_->sources(), options}));
}

}  // namespace warrant::oracle
