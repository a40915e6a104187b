// Cells of tables as sets: the constants they mean, their unions and intersections, and how people read them.
#include "interpreter/check/print_value.hpp"
#include "interpreter/check/tables.hpp"
#include "interpreter/value/date.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant {
namespace {

// The values of one constant, in the wanted type. Each operator() is one kind of the tree that a cell may hold.
struct ConstantCell {
    Checker& checker;
    std::uint32_t module;
    ExprId id;
    const Type& wanted;

    using Result = std::optional<ValueSet>;

    const ModuleTables& tables() const { return checker.program.modules[module].tables; }
    Span span() const { return checker.tree(module).expr(id).span; }
    const Vocabulary& words() const { return checker.words(); }

    Result operator()(const ast::NumberLiteral& literal) const {
        std::int64_t micro = literal.micro;
        const Type& from = tables().types[id.index];
        bool exact = true;
        if (literal.unit && from.kind == TypeKind::number) {  // percent
            const auto written = written_unit(words(), literal.unit->numerator.text, {});
            const auto scaled = scale_micro(micro, written->ratio.numerator, written->ratio.denominator, &exact);
            if (!scaled || !exact) return inexact(from, micro);
            micro = *scaled;
        }
        const auto ratio = unit_ratio(words(), from, wanted);
        if (!ratio) return std::nullopt;
        const auto converted = scale_micro(micro, ratio->numerator, ratio->denominator, &exact);
        if (!converted || !exact) return inexact(from, micro);
        return OrderedSet{*converted, *converted};
    }
    Result operator()(const ast::DateLiteral& literal) const {
        const ast::DateParts& date = literal.date;
        const std::int32_t last_month = date.month == 0 ? 12 : date.month;
        const std::int32_t last_day = date.day == 0 ? days_in_month(date.year, last_month) : date.day;
        return OrderedSet{day_of({date.year, std::max(date.month, 1), std::max(date.day, 1)}),
                          day_of({date.year, last_month, last_day})};
    }
    Result operator()(const ast::TruthLiteral& literal) const { return TruthSet{literal.value, !literal.value}; }
    Result operator()(const ast::TextLiteral& literal) const { return TextSet{false, {literal.text}}; }
    Result operator()(const ast::NameRef& name) const {
        if (const auto* choice = std::get_if<ChoiceRef>(&tables().references[id.index])) {
            return one_choice(words().choice_type(choice->type).values.size(), choice->value);
        }
        checker.diagnostics.report(kinds::not_constant, span(), fmt::format("`{}` is not a fixed value", name.name.text),
                                   "a table holds what the page prints: numbers, dates, choices; compare facts in a criterion");
        return std::nullopt;
    }
    Result operator()(const ast::RangeLiteral& range) const {
        const auto low = end(range.low);
        const auto high = end(range.high);
        if ((range.low.valid() && !low) || (range.high.valid() && !high)) return std::nullopt;
        Result set = wanted.kind == TypeKind::choice ? of_choices(range, low, high) : of_numbers(range, low, high);
        if (!is_empty(*set)) return set;
        checker.diagnostics.report(kinds::empty_range, span(), "this range holds no value", "write the lower end first");
        return std::nullopt;
    }

private:
    Result inexact(const Type& from, std::int64_t micro) const {
        checker.diagnostics.report(
            kinds::inexact_conversion, span(),
            fmt::format("{} is no exact number of {}", print_ordered(words(), from, micro), print_type(words(), wanted)),
            fmt::format("write it in {}", print_type(words(), wanted)));
        return std::nullopt;
    }
    Result end(ExprId end) const { return end.valid() ? constant_set(checker, module, end, wanted) : std::nullopt; }

    static ValueSet of_numbers(const ast::RangeLiteral& range, const Result& low, const Result& high) {
        OrderedSet set;
        if (low) {
            const auto& first = std::get<OrderedSet>(*low);
            set.low = range.low_open ? first.high + 1 : first.low;
        }
        if (high) {
            const auto& last = std::get<OrderedSet>(*high);
            set.high = range.high_open ? last.low - 1 : last.high;
        }
        return set;
    }
    ValueSet of_choices(const ast::RangeLiteral& range, const Result& low, const Result& high) const {
        const std::size_t count = words().choice_type(wanted.choice).values.size();
        const auto place = [&](const Result& pivot) {
            std::size_t at = 0;
            while (!contains(std::get<ChoiceSet>(*pivot), at)) ++at;
            return at;
        };
        const std::size_t first = low ? place(low) + (range.low_open ? 1 : 0) : 0;
        const std::size_t end = high ? place(high) + (range.high_open ? 0 : 1) : count;
        ChoiceSet set{std::vector<std::uint64_t>((count + 63) / 64)};
        for (std::size_t value = first; value < end; ++value) set.words[value / 64] |= std::uint64_t{1} << value % 64;
        return set;
    }
};

// What a cell that is not `any` adds to: the values that the key can have at all.
ValueSet domain_of(const Vocabulary& vocabulary, const CheckedTable::Key& key) {
    ValueSet all = full_set(vocabulary, key.type, true);
    if (key.from_zero) std::get<OrderedSet>(all).low = 0;
    return all;
}

std::string alternatives(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return text;
}

}  // namespace

std::optional<ValueSet> constant_set(Checker& checker, std::uint32_t module, ExprId cell, const Type& wanted) {
    const ast::ExprKind& kind = checker.tree(module).expr(cell).kind;
    const ConstantCell constant{checker, module, cell, wanted};
    if (const auto* number = std::get_if<ast::NumberLiteral>(&kind)) return constant(*number);
    if (const auto* date = std::get_if<ast::DateLiteral>(&kind)) return constant(*date);
    if (const auto* truth = std::get_if<ast::TruthLiteral>(&kind)) return constant(*truth);
    if (const auto* text = std::get_if<ast::TextLiteral>(&kind)) return constant(*text);
    if (const auto* range = std::get_if<ast::RangeLiteral>(&kind)) return constant(*range);
    return constant(std::get<ast::NameRef>(kind));  // the grammar lets nothing else into a cell
}

CheckedTable::Cell joined_cell(const Vocabulary& vocabulary, const CheckedTable::Key& key, const std::vector<ValueSet>& sets) {
    const ValueSet domain = domain_of(vocabulary, key);
    CheckedTable::Cell cell;
    if (layout_of(key.type.kind) != Layout::ordered) {
        ValueSet all = sets.front();
        for (const ValueSet& set : sets) all = join(all, set);
        if (all != domain) cell.push_back(std::move(all));
        return cell;
    }
    std::vector<OrderedSet> ranges;
    for (const ValueSet& set : sets) {
        const ValueSet inside = meet(set, domain);
        if (!is_empty(inside)) ranges.push_back(std::get<OrderedSet>(inside));
    }
    std::sort(ranges.begin(), ranges.end(), [](const OrderedSet& a, const OrderedSet& b) { return a.low < b.low; });
    for (const OrderedSet& range : ranges) {
        auto* last = cell.empty() ? nullptr : &std::get<OrderedSet>(cell.back());
        const bool touches = last != nullptr && (last->high == unbounded_high || range.low <= last->high + 1);
        if (touches) last->high = std::max(last->high, range.high);
        else cell.emplace_back(range);
    }
    if (cell.size() == 1 && cell.front() == domain) cell.clear();
    return cell;
}

std::optional<CheckedTable::Cell> common_cell(const Vocabulary& vocabulary, const CheckedTable::Key& key,
                                              const CheckedTable::Cell& a, const CheckedTable::Cell& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    std::vector<ValueSet> shared;
    for (const ValueSet& x : a) {
        for (const ValueSet& y : b) {
            ValueSet both = meet(x, y);
            if (!is_empty(both)) shared.push_back(std::move(both));
        }
    }
    if (shared.empty()) return std::nullopt;
    return joined_cell(vocabulary, key, shared);
}

std::string describe_cell(const Vocabulary& vocabulary, const CheckedTable::Key& key, const CheckedTable::Cell& cell) {
    if (cell.empty()) return "any";
    std::vector<std::string> parts;
    for (ValueSet set : cell) {
        auto* range = std::get_if<OrderedSet>(&set);
        // Of what begins at 0 only the other end says something.
        if (range != nullptr && key.from_zero && range->low == 0 && range->high != 0) range->low = unbounded_low;
        // Of a quantity that may be negative "at least 0" says something, unlike elsewhere.
        const bool half = range != nullptr && !key.from_zero && range->low == 0 && range->high == unbounded_high;
        parts.push_back(half ? "at least " + print_ordered(vocabulary, key.type, 0) : print_set(vocabulary, key.type, set));
    }
    return alternatives(parts);
}

std::string describe_region(const Vocabulary& vocabulary, const CheckedTable& table, const CheckedTable::Region& region) {
    std::string text;
    for (std::size_t i = 0; i < region.size(); ++i) {
        if (region[i].empty()) continue;
        text +=
            (text.empty() ? "" : " and ") + table.keys[i].label + " is " + describe_cell(vocabulary, table.keys[i], region[i]);
    }
    return text.empty() ? "its keys have any values" : text;
}

}  // namespace warrant
