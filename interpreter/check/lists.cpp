// Questions over the elements of a list: which list, what its elements are called, and the fields that are read of them.
#include "interpreter/check/checker.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

constexpr Type truth_type{TypeKind::truth, {}, {}, {}};
constexpr Type number_type{TypeKind::number, {}, {}, {}};

std::string_view first_segment(std::string_view name) {
    return name.substr(0, name.find('.'));
}

const ElementFrame* frame_of(const ExprContext& context, std::string_view variable) {
    const ElementFrame* frame = context.elements;
    while (frame != nullptr && frame->variable != variable) frame = frame->outer;
    return frame;
}

// The list fact that a question is about; unset, and reported, when the name is of something else.
FactId list_of(Checker& checker, const ExprContext& context, const ast::Element& element) {
    const Vocabulary& words = checker.words();
    const auto found = words.fact_by_path.find(element.list.text);
    if (found != words.fact_by_path.end() && words.fact(found->second).type.kind == TypeKind::list) {
        check_guarded(checker, context, found->second, element.list.span);
        return found->second;
    }
    if (found != words.fact_by_path.end()) {
        const Type& type = words.fact(found->second).type;
        if (type.kind == TypeKind::invalid) return {};
        checker.diagnostics.report(
            kinds::type_mismatch, element.list.span,
            fmt::format("{} is {}, and a list is needed here", words.fact(found->second).label, print_type(words, type)),
            "questions over elements are asked of facts that are a `list of` something");
        return {};
    }
    std::vector<std::string_view> known;
    for (const FactInfo& fact : words.facts) {
        if (fact.type.kind == TypeKind::list) known.push_back(fact.path);
    }
    const std::string_view near = nearest_name(element.list.text, known);
    checker.diagnostics.report(kinds::unknown_name, element.list.span, fmt::format("no list is called `{}`", element.list.text),
                               near.empty() ? "lists are facts: fact medications \"current medications\" : list of medication"
                                            : fmt::format("did you mean `{}`?", near));
    return {};
}

// `m` must not be taken for something else that is visible.
void check_variable(Checker& checker, const ExprContext& context, const ast::Name& variable) {
    const auto begins_so = [&](const FactInfo& fact) { return first_segment(fact.path) == variable.text; };
    const auto& facts = checker.words().facts;
    std::string taken;
    if (std::any_of(facts.begin(), facts.end(), begins_so)) taken = "facts begin with that word";
    if (frame_of(context, variable.text) != nullptr) taken = "the question around this one calls its element so";
    if (taken.empty()) return;
    checker.diagnostics.report(kinds::declared_twice, variable.span,
                               fmt::format("an element cannot be called `{}` here: {}", variable.text, taken),
                               "call it by another word, such as its first letter");
}

// A question's list, with its elements' name made visible. Invariant: the frame lies in the object, so it is not copied.
struct Question {
    Question(Checker& checker, const ExprContext& outer, const ast::Element& element) : context(outer) {
        check_variable(checker, outer, element.variable);
        frame = {outer.elements, element.variable.text, list_of(checker, outer, element)};
        context.elements = &frame;
        // Whether a row of a table counts depends on the other elements too.
        if (context.silence == Silence::allowed) context.silence = Silence::joined;
    }
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;

    ElementFrame frame;
    ExprContext context;
};

// What holds where no element is left is said without the elements.
Type infer_otherwise(Checker& checker, const ExprContext& context, const ast::Aggregate& aggregate, const Type& value,
                     Span span) {
    if (!aggregate.otherwise.valid()) {
        checker.diagnostics.report(kinds::no_else, span, "the list may hold no such element, and then this has no value",
                                   "say what holds then: `… else 0`, in the unit of the value");
        return value;
    }
    const ElementFrame no_element{context.elements, {}, {}};
    ExprContext outside = context;
    outside.elements = &no_element;
    if (outside.silence == Silence::allowed) outside.silence = Silence::joined;
    const Type otherwise = infer(checker, outside, aggregate.otherwise, value);
    return common_type(checker, value, otherwise, span, "with its `else` this is");
}

Type checked(Checker& checker, const Type& type, bool fits, Span span, std::string_view what, std::string_view help) {
    if (fits || type.kind == TypeKind::invalid) return type;
    checker.diagnostics.report(kinds::type_mismatch, span, fmt::format("{} {}", what, print_type(checker.words(), type)),
                               std::string(help));
    return {};
}

}  // namespace

Type infer_quantifier(Checker& checker, const ExprContext& context, const ast::Quantifier& quantifier) {
    const Question question(checker, context, quantifier.element);
    if (!question.frame.list.valid()) return {};
    require(checker, question.context, quantifier.condition, truth_type, "what the elements are asked for");
    return truth_type;
}

Type infer_aggregate(Checker& checker, const ExprContext& context, const ast::Aggregate& aggregate, Span span,
                     const Type& expected) {
    const Question question(checker, context, aggregate.element);
    if (!question.frame.list.valid()) return {};
    const auto span_of = [&](ExprId id) { return checker.tree(context.module).expr(id).span; };
    if (aggregate.where.valid()) require(checker, question.context, aggregate.where, truth_type, "the condition after `where`");
    if (aggregate.op == ast::AggregateOp::count) return number_type;
    Type value = infer(checker, question.context, aggregate.value, expected);
    const bool decimal = value.kind == TypeKind::number || value.kind == TypeKind::quantity;
    const bool ordered = decimal || value.kind == TypeKind::date;
    switch (aggregate.op) {
        case ast::AggregateOp::count:
            break;
        case ast::AggregateOp::sum:
            return checked(checker, value, decimal, span_of(aggregate.value), "`sum of` adds numbers and quantities, not",
                           "count elements with `count of`");
        case ast::AggregateOp::least:
        case ast::AggregateOp::greatest:
            value = checked(checker, value, ordered, span_of(aggregate.value),
                            "`least of` and `greatest of` take numbers, quantities or dates, not",
                            "ask `some (… in …) has (…)` instead");
            break;
        case ast::AggregateOp::latest: {
            const Type key = infer(checker, question.context, aggregate.by);
            const bool key_ordered =
                key.kind == TypeKind::date || key.kind == TypeKind::number || key.kind == TypeKind::quantity;
            checked(checker, key, key_ordered, span_of(aggregate.by), "what comes last is told by a date, not by",
                    "order the elements by their date: `by v.date`");
            break;
        }
    }
    return infer_otherwise(checker, context, aggregate, value, span);
}

bool names_element(const ExprContext& context, std::string_view name) {
    return frame_of(context, first_segment(name)) != nullptr;
}

Type infer_field(Checker& checker, const ExprContext& context, const ast::Name& name, Reference& reference) {
    const std::string_view variable = first_segment(name.text);
    const ElementFrame* frame = frame_of(context, variable);
    const auto report = [&](const DiagnosticKind& kind, std::string message, std::string help) {
        checker.diagnostics.report(kind, name.span, std::move(message), std::move(help));
        return Type{};
    };
    if (!frame->list.valid()) return {};  // the list was reported
    const std::vector<FieldInfo>& fields = checker.words().record_type(checker.words().fact(frame->list).record).fields;
    if (frame != context.elements) {
        return report(kinds::lists_read_together,
                      fmt::format("this reads `{}`, an element of a question further out", variable),
                      "each question is about the elements of one list: compare with a fact, or with a value taken from the "
                      "other list, such as `latest (…)`");
    }
    if (name.text.size() == variable.size()) {
        return report(kinds::list_not_allowed, fmt::format("`{}` is a whole element, and one value is needed here", variable),
                      fields.empty() ? "" : fmt::format("name what is meant of it, such as `{}.{}`", variable, fields[0].name));
    }
    const std::string_view wanted = std::string_view(name.text).substr(variable.size() + 1);
    for (std::uint32_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name != wanted) continue;
        reference = FieldRef{frame->list, i};
        return fields[i].type;
    }
    std::vector<std::string_view> known;
    for (const FieldInfo& field : fields) known.push_back(field.name);
    const std::string_view near = nearest_name(wanted, known);
    std::string help = near.empty() ? "its fields are:" : fmt::format("did you mean `{}.{}`?", variable, near);
    for (std::size_t i = 0; near.empty() && i < known.size(); ++i) help += fmt::format("{} `{}`", i == 0 ? "" : ",", known[i]);
    return report(kinds::unknown_name,
                  fmt::format("the elements of `{}` have no field `{}`", checker.words().fact(frame->list).path, wanted), help);
}

}  // namespace warrant
