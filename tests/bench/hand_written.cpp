// One plain loop over the cases.
#include "tests/bench/hand_written.hpp"

#include "interpreter/value/date.hpp"
#include "interpreter/value/decimal.hpp"

#include <algorithm>

namespace warrant::bench {

namespace {

constexpr std::int64_t unit = micro_per_unit;

Byte both(Byte a, Byte b) {
    return std::min(a, b);
}
Byte either(Byte a, Byte b) {
    return std::max(a, b);
}
Byte opposite(Byte a) {
    return static_cast<Byte>(yes - a);
}
Byte at_least(std::int64_t low, std::int64_t high, std::int64_t bound) {
    return low >= bound ? yes : high < bound ? no : unclear;
}

struct Ends {
    std::int64_t low, high;
};

// Two years after; unbounded ends stay so.
Ends two_years_on(std::int64_t low, std::int64_t high) {
    constexpr std::int64_t months = 24;
    if (low == unbounded_low && high == unbounded_high) return {low, high};
    const std::int64_t first = low == unbounded_low ? low : add_months(low, months).value_or(unbounded_low);
    if (low == high) return {first, first};
    return {first, high == unbounded_high ? high : add_months(high, months).value_or(unbounded_high)};
}

// weeks - completed, not below 0.
Ends weeks_left(std::int64_t weeks, Ends completed) {
    const std::int64_t low = completed.high == unbounded_high ? 0 : std::max<std::int64_t>(0, weeks - completed.high);
    return {low, std::max<std::int64_t>(0, weeks - completed.low)};
}

Ends limit(Ends completed, Byte gains) {
    const Ends four = weeks_left(4 * unit, completed);
    const Ends two = weeks_left(2 * unit, completed);
    if (gains == yes) return four;
    if (gains == no) return {std::min(four.low, two.low), std::min(four.high, two.high)};
    return {std::min(four.low, two.low), four.high};
}

enum Finding : Byte { supported, partly_supported, not_supported, undetermined };

Finding find(Byte criteria, Ends cap, std::int64_t duration_low, std::int64_t duration_high) {
    if (criteria == no || cap.high <= 0) return not_supported;
    if (criteria != yes || cap.low <= 0) return undetermined;
    if (duration_high <= 7 * cap.low) return supported;
    if (duration_low > 7 * cap.high && cap.low == cap.high) return partly_supported;
    return undetermined;
}

}  // namespace

void ByteColumns::resize(std::size_t rows) {
    for (const char* path :
         {"condition.work_related", "condition.musculoskeletal", "limitations.preclude_current_job", "therapy.trial_adequate",
          "therapy.improved_then_plateaued", "therapy.further_benefit_likely", "surgery.clearly_warranted", "goal.defined",
          "goal.employer_agrees", "goal.employee_agrees", "goal.specific_job", "goal.on_the_job_training",
          "worker.able_to_benefit", "history.same_or_similar_program", "progress.compliant", "progress.subjective_gains",
          "progress.objective_gains", "progress.functional_improvement"}) {
        truths(path)->assign(rows, unclear);
    }
    for (Range* column : {&tolerance, &attendance, &duration, &completed, &request_date, &injury_date}) {
        column->low.assign(rows, 0);
        column->high.assign(rows, 0);
    }
    demand.assign(rows, 0);
    completed_absent.assign(rows, 0);
}

std::vector<Byte>* ByteColumns::truths(std::string_view path) {
    const std::unordered_map<std::string_view, std::vector<Byte>*> columns{
        {"condition.work_related", &work_related},
        {"condition.musculoskeletal", &musculoskeletal},
        {"limitations.preclude_current_job", &preclude},
        {"therapy.trial_adequate", &trial_adequate},
        {"therapy.improved_then_plateaued", &plateaued},
        {"therapy.further_benefit_likely", &further_benefit},
        {"surgery.clearly_warranted", &surgery},
        {"goal.defined", &goal_defined},
        {"goal.employer_agrees", &employer_agrees},
        {"goal.employee_agrees", &employee_agrees},
        {"goal.specific_job", &specific_job},
        {"goal.on_the_job_training", &on_the_job},
        {"worker.able_to_benefit", &able},
        {"history.same_or_similar_program", &similar_program},
        {"progress.compliant", &compliant},
        {"progress.subjective_gains", &subjective},
        {"progress.objective_gains", &objective},
        {"progress.functional_improvement", &functional}};
    const auto found = columns.find(path);
    return found == columns.end() ? nullptr : found->second;
}

ByteColumns::Range* ByteColumns::range(std::string_view path) {
    const std::unordered_map<std::string_view, Range*> columns{
        {"recovery.tolerance", &tolerance}, {"recovery.attendance", &attendance}, {"request.duration", &duration},
        {"program.completed", &completed},  {"request.date", &request_date},      {"injury.date", &injury_date}};
    const auto found = columns.find(path);
    return found == columns.end() ? nullptr : found->second;
}

ByteFindings::ByteFindings(std::size_t rows) : finding(rows, undetermined) {
    for (std::vector<Byte>& criterion : criteria) criterion.assign(rows, unclear);
}

void review_by_hand(const ByteColumns& cases, std::size_t first, std::size_t rows, ByteFindings& found) {
    constexpr Byte light = 0b00011;      // sedentary, light
    constexpr Byte at_medium = 0b11100;  // medium or heavier
    for (std::size_t row = first; row < first + rows; ++row) {
        const Byte demand = (cases.demand[row] & light) == 0 ? yes : (cases.demand[row] & at_medium) == 0 ? no : unclear;
        const Ends injury = two_years_on(cases.injury_date.low[row], cases.injury_date.high[row]);
        const Byte in_time = cases.request_date.high[row] <= injury.low  ? yes
                             : cases.request_date.low[row] > injury.high ? no
                                                                         : unclear;
        const Byte criteria[criterion_count] = {
            both(both(cases.work_related[row], cases.musculoskeletal[row]), both(cases.preclude[row], demand)),
            both(both(cases.trial_adequate[row], cases.plateaued[row]), opposite(cases.further_benefit[row])),
            opposite(cases.surgery[row]),
            both(at_least(cases.tolerance.low[row], cases.tolerance.high[row], 4 * unit),
                 at_least(cases.attendance.low[row], cases.attendance.high[row], 3 * unit)),
            both(both(cases.goal_defined[row], cases.employer_agrees[row]), cases.employee_agrees[row]),
            either(cases.specific_job[row], cases.on_the_job[row]),
            cases.able[row],
            in_time,
            opposite(cases.similar_program[row])};
        Byte all = yes;
        for (std::size_t number = 0; number < criterion_count; ++number) {
            found.criteria[number][row] = criteria[number];
            all = both(all, criteria[number]);
        }
        const bool absent = cases.completed_absent[row] != 0;
        const Ends completed{absent ? 0 : cases.completed.low[row], absent ? 0 : cases.completed.high[row]};
        const Byte begun = completed.low > 0 ? yes : completed.high <= 0 ? no : unclear;
        const Byte gains = both(both(begun, cases.compliant[row]),
                                both(both(cases.subjective[row], cases.objective[row]), cases.functional[row]));
        found.finding[row] = find(all, limit(completed, gains), cases.duration.low[row], cases.duration.high[row]);
    }
}

}  // namespace warrant::bench
