// Random branches, and random questions over lists, as text of the language: what has a condition that must not err.
#include "tests/unit/oracle/expression_text.hpp"

namespace warrant::oracle {

// A value that is never an error. An unknown condition lets either branch stand (language.md section 8), also where it is
// unknown because it errs for some values: soundness is promised only of conditions that do not.
std::string ExpressionWriter::sure(Sort sort, int depth) {
    ExpressionHabits sure = habits_;
    sure.fallible = false;
    ExpressionWriter writer(random_, facts_, {}, sure);
    writer.fields_ = fields_;
    writer.questions_ = questions_;
    return writer.write(sort, depth);
}

std::string ExpressionWriter::branch(Sort sort, int depth) {
    return "(if " + sure(Sort::truth, depth) + " then " + write(sort, depth) + " else " + write(sort, depth) + ")";
}

ExpressionWriter::ExpressionWriter(const ExpressionWriter& around, const ListName& list, const std::string& element)
    : ExpressionWriter(around.random_, around.facts_, around.definitions_, around.habits_) {
    questions_ = around.questions_ + 1;
    for (const FactName& field : list.fields) fields_.push_back({element + "." + field.path, field.sort, {}});
}

// A question over a list that gives a value of the sort. Conditions after `where` are never errors, for the same reason as
// those of branches.
std::string ExpressionWriter::question(Sort sort, int depth) {
    if (questions_ > 1) return leaf(sort);
    const ListName& list = random_.pick(all_lists());
    const std::string element = questions_ == 0 ? "one" : "two";
    // What stands after `else` reads no element, not even that of a question around.
    const std::string otherwise = ExpressionWriter(random_, facts_, {}, habits_).leaf(sort);
    const std::string binding = element + " in " + list.path;
    ExpressionWriter inner(*this, list, element);
    if (sort == Sort::truth && random_.chance(70)) {
        return "(" + std::string(random_.chance(50) ? "some" : "every") + " (" + binding + ") has (" +
               inner.write(Sort::truth, depth) + "))";
    }
    const std::string selection = random_.chance(60) ? binding + " where " + inner.sure(Sort::truth, depth) : binding;
    if (sort == Sort::number && random_.chance(40)) return "(count of (" + selection + "))";
    std::vector<std::string> fields;
    for (const FactName& field : list.fields) {
        if (field.sort == sort) fields.push_back(field.path);
    }
    const bool take_latest = !fields.empty() && (!is_ordered(sort) || random_.chance(40));
    if (take_latest)
        return "(latest (" + selection + " by " + element + ".on)." + random_.pick(fields) + " else " + otherwise + ")";
    if (!is_ordered(sort)) return leaf(sort);
    const std::string value = inner.write(sort, depth);
    if (is_amount(sort) && random_.chance(50)) return "(sum of (" + value + " for " + selection + "))";
    return "(" + std::string(random_.chance(50) ? "least" : "greatest") + " of (" + value + " for " + selection + ") else " +
           otherwise + ")";
}

}  // namespace warrant::oracle
