// Sets of values: every value, what either of two allows, which choices a set holds; and whether a value is among others.
#include "interpreter/certificate/kernel.hpp"

#include "dsl/limits.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace warrant::certificates {

Cell truth(bool yes, bool no, bool marked) {
    return {TruthSet{.can_be_true = !no, .can_be_false = !yes}, marked && !yes && !no};
}

Cell finish(const Derivation& derivation, const Form& form, ValueSet value, bool marked) {
    if (const auto* set = std::get_if<TruthSet>(&value)) return {value, marked && set->can_be_true && set->can_be_false};
    return marked ? Cell{anything(derivation, form), true} : Cell{std::move(value), false};
}

ValueSet anything(const Derivation& derivation, const Form& form) {
    switch (form.kind) {
        case Kind::truth:
            return TruthSet{};
        case Kind::number:
        case Kind::date:
            return OrderedSet{};
        case Kind::text:
            return TextSet{};
        case Kind::choice:
            break;
    }
    const std::size_t values = derivation.choices[form.choice].values.size();
    ChoiceSet all;
    all.words.resize((values + 63) / 64);
    for (std::size_t value = 0; value < values; ++value) all.words[value / 64] |= std::uint64_t{1} << value % 64;
    return all;
}

ValueSet either(const ValueSet& a, const ValueSet& b) {
    if (const auto* x = std::get_if<TruthSet>(&a)) {
        const auto& y = std::get<TruthSet>(b);
        return TruthSet{.can_be_true = x->can_be_true || y.can_be_true, .can_be_false = x->can_be_false || y.can_be_false};
    }
    if (const auto* x = std::get_if<OrderedSet>(&a)) {
        const auto& y = std::get<OrderedSet>(b);
        return OrderedSet{.low = std::min(x->low, y.low), .high = std::max(x->high, y.high)};
    }
    if (const auto* x = std::get_if<ChoiceSet>(&a)) {
        ChoiceSet both = *x;
        for (std::size_t word = 0; word < both.words.size(); ++word) both.words[word] |= std::get<ChoiceSet>(b).words[word];
        return both;
    }
    const auto& x = std::get<TextSet>(a);
    const auto& y = std::get<TextSet>(b);
    if (x.any || y.any) return TextSet{};
    TextSet both{.any = false, .values = {}};
    std::set_union(x.values.begin(), x.values.end(), y.values.begin(), y.values.end(), std::back_inserter(both.values));
    return both.values.size() > limits::max_text_values ? TextSet{} : both;
}

bool has_choice(const ChoiceSet& set, std::size_t value) {
    return (set.words[value / 64] >> value % 64 & 1) != 0;
}

std::vector<std::size_t> choices_in(const ChoiceSet& set) {
    std::vector<std::size_t> choices;
    for (std::size_t value = 0; value < set.words.size() * 64; ++value) {
        if (has_choice(set, value)) choices.push_back(value);
    }
    return choices;
}

// ---------------------------------------------------------------- membership

namespace {

// Whether a relation holds of every pair of possible values, and of none.
template <typename Values, typename Relation>
Cell over_pairs(const Values& left, const Values& right, bool marked, Relation holds) {
    bool always = true;
    bool never = true;
    for (const auto& a : left) {
        for (const auto& b : right) {
            const bool held = holds(a, b);
            always = always && held;
            never = never && !held;
        }
    }
    return truth(always, never, marked);
}

// Whether something is true of every possible value, and of none.
template <typename Values, typename Test>
Cell over_values(const Values& values, bool marked, Test holds) {
    const std::size_t held = static_cast<std::size_t>(std::count_if(values.begin(), values.end(), holds));
    return truth(held == values.size(), held == 0, marked);
}

char class_of(char c) {
    if (c >= 'A' && c <= 'Z') return 'A';
    return c >= '0' && c <= '9' ? '0' : c;
}

// `G54.0` to `G54.4` holds what begins like a code from the one to the other: `G54.25`.
bool in_range(const std::string& code, const CodeItem& range) {
    const std::string begin = code.substr(0, range.first.size());
    if (begin.size() != range.first.size()) return false;
    for (std::size_t at = 0; at < begin.size(); ++at) {
        if (class_of(begin[at]) != class_of(range.first[at])) return false;
    }
    return range.first <= begin && begin <= range.last;
}

bool is_in(const std::string& code, const std::vector<CodeItem>& items) {
    return std::any_of(items.begin(), items.end(), [&](const CodeItem& item) {
        if (item.kind == "one") return code == item.first;
        return item.kind == "prefix" ? code.compare(0, item.first.size(), item.first) == 0 : in_range(code, item);
    });
}

Cell compute_choices(const Row& row, bool marked) {
    const std::vector<std::size_t> left = choices_in(std::get<ChoiceSet>(row.cell(0).value));
    if (row.step.op == Op::choice_in) {
        const ChoiceSet& wanted = std::get<ChoiceSet>(row.step.set);
        return over_values(left, marked, [&](std::size_t value) { return has_choice(wanted, value); });
    }
    const std::vector<std::size_t> right = choices_in(std::get<ChoiceSet>(row.cell(1).value));
    if (row.step.op == Op::choice_equal) return over_pairs(left, right, marked, std::equal_to<>());
    if (row.step.op == Op::choice_less) return over_pairs(left, right, marked, std::less<>());
    return over_pairs(left, right, marked, std::less_equal<>());
}

}  // namespace

Cell compute_membership(const Row& row) {
    const bool marked = row.some_operand_errs();
    if (row.operand(0).form.kind == Kind::choice) return compute_choices(row, marked);
    const auto& texts = std::get<TextSet>(row.cell(0).value);
    if (texts.any) return truth(false, false, marked);
    if (row.step.op == Op::code_in)
        return over_values(texts.values, marked, [&](const std::string& code) { return is_in(code, row.step.codes); });
    const auto& others = std::get<TextSet>(row.step.op == Op::text_equal ? row.cell(1).value : row.step.set);
    if (others.any) return truth(false, false, marked);
    if (row.step.op == Op::text_equal) return over_pairs(texts.values, others.values, marked, std::equal_to<>());
    return over_values(texts.values, marked, [&](const std::string& text) {
        return std::find(others.values.begin(), others.values.end(), text) != others.values.end();
    });
}

}  // namespace warrant::certificates
