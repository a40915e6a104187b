// Each step of the way calls the room that does it; nothing is decided here.
#include "interpreter/session.hpp"

#include "dsl/parse.hpp"
#include "interpreter/certificate/write.hpp"
#include "interpreter/certify/certify.hpp"
#include "interpreter/check/print_value.hpp"
#include "interpreter/check/program.hpp"
#include "interpreter/evaluate/evaluate.hpp"
#include "interpreter/interview/start_case.hpp"
#include "interpreter/kinds.hpp"
#include "interpreter/plan/lower.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace warrant {

Shelf load_shelf(std::vector<ModuleText> texts, SourceMap& sources, Diagnostics& diagnostics) {
    std::vector<ShelfText> shelf_texts;
    for (ModuleText& text : texts) {
        const SourceId source = sources.add(std::move(text.name), std::move(text.text));
        shelf_texts.push_back({source, text.standard, text.replaces});
    }
    return make_shelf(sources, shelf_texts, diagnostics);
}

CaseRecord read_case(std::string name, std::string text, const std::vector<Assignment>& assignments, const Shelf& shelf,
                     SourceMap& sources, Diagnostics& diagnostics) {
    const SourceId source = sources.add(std::move(name), std::move(text));
    CaseRecord record = load_case(sources, source, shelf.vocabulary, diagnostics);
    if (!diagnostics.ok()) return record;
    for (const Assignment& assignment : assignments) {
        set_fact(record, sources, sources.add(assignment.name, assignment.text), shelf.vocabulary, diagnostics);
    }
    return record;
}

std::optional<Justification> review_case(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options,
                                         Diagnostics& diagnostics) {
    const Review found = review(shelf, record, options, diagnostics);
    if (found.requests.empty()) return std::nullopt;
    return justify(found, record, shelf);
}

std::vector<MissingRequest> missing_in_case(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options) {
    Diagnostics reported_before;
    return view_missing(review(shelf, record, options, reported_before), record, shelf);
}

std::vector<WhyNotRequest> why_not_in_case(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options,
                                           FindingName finding) {
    Diagnostics reported_before;
    return view_why_not(review(shelf, record, options, reported_before), record, shelf, finding);
}

std::optional<Interview> interview_about(std::string name, std::string text, const Shelf& shelf, const ReviewOptions& options,
                                         SourceMap& sources, Diagnostics& diagnostics) {
    const SourceId source = sources.add(std::move(name), std::move(text));
    return Interview::begin(shelf, sources, {source, {}, false}, options, diagnostics);
}

std::optional<Interview> interview_for_new_case(const std::string& case_id, const Shelf& shelf, const ReviewOptions& options,
                                                SourceMap& sources, Diagnostics& diagnostics) {
    StartedCase started = start_case(case_id, shelf, options);
    const SourceId source = sources.add("the new case", std::move(started.text));
    return Interview::begin(shelf, sources, {source, std::move(started.services), true}, options, diagnostics);
}

std::vector<CaseRecord> read_cases(std::string name, std::string text, const Shelf& shelf, SourceMap& sources,
                                   Diagnostics& diagnostics) {
    return load_cases(sources, sources.add(std::move(name), std::move(text)), shelf, diagnostics);
}

std::optional<std::string> certify_case(const Shelf& shelf, const CaseRecord& record, const ReviewOptions& options,
                                        const SourceMap& sources, Diagnostics& diagnostics) {
    if (record.hypothetical) return std::nullopt;
    const Review found = review(shelf, record, options, diagnostics);
    if (found.requests.empty() || !diagnostics.ok()) return std::nullopt;
    return certificates::print_certificate(certify(found, {record, shelf, sources, options}));
}

std::optional<std::string> certify_again(const certificates::Options& options, const Shelf& shelf, const CaseRecord& record,
                                         const SourceMap& sources, Diagnostics& diagnostics) {
    return certify_case(shelf, record, review_options(options), sources, diagnostics);
}

std::optional<Suite> read_suite(std::string name, std::string text, const Shelf& shelf, SourceMap& sources,
                                Diagnostics& diagnostics) {
    const SourceId source = sources.add(std::move(name), std::move(text));
    return load_suite(sources, source, shelf, diagnostics);
}

namespace {

const ShelfModule* latest_edition(const Shelf& shelf, const std::string& name) {
    const std::vector<const ShelfModule*> editions = editions_of(shelf, name);
    return editions.empty() ? nullptr : editions.back();
}

const ShelfModule* module_used(const Shelf& shelf, const ast::Use& use) {
    if (!use.edition) return latest_edition(shelf, use.module.text);
    for (const ShelfModule* module : editions_of(shelf, use.module.text)) {
        if (module->edition == use.edition->text) return module;
    }
    return nullptr;
}

// The modules named and all that they use, each once. A name that nobody has is reported; those within modules are the business
// of checking these modules.
std::vector<const ast::Module*> modules_used(const Shelf& shelf, const std::vector<std::string>& uses,
                                             Diagnostics& diagnostics) {
    std::vector<const ast::Module*> used;
    const auto add = [&used](const ShelfModule* module) {
        if (module != nullptr && std::find(used.begin(), used.end(), &module->tree) == used.end())
            used.push_back(&module->tree);
    };
    for (const std::string& name : uses) {
        const ShelfModule* module = latest_edition(shelf, name);
        add(module);
        if (module != nullptr) continue;
        std::vector<std::string_view> known;
        for (const ShelfModule& other : shelf.modules) known.push_back(other.name);
        const std::string_view near = nearest_name(name, known);
        diagnostics.report_unlocated(kinds::unknown_module, fmt::format("no module `{}` is on the shelf", name),
                                     near.empty() ? "give the name that its file begins with, such as mtus.work_hardening"
                                                  : fmt::format("did you mean `{}`?", near));
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        for (const ast::Decl& declaration : used[i]->decls) {
            if (const auto* use = std::get_if<ast::Use>(&declaration.kind)) add(module_used(shelf, *use));
        }
    }
    return used;
}

// Operands stand before what reads them, so the first step without a value is where the error began.
void report_no_value(const Plan& plan, const Values& values, Diagnostics& diagnostics) {
    for (std::uint32_t i = 0; i < plan.steps.size(); ++i) {
        bool error = false;
        for (std::size_t row = 0; row < values.rows(plan.steps[i].space); ++row)
            error = error || values.is_error(StepId{i}, row);
        if (!error) continue;
        diagnostics.report(kinds::error_in_case, plan.steps[i].span,
                           "this has no value: it divides by zero, is too large, or leaves the calendar",
                           "check the values that it is computed from");
        return;
    }
}

}  // namespace

std::optional<ExpressionResult> evaluate_expression(SourceId expression, const std::vector<std::string>& uses,
                                                    const Shelf& shelf, const CaseRecord* record, const SourceMap& sources,
                                                    Diagnostics& diagnostics) {
    const std::size_t errors_before = diagnostics.errors();
    const std::vector<const ast::Module*> used = modules_used(shelf, uses, diagnostics);
    const ast::Module tree = parse_expression(sources, expression, diagnostics);
    if (diagnostics.errors() > errors_before) return std::nullopt;
    const Program program = check_expression(shelf.vocabulary, shelf.vocabulary_modules, used, tree, diagnostics);
    if (diagnostics.errors() > errors_before) return std::nullopt;
    const Plan plan = lower_expression(program, diagnostics);
    if (diagnostics.errors() > errors_before) return std::nullopt;

    CaseRecord nothing_known;
    nothing_known.requests.emplace_back();
    const FactColumns columns = columns_of(record != nullptr ? *record : nothing_known, 0, read_by(plan), shelf.vocabulary);
    Values values(plan, shelf.vocabulary, 1);
    evaluate(plan, columns, 0, 1, values);
    if (values.is_error(plan.result, 0)) {
        report_no_value(plan, values, diagnostics);
        return std::nullopt;
    }
    const Type& type = plan.step(plan.result).type;
    return ExpressionResult{print_set(shelf.vocabulary, type, values.at(plan.result, 0)), print_type(shelf.vocabulary, type)};
}

std::optional<Plan> plan_of_module(const Shelf& shelf, const ShelfModule& module, Diagnostics& diagnostics) {
    const std::size_t errors_before = diagnostics.errors();
    const Program program = check_module(shelf, module, diagnostics);
    if (diagnostics.errors() > errors_before) return std::nullopt;
    std::optional<Plan> plan;
    switch (module.tree.header.kind) {
        case ast::ModuleKind::guideline:
            plan = lower_guideline(program, diagnostics);
            break;
        case ast::ModuleKind::procedure:
            plan = lower_eligibility(program, diagnostics);
            break;
        case ast::ModuleKind::library:
            break;
    }
    if (diagnostics.errors() > errors_before) return std::nullopt;
    return plan;
}

}  // namespace warrant
