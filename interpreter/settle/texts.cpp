// Finds texts that stand for all: those that are named, members of every set of codes, and one that nothing names.
#include "interpreter/settle/texts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace warrant::settling {
namespace {

TextSet one_text(const std::string& text) {
    return {false, {text}};
}

bool compares_texts(const Plan& plan) {
    return std::any_of(plan.steps.begin(), plan.steps.end(), [](const Step& step) { return step.op == Op::text_equal; });
}

// Texts that stand by themselves: those of the guideline, and those of the record where texts are compared with each other.
std::set<std::string> named_texts(const Plan& plan, const FactColumns& facts) {
    std::set<std::string> texts;
    for (const ValueSet& constant : plan.constants) {
        if (const auto* set = std::get_if<TextSet>(&constant)) texts.insert(set->values.begin(), set->values.end());
    }
    for (std::uint32_t number = 0; compares_texts(plan) && number < facts.pool.size(); ++number)
        texts.insert(facts.pool.text(number));
    return texts;
}

// Codes from one end of a range to the other, if they differ in the last sign alone; else only the ends.
void add_range(const CodePattern& range, std::set<std::string>& codes, bool& exact) {
    codes.insert(range.first);
    codes.insert(range.last);
    const std::string head = range.first.substr(0, range.first.size() - 1);
    if (range.last.compare(0, head.size(), head) != 0) {
        exact = false;
        return;
    }
    for (char sign = range.first.back(); sign <= range.last.back(); ++sign) codes.insert(head + sign);
}

std::set<std::string> codes_of_sets(const Plan& plan, bool& exact) {
    std::set<std::string> codes;
    for (const CodeSetPlan& set : plan.code_sets) {
        for (const CodePattern& pattern : set.codes) {
            if (pattern.kind == CodePattern::Kind::range) {
                add_range(pattern, codes, exact);
                continue;
            }
            if (is_code(pattern.first)) codes.insert(pattern.first);
            // Of those that begin alike, one that goes on.
            if (pattern.kind == CodePattern::Kind::prefix) {
                for (const char sign : {'0', '9', 'Z'}) codes.insert(pattern.first + sign);
            }
        }
    }
    return codes;
}

std::vector<bool> holders(const Plan& plan, const std::string& code) {
    std::vector<bool> held;
    for (const CodeSetPlan& set : plan.code_sets) held.push_back(matches(set.codes, code));
    return held;
}

void add_region(TextRegions& found, std::vector<std::string> texts) {
    found.samples.emplace_back(one_text(texts.front()));
    found.regions.emplace_back(TextSet{false, std::move(texts)});
}

void add_codes(const Plan& plan, const std::set<std::string>& named, TextRegions& found) {
    std::map<std::vector<bool>, std::vector<std::string>> by_holders;
    for (const std::string& code : codes_of_sets(plan, found.exact)) {
        if (named.count(code) == 0) by_holders[holders(plan, code)].push_back(code);
    }
    const std::vector<bool> by_none(plan.code_sets.size(), false);
    by_holders.erase(by_none);
    for (auto& [held, codes] : by_holders) add_region(found, std::move(codes));
    for (const char* other : {"Z99.9", "A00.0", "000", "Q0-0"}) {
        if (holders(plan, other) != by_none || named.count(other) != 0) continue;
        found.regions.emplace_back(TextSet{});
        found.samples.emplace_back(one_text(other));
        return;
    }
}

}  // namespace

TextRegions text_regions(const Plan& plan, const FactColumns& facts, const Type& type, const TextSet& possible,
                         const TextSet& recorded) {
    TextRegions found;
    if (!possible.any) {
        for (const std::string& text : possible.values) add_region(found, {text});
        return found;
    }
    std::set<std::string> named = named_texts(plan, facts);
    named.insert(recorded.values.begin(), recorded.values.end());
    for (const std::string& text : named) {
        if (type.kind != TypeKind::code || is_code(text)) add_region(found, {text});
    }
    if (type.kind == TypeKind::code) {
        add_codes(plan, named, found);
        return found;
    }
    std::string other = "another";
    while (named.count(other) != 0) other += " one";
    found.regions.emplace_back(TextSet{});
    found.samples.emplace_back(one_text(other));
    return found;
}

}  // namespace warrant::settling
