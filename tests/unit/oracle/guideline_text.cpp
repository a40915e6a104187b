// One function for each kind of declaration.
#include "tests/unit/oracle/guideline_text.hpp"

#include <algorithm>

namespace warrant::oracle {
namespace {

struct GuidelineWriter {
    Random& random;
    const GuidelineHabits& habits;
    std::vector<FactName> facts;

    ExpressionHabits expression_habits(bool fallible) const {
        ExpressionHabits expressions;
        expressions.about_the_record = false;
        expressions.branches = habits.branches;
        expressions.large = false;
        expressions.fallible = fallible && habits.fallible;
        return expressions;
    }
    std::string condition(int depth) const {
        const std::string text =
            ExpressionWriter(random, facts, habits.tables, expression_habits(random.chance(30))).write(Sort::truth, depth);
        if (!random.chance(habits.errors)) return text;
        return "(" + text + (random.chance(50) ? " and " : " or ") + "(1 / (score.a * 0) >= 2))";
    }
    // What decides between caps never errs for some values only: an unknown condition lets both caps stand.
    std::string sure_condition(int depth) const {
        return ExpressionWriter(random, facts, habits.tables, expression_habits(false)).write(Sort::truth, depth);
    }
    // A look-up of this sort that may meet a row that is not addressed; empty where there is no such table.
    std::string silent_look_up(Sort sort) const {
        std::vector<DefinitionName> fitting;
        for (const DefinitionName& table : habits.silent_tables) {
            if (table.result == sort) fitting.push_back(table);
        }
        if (fitting.empty()) return {};
        return ExpressionWriter(random, facts, {}, expression_habits(false)).call(random.pick(fitting), 1);
    }
    // What a criterion asks: a condition, or a comparison with such a look-up.
    std::string asked() const {
        if (random.chance(80)) return condition(2);
        const Sort sort = random.chance(50) ? Sort::calendar : Sort::visits;
        const std::string look_up = silent_look_up(sort);
        if (look_up.empty()) return condition(2);
        return ExpressionWriter(random, facts, {}, expression_habits(false)).write(sort, 1) + " <= " + look_up;
    }
    std::string cap(Sort sort) const {
        ExpressionWriter writer(random, facts, habits.tables, expression_habits(false));
        if (random.chance(25)) {
            const std::string look_up = silent_look_up(sort);
            if (!look_up.empty()) return look_up;
        }
        return random.chance(50) ? writer.literal(sort) : writer.write(sort, 2);
    }

    std::string criterion(const std::string& id) const {
        std::string text = "criterion " + id + " \"criterion " + id + "\"\n";
        const bool excludes = random.chance(25);
        if (excludes) text += "  excluded when " + asked() + "\n";
        else text += std::string(random.chance(15) ? "  generally requires " : "  requires ") + asked() + "\n";
        if (random.chance(35)) text += "  applies when " + condition(1) + "\n";
        for (int number = 0; random.chance(25) && number < 2; ++number) {
            text += "  except reason_" + std::to_string(number) + " \"a reason\"\n    when " + condition(1) + "\n";
        }
        return text;
    }

    std::string limit(const std::string& id, const FactName& quantity) const {
        std::string text = "limit " + id + " \"limit " + id + "\"\n";
        const bool generally = random.chance(20);
        text += std::string(generally ? "  generally caps " : "  caps ") + quantity.path + " at " + cap(quantity.sort) + "\n";
        if (random.chance(30)) text += "  applies when " + sure_condition(1) + "\n";
        // Which comes first, a departure from the whole limit or a written exception, the language does not say.
        for (int number = 0; !generally && random.chance(40) && number < 2; ++number) {
            text += "  except reason_" + std::to_string(number) + " \"a reason\"\n    when " + sure_condition(1) + "\n    ";
            text += random.chance(60) ? "caps at " + cap(quantity.sort) + "\n" : "no limit\n";
        }
        return text;
    }

    std::string recommended(std::size_t criteria) const {
        std::vector<std::string> names;
        for (std::size_t i = 1; i <= criteria; ++i) names.push_back("criterion " + std::to_string(i));
        const auto list = [&](std::size_t first, std::size_t last) {
            std::string text;
            for (std::size_t i = first; i < last; ++i) text += (i == first ? "" : ", ") + names[i];
            return text;
        };
        const std::size_t some = 1 + random.below(criteria);
        switch (random.below(6)) {
            case 0:
                return "recommended when every criterion holds\n";
            case 1:
                return "recommended when any of (" + list(0, some) + ")\n";
            case 2:
                return "recommended when at least " + std::to_string(1 + random.below(some)) + " of (" + list(0, some) + ")\n";
            case 3:
                return "recommended when all of (" + list(0, some) + ")\n";
            case 4:
                return "recommended when " + names.front() + " and any of (" + list(0, criteria) + ")\n";
            default:
                break;
        }
        return "recommended when " + names.front() + " or " + names.back() + "\n";
    }

    std::string clauses(std::size_t criteria) const {
        std::string text;
        const bool never = random.chance(15);
        if (never) {
            text += "not recommended\n";
            for (int number = 0; random.chance(70) && number < 2; ++number) {
                text += "  except reason_" + std::to_string(number) + " \"a reason\"\n    when " + condition(1) + "\n";
            }
        } else {
            if (criteria > 0 && random.chance(70)) text += recommended(criteria);
            if (random.chance(20)) text += "not recommended when " + condition(1) + "\n";
        }
        if (random.chance(20)) text += "no recommendation when " + condition(1) + "\n";
        return text;
    }

    std::string assumption(const FactName& fact) const {
        ExpressionWriter writer(random, {}, {}, expression_habits(false));
        const std::string value =
            fact.unit.empty() ? writer.literal(fact.sort) : std::to_string(random.below(5)) + " " + fact.unit;
        return "assume " + fact.path + " = " + value + " unless shown\n  because \"nothing else is likely\"\n";
    }
};

}  // namespace

std::string random_guideline(Random& random, const GuidelineHabits& habits) {
    std::vector<FactName> quantities;
    std::vector<FactName> others;
    for (const FactName& fact : all_facts())
        (fact.path.starts_with("request.") && fact.sort != Sort::truth ? quantities : others).push_back(fact);
    GuidelineWriter writer{random, habits, {}};
    for (std::size_t i = 4 + random.below(3); i > 0; --i) writer.facts.push_back(random.pick(others));
    writer.facts.push_back(facts_of(Sort::truth)[random.below(4)]);

    const bool partial = habits.partial && random.chance(20);
    std::string text =
        "guideline generated.section \"A generated section\"\n  source \"nowhere\"\n  section \"1\"\n  edition 1\n"
        "  in force 2000-01-01 on\n  basis recalled\n  status draft\n";
    text += std::string(partial ? "  extent partial\n" : "") + "  covers therapy\n";
    const std::size_t criteria = random.below(4);
    const std::size_t limits = habits.limits ? random.below(4) : 0;
    text += writer.clauses(std::max<std::size_t>(criteria, limits == 0 ? 1 : 0));
    for (std::size_t i = 1; i <= std::max<std::size_t>(criteria, limits == 0 ? 1 : 0); ++i)
        text += writer.criterion(std::to_string(i));
    const std::size_t kinds = 1 + random.below(2);
    for (std::size_t i = 0; i < limits; ++i)
        text += writer.limit(std::to_string(20 + i), quantities[(random.below(kinds) + limits) % quantities.size()]);
    if (random.chance(40)) text += writer.assumption(writer.facts.front());
    return text;
}

}  // namespace warrant::oracle
