// One function for each family of operators.
#include "tests/unit/oracle/expression_text.hpp"

#include <algorithm>

namespace warrant::oracle {
namespace {

const std::vector<std::string>& units_of(Sort sort) {
    static const std::vector<std::string> clock = {"hours", "minutes"};
    static const std::vector<std::string> calendar = {"days", "weeks"};
    static const std::vector<std::string> months = {"months", "years"};
    static const std::vector<std::string> visits = {"visits", "sessions"};
    static const std::vector<std::string> clock_rate = {"hours/day", "minutes/day", "minutes/week"};
    static const std::vector<std::string> visit_rate = {"visits/week", "visits/day", "sessions/week"};
    static const std::vector<std::string> day_rate = {"days/week"};
    static const std::vector<std::string> none;
    switch (sort) {
        case Sort::clock:
            return clock;
        case Sort::calendar:
            return calendar;
        case Sort::months:
            return months;
        case Sort::visits:
            return visits;
        case Sort::clock_rate:
            return clock_rate;
        case Sort::visit_rate:
            return visit_rate;
        case Sort::day_rate:
            return day_rate;
        case Sort::truth:
        case Sort::number:
        case Sort::date:
        case Sort::demand:
        case Sort::route:
        case Sort::word:
        case Sort::code:
            break;
    }
    return none;
}

const std::vector<Sort>& all_sorts() {
    static const std::vector<Sort> sorts = {Sort::truth,  Sort::number,     Sort::clock,      Sort::calendar, Sort::months,
                                            Sort::visits, Sort::clock_rate, Sort::visit_rate, Sort::day_rate, Sort::date,
                                            Sort::demand, Sort::route,      Sort::word,       Sort::code};
    return sorts;
}

const std::vector<Sort>& amount_sorts() {
    static const std::vector<Sort> sorts = {Sort::number, Sort::clock,      Sort::calendar,   Sort::months,
                                            Sort::visits, Sort::clock_rate, Sort::visit_rate, Sort::day_rate};
    return sorts;
}

}  // namespace

bool is_amount(Sort sort) {
    return sort == Sort::number || !finest_unit(sort).empty();
}
bool is_ordered(Sort sort) {
    return is_amount(sort) || sort == Sort::date;
}

std::string ExpressionWriter::literal(Sort sort) {
    static const std::vector<std::string> numbers = {"0", "1", "2", "3", "7", "10", "0.5", "1.5", "0.333333", "12"};
    static const std::vector<std::string> dates = {"2015-01-31", "2015-02-28", "2016-02-29",
                                                   "2014-07-01", "2015-12-31", "2015-03-01"};
    static const std::vector<std::string> demands = {"sedentary", "light", "medium", "heavy"};
    static const std::vector<std::string> routes = {"oral", "topical", "injected"};
    static const std::vector<std::string> words = {"\"red\"", "\"green\"", "\"blue\""};
    static const std::vector<std::string> codes = {"\"M54.1\"", "\"M54.16\"", "\"G54.25\"", "\"E885\""};
    switch (sort) {
        case Sort::truth:
            return random_.chance(50) ? "yes" : "no";
        case Sort::date:
            return random_.pick(dates);
        case Sort::demand:
            return random_.pick(demands);
        case Sort::route:
            return random_.pick(routes);
        case Sort::word:
            return random_.pick(words);
        case Sort::code:
            return random_.pick(codes);
        case Sort::number:
            if (habits_.large && random_.chance(2)) return "3000000000000";
            return random_.chance(10) ? "25 percent" : random_.pick(numbers);
        case Sort::clock:
        case Sort::calendar:
        case Sort::months:
        case Sort::visits:
        case Sort::clock_rate:
        case Sort::visit_rate:
        case Sort::day_rate:
            break;
    }
    return random_.pick(numbers) + " " + random_.pick(units_of(sort));
}

std::string ExpressionWriter::leaf(Sort sort) {
    std::vector<std::string> fitting;
    for (const FactName& fact : facts_) {
        if (fact.sort == sort) fitting.push_back(fact.path);
    }
    // Of an element mostly its fields.
    for (int times = 0; times < 6; ++times) {
        for (const FactName& field : fields_) {
            if (field.sort == sort) fitting.push_back(field.path);
        }
    }
    // A text in quotes is a code only beside one, so that where codes may be written facts are.
    const unsigned literals = sort == Sort::truth ? 5 : sort == Sort::code ? 0 : 30;
    if (fitting.empty() || random_.chance(literals)) return literal(sort);
    return random_.pick(fitting);
}

std::string ExpressionWriter::write(Sort sort, int depth) {
    if (depth <= 0 || random_.chance(10)) return leaf(sort);
    if (random_.chance(12)) {
        std::vector<DefinitionName> fitting;
        std::copy_if(definitions_.begin(), definitions_.end(), std::back_inserter(fitting),
                     [&](const DefinitionName& definition) { return definition.result == sort; });
        if (!fitting.empty()) return call(random_.pick(fitting), depth - 1);
    }
    if (habits_.branches && random_.chance(10)) return branch(sort, depth - 1);
    if (habits_.questions && habits_.branches && random_.chance(8)) return question(sort, depth - 1);
    if (habits_.branches && random_.chance(10)) return indexed(sort, depth - 1);
    if (sort == Sort::truth) return truth(depth);
    if (sort == Sort::date) return date(depth - 1);
    if (is_amount(sort)) return amount(sort, depth - 1);
    return leaf(sort);
}

// A fact whose index is itself an expression. A choice never errs, so that soundness is promised.
std::string ExpressionWriter::indexed(Sort sort, int depth) {
    std::vector<IndexedName> fitting;
    std::copy_if(all_indexed_facts().begin(), all_indexed_facts().end(), std::back_inserter(fitting),
                 [&](const IndexedName& fact) { return fact.sort == sort; });
    if (fitting.empty()) return leaf(sort);
    const IndexedName& fact = random_.pick(fitting);
    return fact.path + "(" + write(fact.index, depth) + ")";
}

std::string ExpressionWriter::truth(int depth) {
    switch (random_.below(10)) {
        case 0:
            return joined(" and ", depth - 1);
        case 1:
            return joined(" or ", depth - 1);
        case 2:
            return "(not " + write(Sort::truth, depth - 1) + ")";
        case 3:
        case 4:
            return group(depth - 1);
        case 5:
            return member(depth - 1);
        case 6:
            return habits_.about_the_record ? about_the_record() : compared(depth - 1);
        default:
            return compared(depth - 1);
    }
}

std::string ExpressionWriter::joined(std::string_view word, int depth) {
    std::string text = "(" + write(Sort::truth, depth);
    for (std::size_t i = 1 + random_.below(2); i > 0; --i) text += std::string(word) + write(Sort::truth, depth);
    return text + ")";
}

std::string ExpressionWriter::group(int depth) {
    const std::size_t size = 1 + random_.below(3);
    std::string text = random_.chance(30)   ? "all of ("
                       : random_.chance(50) ? "any of ("
                                            : "at least " + std::to_string(1 + random_.below(size)) + " of (";
    for (std::size_t i = 0; i < size; ++i) text += (i == 0 ? "" : ", ") + write(Sort::truth, depth);
    return "(" + text + "))";
}

// A sort that a comparison can be of: codes need a fact that is one.
Sort ExpressionWriter::some_sort() {
    const Sort sort = random_.pick(all_sorts());
    const bool known = std::any_of(facts_.begin(), facts_.end(), [](const FactName& fact) { return fact.sort == Sort::code; });
    return sort == Sort::code && !known ? Sort::word : sort;
}

std::string ExpressionWriter::compared(int depth) {
    static const std::vector<std::string> ordering = {" < ", " <= ", " > ", " >= ", " = ", " != "};
    static const std::vector<std::string> equality = {" = ", " != "};
    const Sort sort = some_sort();
    if (sort == Sort::code && random_.chance(60)) {
        return "(" + leaf(sort) + random_.pick(equality) + literal(sort) + ")";
    }
    const bool ordered = is_ordered(sort) || sort == Sort::demand;
    // Time a day is written as a quotient only here: its unit may not convert exactly into that of another.
    const bool quotient = sort == Sort::clock_rate && habits_.fallible && random_.chance(40);
    const std::string left =
        quotient ? "(" + write(Sort::clock, depth - 1) + " / " + write(Sort::calendar, depth - 1) + ")" : write(sort, depth);
    return "(" + left + random_.pick(ordered ? ordering : equality) + write(sort, depth) + ")";
}

std::string ExpressionWriter::member(int depth) {
    Sort sort = some_sort();
    if (sort == Sort::truth) sort = Sort::demand;
    if (sort == Sort::code) return code_member(depth);
    const std::string subject = "(" + write(sort, depth) + " in ";
    // A range begins with a word or a number: a parenthesis would begin a list.
    if ((is_ordered(sort) || sort == Sort::demand) && random_.chance(50)) {
        return subject + leaf(sort) + " .. " + write(sort, depth) + ")";
    }
    std::string items = write(sort, depth);
    while (random_.chance(60)) items += ", " + write(sort, depth - 1);
    return subject + "(" + items + "))";
}

std::string ExpressionWriter::code_member(int depth) {
    static const std::vector<std::string> sets = {"spine", "\"G54.0\"..\"G54.4\"", "\"E880\"..\"E889\""};
    static const std::vector<std::string> items = {"\"M54*\"", "\"M54.16\"", "\"G54.*\"", "\"E885\""};
    const std::string subject = "(" + leaf(Sort::code) + " in ";
    if (random_.chance(40)) return subject + random_.pick(sets) + ")";
    std::string list;
    do {
        const std::string item = random_.chance(40)   ? random_.pick(sets)
                                 : random_.chance(70) ? random_.pick(items)
                                                      : write(Sort::code, depth - 1);
        list += (list.empty() ? "" : ", ") + item;
    } while (random_.chance(50));
    return subject + "(" + list + "))";
}

std::string ExpressionWriter::about_the_record() {
    const FactName fact = random_.pick(all_facts());
    if (random_.chance(50)) return "(known " + fact.path + ")";
    if (fact.sort == Sort::truth) return "(documented " + fact.path + ")";
    const bool ordered = is_ordered(fact.sort) || fact.sort == Sort::demand;
    return "(documented (" + fact.path + (ordered ? " >= " : " = ") + literal(fact.sort) + "))";
}

std::string ExpressionWriter::amount(Sort sort, int depth) {
    switch (random_.below(9)) {
        case 0:
            return "(" + write(sort, depth) + " + " + write(sort, depth) + ")";
        case 1:
            return "(" + write(sort, depth) + " - " + write(sort, depth) + ")";
        case 2:
            return "(" + write(sort, depth) + " * " + write(Sort::number, depth) + ")";
        case 3:
            return "(" + write(Sort::number, depth) + " * " + write(sort, depth) + ")";
        case 4:
            if (!habits_.fallible) return "(" + write(sort, depth) + " / 7)";
            return "(" + write(sort, depth) + " / " + write(Sort::number, depth) + ")";
        case 5:
            return "(-" + write(sort, depth) + ")";
        case 6:
            if (!habits_.branches) break;
            return "(" + std::string(random_.chance(50) ? "least" : "greatest") + " of (" + write(sort, depth) + ", " +
                   write(sort, depth) + "))";
        case 7: {
            const std::string step = habits_.fallible ? leaf(sort) : "2 " + std::string(finest_unit(sort));
            return "((" + write(sort, depth) + ") rounded up to " + step + ")";
        }
        default:
            break;
    }
    return special(sort, depth);
}

// What brings another sort into this one.
std::string ExpressionWriter::special(Sort sort, int depth) {
    const auto two = [&](Sort left, std::string_view sign, Sort right) {
        return "(" + write(left, depth) + std::string(sign) + write(right, depth) + ")";
    };
    const auto between = [&](std::string_view unit) {
        return "(" + std::string(unit) + " between " + write(Sort::date, depth) + " and " + write(Sort::date, depth) + ")";
    };
    const bool divides = sort == Sort::number || sort == Sort::visit_rate || sort == Sort::calendar;
    if (divides && !habits_.fallible) return leaf(sort);
    switch (sort) {
        case Sort::number: {
            const Sort like = random_.pick(amount_sorts());
            return two(like, " / ", like);
        }
        case Sort::calendar:
            switch (random_.below(5)) {
                case 0:
                    return two(Sort::date, " - ", Sort::date);
                case 1:
                    return two(Sort::visits, " / ", Sort::visit_rate);
                case 2:
                    return two(Sort::clock, " / ", Sort::clock_rate);
                case 3:
                    return two(Sort::day_rate, " * ", Sort::calendar);
                default:
                    return between("days");
            }
        case Sort::months:
            return between(random_.chance(50) ? "months" : "years");
        case Sort::visits:
            return random_.chance(50) ? two(Sort::visit_rate, " * ", Sort::calendar)
                                      : two(Sort::calendar, " * ", Sort::visit_rate);
        case Sort::clock:
            return two(Sort::clock_rate, " * ", Sort::calendar);
        case Sort::visit_rate:
            return two(Sort::visits, " / ", Sort::calendar);
        case Sort::truth:
        case Sort::clock_rate:
        case Sort::day_rate:
        case Sort::date:
        case Sort::demand:
        case Sort::route:
        case Sort::word:
        case Sort::code:
            break;
    }
    return leaf(sort);
}

std::string ExpressionWriter::date(int depth) {
    const Sort step = random_.chance(50) ? Sort::calendar : Sort::months;
    switch (random_.below(5)) {
        case 0:
            return "(" + write(step, depth) + " + " + write(Sort::date, depth) + ")";
        case 1:
            return "(" + write(Sort::date, depth) + " - " + write(step, depth) + ")";
        case 2:
            if (!habits_.branches) break;
            return "(" + std::string(random_.chance(50) ? "least" : "greatest") + " of (" + write(Sort::date, depth) + ", " +
                   write(Sort::date, depth) + "))";
        default:
            break;
    }
    return "(" + write(Sort::date, depth) + " + " + write(step, depth) + ")";
}

std::string ExpressionWriter::call(const DefinitionName& definition, int depth) {
    std::string text = definition.name;
    for (std::size_t i = 0; i < definition.parameters.size(); ++i) {
        const Sort sort = definition.parameters[i];
        // Which row applies is a condition, too.
        text += (i == 0 ? "(" : ", ") + (definition.column.empty() ? write(sort, depth) : sure(sort, depth));
    }
    if (!definition.column.empty()) return text + ")." + definition.column;
    return definition.parameters.empty() ? text : text + ")";
}

DefinitionLibrary random_definitions(Random& random, const ExpressionHabits& habits) {
    DefinitionLibrary library;
    library.text = "library definitions \"Generated definitions\"\n  section \"1\"\n";
    for (std::size_t number = 0; number < 8; ++number) {
        DefinitionName definition;
        definition.name = "value_" + std::to_string(number);
        definition.result = random.chance(40) ? Sort::truth : random.pick(all_sorts());
        std::vector<FactName> readable = all_facts();
        std::string parameters;
        for (std::size_t i = 0; number % 2 == 1 && i < 1 + random.below(3); ++i) {
            const Sort sort = random.pick(all_sorts());
            const std::string name = "given_" + std::to_string(i);
            std::string type(finest_unit(sort));
            if (type.empty()) {
                type = sort == Sort::truth    ? "yes or no"
                       : sort == Sort::number ? "number"
                       : sort == Sort::date   ? "date"
                       : sort == Sort::demand ? "demand"
                       : sort == Sort::route  ? "route"
                       : sort == Sort::code   ? "code"
                                              : "text";
            }
            parameters += (i == 0 ? "(" : ", ") + name + " : " + type;
            definition.parameters.push_back(sort);
            // Often enough to be read.
            for (int times = 0; times < 6; ++times) readable.push_back({name, sort, {}});
        }
        if (!parameters.empty()) parameters += ")";
        // A parameter may stand for a field of an element, which no other question may read.
        ExpressionHabits plain = habits;
        plain.questions = definition.parameters.empty();
        ExpressionWriter writer(random, readable, library.names, plain);
        library.text +=
            "define " + definition.name + parameters + " \"generated\" = " + writer.write(definition.result, 2) + "\n";
        library.names.push_back(definition);
    }
    return library;
}

}  // namespace warrant::oracle
