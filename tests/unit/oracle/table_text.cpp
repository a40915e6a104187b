// Tables are made by dividing the values of their keys: every combination of the parts is covered once.
#include "tests/unit/oracle/table_text.hpp"

#include <string_view>

namespace warrant::oracle {
namespace {

struct KeySort {
    Sort sort;
    std::string_view type;
    // Ways to divide its values into cells.
    std::vector<std::vector<std::string>> divisions;
};

const std::vector<KeySort>& key_sorts() {
    static const std::vector<KeySort> sorts = {
        {Sort::truth, "yes or no", {{"yes", "no"}, {"yes, no"}}},
        {Sort::number, "number", {{"under 1", "1 to under 2.5", "at least 2.5"}, {"-1..3", "under -1, over 3"}}},
        {Sort::calendar,
         "days",
         {{"0..3 days", "over 3 days to 2 weeks", "over 2 weeks"}, {"under -1 days", "at least -1 days"}}},
        {Sort::visits, "visits", {{"at most 2 visits, over 12 visits", "over 2 to 12 sessions"}}},
        {Sort::clock_rate, "minutes/week", {{"under 30 minutes/week", "30 minutes/week", "over 30 minutes/week"}}},
        {Sort::date, "date", {{"before 2015-03", "2015-03-01 to 2016-02", "after 2016-02-29"}}},
        {Sort::demand, "demand", {{"sedentary", "light to medium", "over medium"}, {"at most light", "medium, heavy"}}},
        {Sort::route, "route", {{"oral", "topical, injected"}, {"injected", "oral", "topical"}}},
    };
    return sorts;
}

struct ResultSort {
    Sort sort;
    std::string_view type;
    std::vector<std::string> values;
};

const std::vector<ResultSort>& result_sorts() {
    static const std::vector<ResultSort> sorts = {
        {Sort::truth, "yes or no", {"yes", "no"}},
        {Sort::number, "number", {"0", "1", "2.5", "-3", "50 percent"}},
        {Sort::calendar, "days", {"0 days", "2 weeks", "3 days", "10 days"}},
        {Sort::visits, "visits", {"0 visits", "6 visits", "12 sessions"}},
        {Sort::date, "date", {"2015-01-31", "2016-02-29"}},
        {Sort::demand, "demand", {"sedentary", "medium", "heavy"}},
        {Sort::route, "route", {"oral", "topical", "injected"}},
        {Sort::word, "text", {"\"red\"", "\"green\"", "\"blue\""}},
    };
    return sorts;
}

struct TableWriter {
    Random& random;
    std::string name;
    std::vector<KeySort> keys;
    std::vector<ResultSort> results;
    bool silent = false;

    std::string results_text() const {
        if (silent && random.chance(30)) return " not addressed |\n";
        std::string text;
        for (const ResultSort& result : results) text += " " + random.pick(result.values) + " |";
        return text + "\n";
    }

    // Rows for all combinations of the keys from `key` on, after the cells `before`.
    void add_rows(std::size_t key, const std::string& before, std::vector<std::string>& rows) const {
        if (key == keys.size()) {
            rows.push_back(before + results_text());
        } else if (random.chance(15)) {
            add_rows(key + 1, before + " any |", rows);
        } else {
            for (const std::string& cell : random.pick(keys[key].divisions))
                add_rows(key + 1, before + " " + cell + " |", rows);
        }
    }

    std::string write() const {
        std::string by;
        std::string gives;
        std::string heading = "  |";
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const std::string key = "key_" + std::to_string(i);
            by += (i == 0 ? "" : ", ") + key + " : " + std::string(keys[i].type);
            heading += " " + key + " |";
        }
        for (std::size_t i = 0; i < results.size(); ++i) {
            const std::string result = "gives_" + std::to_string(i);
            gives += (i == 0 ? "" : ", ") + result + " : " + std::string(results[i].type);
            heading += " " + result + " |";
        }
        std::vector<std::string> rows;
        add_rows(0, "  |", rows);
        // Any rows but the first may be what is left over.
        const bool otherwise = rows.size() > 1 && random.chance(40);
        std::string text = "table " + name + " by " + by + " gives " + gives + "\n" + heading + "\n" + rows.front();
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (!otherwise || (i > 1 && random.chance(60))) text += rows[i];
        }
        return otherwise ? text + "  | otherwise |" + results_text() : text;
    }
};

void add_table(Random& random, std::size_t number, bool silent, TableLibrary& library) {
    TableWriter writer{random, (silent ? "silent_" : "table_") + std::to_string(number), {}, {}, silent};
    for (std::size_t i = 1 + random.below(3); i > 0; --i) {
        writer.keys.push_back(random.pick(key_sorts()));
        // Where one cell of a key lies below 0, no other may leave that out: it is divided in one way throughout.
        KeySort& key = writer.keys.back();
        if (key.sort == Sort::calendar) key.divisions = {random.pick(key.divisions)};
    }
    for (std::size_t i = 1 + random.below(2); i > 0; --i) writer.results.push_back(random.pick(result_sorts()));
    // Silent tables are looked up for caps.
    if (silent) writer.results.front() = result_sorts()[2 + random.below(2)];
    const std::string text = writer.write();
    library.text += text;
    std::vector<Sort> parameters;
    for (const KeySort& key : writer.keys) parameters.push_back(key.sort);
    const bool said = text.find("not addressed") != std::string::npos;
    for (std::size_t i = 0; i < writer.results.size(); ++i) {
        (said ? library.silent : library.names)
            .push_back({writer.name, writer.results[i].sort, parameters, "gives_" + std::to_string(i)});
    }
}

}  // namespace

TableLibrary random_tables(Random& random) {
    TableLibrary library;
    library.text = "library tables \"Generated tables\"\n  section \"1\"\n";
    for (std::size_t number = 0; number < 6; ++number) add_table(random, number, false, library);
    for (std::size_t number = 0; number < 4; ++number) add_table(random, number, true, library);
    return library;
}

std::string_view fixed_tables() {
    return R"(library tables "Tables"
  section "1"

table by_way by way : route, stay : days gives score : number, most, shown : yes or no, grade : demand, name, other : route
  | way               | stay               | score | most     | shown | grade     | name    | other    |
  | oral              | 0..3 days          | 1     | 2 visits | yes   | light     | "red"   | oral     |
  | oral              | over 3 days        | 2.5   | 6 visits | no    | heavy     | "green" | topical  |
  | topical           | under 1 week       | 3     | 6 visits | no    | medium    | "blue"  | oral     |
  | otherwise                              | -1    | 0 visits | yes   | sedentary | "red"   | injected |

table by_score by score : number, on : date gives found : number
  | score             | on                       | found |
  | under 1           | before 2015-03           | 1     |
  | under 1           | 2015-03-01 to 2016-02-29 | 2     |
  | 1 to under 2      | any                      | 3     |
  | 3, 5..7           | any                      | 4     |
  | otherwise                                    | 5     |

table by_flag by flag : yes or no, job : demand, balance : days gives found : number
  | flag | job            | balance          | found |
  | yes  | at most light  | under 0 days     | 1     |
  | yes  | over light     | any              | 2     |
  | no   | light to heavy | at least -2 days | 3     |
  | otherwise                                | 4     |
)";
}

}  // namespace warrant::oracle
