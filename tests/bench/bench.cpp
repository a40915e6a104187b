// The benchmark program. It refuses to measure anything before the evaluator and the hand-written function agree on thousands
// of cases.
#include "interpreter/plan/lower.hpp"
#include "interpreter/session.hpp"
#include "tests/bench/cases.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace warrant::bench {
namespace {

constexpr std::size_t block_rows = 4096;
const char* const guideline_name = "mtus.work_hardening";

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) stop("cannot read " + path.filename().string());
    return {std::istreambuf_iterator<char>(file), {}};
}

// The standard library and the guideline.
std::vector<ModuleText> read_modules() {
    const std::filesystem::path root = WARRANT_ROOT;
    std::vector<std::filesystem::path> library;
    for (const auto& entry : std::filesystem::directory_iterator(root / "stdlib")) {
        if (entry.path().extension() == ".warrant") library.push_back(entry.path());
    }
    std::sort(library.begin(), library.end());
    std::vector<ModuleText> texts;
    for (const auto& path : library) texts.push_back({path.filename().string(), read(path), true, false});
    texts.push_back({"work_hardening.warrant", read(root / "guidelines/mtus/2009/work_hardening.warrant"), false, false});
    return texts;
}

// Everything that the benchmarks share, made once.
struct Bench {
    std::vector<ModuleText> texts = read_modules();
    SourceMap sources;
    Diagnostics diagnostics;
    Shelf shelf = load_shelf(texts, sources, diagnostics);
    Plan plan = *plan_of_module(shelf, *editions_of(shelf, guideline_name).front(), diagnostics);
    CaseRecord record = read_case("case", read(std::filesystem::path(WARRANT_ROOT) / "tests/cases/work-hardening-2015.yaml"),
                                  {}, shelf, sources, diagnostics);
    Cases cases = draw_cases(plan, shelf.vocabulary, block_rows, 2015);

    Bench() {
        if (!diagnostics.ok()) stop("the guideline or the case has mistakes");
    }
};

Bench& shared() {
    static Bench bench;
    return bench;
}

// The evaluator's answer for `rows` rows, in strips.
void review_in_strips(const Plan& plan, const FactColumns& facts, Values& values, FindingPlanes& planes) {
    for (std::size_t first = 0; first < facts.rows; first += values.capacity()) {
        evaluate(plan, facts, first, std::min(values.capacity(), facts.rows - first), values);
        find_block(plan, values, planes);
        benchmark::DoNotOptimize(planes.supported.data());
        for (const CriterionPlan& criterion : plan.criteria) {
            benchmark::DoNotOptimize(values.surely_true(criterion.truth));
            benchmark::DoNotOptimize(values.surely_false(criterion.truth));
        }
        benchmark::ClobberMemory();
    }
}

Byte status_byte(PartStatus status) {
    if (status == PartStatus::unknown) return unclear;
    return status == PartStatus::not_met ? no : yes;
}

// Case by case, finding and every criterion; stops at the first difference.
void compare_with_hand_written() {
    const Bench& bench = shared();
    std::array<std::size_t, 5> seen{};
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const Cases cases = draw_cases(bench.plan, bench.shelf.vocabulary, block_rows, seed);
        ByteFindings by_hand(block_rows);
        review_by_hand(cases.bytes, 0, block_rows, by_hand);
        Values values(bench.plan, bench.shelf.vocabulary, block_rows);
        evaluate(bench.plan, cases.facts, 0, block_rows, values);
        for (std::size_t row = 0; row < block_rows; ++row) {
            const SectionFinding finding = find_row(bench.plan, values, row);
            const auto number = static_cast<std::size_t>(finding.finding);
            ++seen[number];
            if (finding.error || number != by_hand.finding[row])
                stop("the findings of case " + std::to_string(row) + " differ");
            for (std::size_t criterion = 0; criterion < criterion_count; ++criterion) {
                const Byte status = status_byte(status_of(bench.plan.criteria[criterion], values, row));
                if (status != by_hand.criteria[criterion][row])
                    stop("criterion " + bench.plan.criteria[criterion].id + " differs");
            }
        }
    }
    std::printf(
        "%zu cases agree with the hand-written function: %zu supported, %zu partly, %zu not supported, %zu undetermined\n",
        4 * block_rows, seen[0], seen[1], seen[2], seen[3]);
    if (std::count(seen.begin(), seen.begin() + 4, std::size_t{0}) > 0) stop("the cases do not reach every finding");
}

// Seconds that `run` takes, the best of several goes of about a tenth of a second in all.
template <typename Run>
double best_seconds(Run run) {
    using Clock = std::chrono::steady_clock;
    double best = 1e9;
    const auto end = Clock::now() + std::chrono::milliseconds(100);
    do {
        const auto begin = Clock::now();
        run();
        best = std::min(best, std::chrono::duration<double>(Clock::now() - begin).count());
    } while (Clock::now() < end);
    return best;
}

void ParseCheckLower(benchmark::State& state) {
    const Bench& bench = shared();
    for (auto _ : state) {
        SourceMap sources;
        Diagnostics diagnostics;
        const Shelf shelf = load_shelf(bench.texts, sources, diagnostics);
        const auto plan = plan_of_module(shelf, *editions_of(shelf, guideline_name).front(), diagnostics);
        benchmark::DoNotOptimize(plan->steps.data());
    }
}
BENCHMARK(ParseCheckLower)->Unit(benchmark::kMicrosecond);

void ReviewCase(benchmark::State& state) {
    const Bench& bench = shared();
    for (auto _ : state) {
        Diagnostics diagnostics;
        const Review found = review(bench.shelf, bench.record, {}, diagnostics);
        benchmark::DoNotOptimize(found.requests.data());
    }
}
BENCHMARK(ReviewCase)->Unit(benchmark::kMicrosecond);

void ReviewCaseWithJustification(benchmark::State& state) {
    const Bench& bench = shared();
    for (auto _ : state) {
        Diagnostics diagnostics;
        const auto justification = review_case(bench.shelf, bench.record, {}, diagnostics);
        benchmark::DoNotOptimize(&*justification);
    }
}
BENCHMARK(ReviewCaseWithJustification)->Unit(benchmark::kMicrosecond);

void EvaluateOneCase(benchmark::State& state) {
    const Bench& bench = shared();
    const FactColumns columns = columns_of(bench.record, 0, read_by(bench.plan), bench.shelf.vocabulary);
    Values values(bench.plan, bench.shelf.vocabulary, 1);
    for (auto _ : state) {
        evaluate(bench.plan, columns, 0, 1, values);
        const SectionFinding finding = find_row(bench.plan, values, 0);
        benchmark::DoNotOptimize(&finding);
    }
}
BENCHMARK(EvaluateOneCase)->Unit(benchmark::kNanosecond);

// Cases a second in blocks of the given size, and our throughput over the hand-written function's on the same cases.
void Blocks(benchmark::State& state) {
    const Bench& bench = shared();
    const auto rows = static_cast<std::size_t>(state.range(0));
    const Cases few = rows == block_rows ? Cases{} : draw_cases(bench.plan, bench.shelf.vocabulary, rows, 7);
    const Cases& cases = rows == block_rows ? bench.cases : few;
    Values values(bench.plan, bench.shelf.vocabulary, std::min(rows, strip_rows));
    FindingPlanes planes(values.capacity());
    for (auto _ : state) review_in_strips(bench.plan, cases.facts, values, planes);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));

    ByteFindings found(rows);
    const double ours = best_seconds([&] { review_in_strips(bench.plan, cases.facts, values, planes); });
    const double by_hand = best_seconds([&] {
        review_by_hand(cases.bytes, 0, rows, found);
        benchmark::ClobberMemory();
    });
    state.counters["of_hand_written"] = by_hand / ours;
}
BENCHMARK(Blocks)->Arg(1)->Arg(block_rows);

void HandWritten(benchmark::State& state) {
    const Bench& bench = shared();
    const auto rows = static_cast<std::size_t>(state.range(0));
    ByteFindings found(block_rows);
    for (auto _ : state) {
        review_by_hand(bench.cases.bytes, 0, rows, found);
        benchmark::DoNotOptimize(found.finding.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}
BENCHMARK(HandWritten)->Arg(1)->Arg(block_rows);

}  // namespace
}  // namespace warrant::bench

int main(int count, char** words) {
    benchmark::Initialize(&count, words);
    warrant::bench::compare_with_hand_written();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
