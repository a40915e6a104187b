// Fuzz target: the text of a case, read against the standard library, and after a line `=====` a value as the command line
// gives it. Nothing may crash or hang; every mistake points into its text; what is read without mistakes allows each fact some
// value, and never one that the fact cannot have.
#include "dsl/parse.hpp"
#include "interpreter/check/print_value.hpp"
#include "interpreter/facts/case.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace warrant;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

// Words with lists, which the standard library need not have.
constexpr const char* list_words = R"(library lists "Lists"
type dose_form is oral | topical
type taken has drug : text, dose : hours/day, form : dose_form, since : date, helps : yes or no, change : number signed
fact taken_list "what is taken" : list of taken
fact request.parts "parts of the request" : list of taken
)";

// The words of the standard library and those, read once.
const Vocabulary& vocabulary() {
    static const Vocabulary words = [] {
        std::vector<std::filesystem::path> paths;
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(WARRANT_ROOT) / "stdlib")) {
            if (entry.path().extension() == ".warrant") paths.push_back(entry.path());
        }
        std::sort(paths.begin(), paths.end());
        SourceMap sources;
        Diagnostics diagnostics;
        std::vector<ast::Module> modules;
        for (const auto& path : paths) {
            std::ifstream in(path, std::ios::binary);
            std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
            modules.push_back(parse_module(sources, sources.add(path.filename().string(), std::move(text)), diagnostics));
        }
        modules.push_back(parse_module(sources, sources.add("lists", list_words), diagnostics));
        std::vector<const ast::Module*> pointers;
        for (const ast::Module& module : modules) pointers.push_back(&module);
        Vocabulary built = declare(pointers, diagnostics);
        require(diagnostics.ok(), "the standard library has no mistakes");
        return built;
    }();
    return words;
}

void check_diagnostics(const Diagnostics& diagnostics, const SourceMap& sources) {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (!diagnostic.located) continue;
        const SourceId source = sources.source_of(diagnostic.span.begin);
        require(diagnostic.span.begin <= diagnostic.span.end, "a span does not end before it begins");
        require(diagnostic.span.end <= sources.base(source) + sources.text(source).size(), "a span stays in its text");
    }
    require(render_text(diagnostics, sources, false).empty() == diagnostics.all().empty(), "what is reported is printed");
}

void check_values(const CaseRecord& record) {
    const Vocabulary& words = vocabulary();
    FactsRead read;
    for (std::uint32_t fact = 0; fact < words.facts.size(); ++fact) {
        const bool list = words.facts[fact].type.kind == TypeKind::list;
        (list ? read.lists : read.facts).push_back(FactId{fact});
    }
    for (std::uint32_t list = 0; list < read.lists.size(); ++list) {
        const std::size_t fields = words.record_type(words.fact(read.lists[list]).record).fields.size();
        for (std::uint32_t field = 0; field < fields; ++field) read.fields.push_back({list, field});
    }
    for (std::size_t request = 0; request < record.requests.size(); ++request) {
        const FactColumns columns = columns_of(record, request, read, words);
        for (std::size_t number = 0; number < read.fields.size(); ++number) {
            const FactId list = read.lists[read.fields[number].list];
            const FactEntry* entry = resolve_list(record, request, list, words);
            for (std::size_t row = 0; entry != nullptr && row < entry->elements.size(); ++row) {
                const ResolvedFact resolved = resolve_field(entry->elements[row], list, read.fields[number].field, words);
                require(!is_empty(resolved.value), "a field has some value");
                require(cell(columns.fields[number], row, columns.pool) == resolved.value,
                        "the column holds what was resolved");
            }
        }
        for (std::size_t slot = 0; slot < read.facts.size(); ++slot) {
            const ResolvedFact resolved = resolve(record, request, read.facts[slot], words);
            require(!is_empty(resolved.value), "a fact has some value");
            require(is_subset(resolved.value, full_set(words, resolved.type, words.fact(read.facts[slot]).is_signed)),
                    "a fact has only values of its type");
            require(cell(columns.columns[slot], 0, columns.pool) == resolved.value, "the column holds what was resolved");
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(data), size);
    const std::string separator = "\n=====\n";
    const std::size_t cut = std::min(input.find(separator), input.size());
    SourceMap sources;
    Diagnostics diagnostics;
    CaseRecord record = load_case(sources, sources.add("case", input.substr(0, cut)), vocabulary(), diagnostics);
    if (diagnostics.ok()) check_values(record);
    if (diagnostics.ok() && cut < input.size()) {
        const SourceId assignment = sources.add("--set", input.substr(cut + separator.size()));
        set_fact(record, sources, assignment, vocabulary(), diagnostics);
        if (diagnostics.ok()) check_values(record);
    }
    check_diagnostics(diagnostics, sources);
    return 0;
}
