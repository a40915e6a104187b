// Fuzz target: a guideline and a case, the whole way from two texts to the printed justification. The texts are parted by a
// line
// `=====`. Nothing may crash or hang; a guideline without mistakes has a well-formed plan; a block finds what its one row
// finds. The guideline stands on a shelf of few sections, so that many texts are tried in a minute.
#include "interpreter/plan/verify.hpp"
#include "interpreter/session.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace warrant;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

// The standard library and the shipped guidelines, read once. `few`: beside the libraries only sections that texts of the
// corpus add to or are searched after.
bool is_of_the_few(const ModuleText& module) {
    if (module.standard || module.text.find("\nlibrary ") != std::string::npos) return true;
    return module.name == "work_hardening.warrant" || module.name == "physical_medicine.warrant" ||
           module.name == "visit_caps.warrant";
}

const std::vector<ModuleText>& shipped() {
    static const std::vector<ModuleText> texts = [] {
        std::vector<ModuleText> found;
        for (const char* folder : {"stdlib", "guidelines"}) {
            for (const auto& entry :
                 std::filesystem::recursive_directory_iterator(std::filesystem::path(WARRANT_ROOT) / folder)) {
                if (entry.path().extension() != ".warrant") continue;
                std::ifstream in(entry.path(), std::ios::binary);
                found.push_back({entry.path().filename().string(),
                                 {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()},
                                 folder == std::string("stdlib"),
                                 false});
            }
        }
        std::sort(found.begin(), found.end(), [](const ModuleText& a, const ModuleText& b) { return a.name < b.name; });
        return found;
    }();
    return texts;
}

const std::vector<ModuleText>& few() {
    static const std::vector<ModuleText> texts = [] {
        std::vector<ModuleText> found;
        std::copy_if(shipped().begin(), shipped().end(), std::back_inserter(found), is_of_the_few);
        return found;
    }();
    return texts;
}

struct Opened {
    SourceMap sources;
    Diagnostics diagnostics;
    Shelf shelf;
};

void open(std::vector<ModuleText> texts, Opened& opened) {
    opened.shelf = load_shelf(std::move(texts), opened.sources, opened.diagnostics);
    for (const ShelfModule& module : opened.shelf.modules) {
        if (!opened.diagnostics.ok()) break;
        const auto plan = plan_of_module(opened.shelf, module, opened.diagnostics);
        if (plan) require(verify(*plan, opened.shelf.vocabulary).empty(), "the plan is well formed");
    }
    require(!render_json(opened.diagnostics, opened.sources).empty(), "diagnostics print");
    require(opened.diagnostics.all().empty() == render_text(opened.diagnostics, opened.sources, false).empty(),
            "diagnostics print");
}

bool has_bit(const FindingPlanes& planes, FindingName finding) {
    switch (finding) {
        case FindingName::supported:
            return planes.supported[0] == 1;
        case FindingName::partly_supported:
            return planes.partly_supported[0] == 1;
        case FindingName::not_supported:
            return planes.not_supported[0] == 1;
        case FindingName::undetermined:
            return (planes.undetermined[0] | planes.error[0]) == 1;
        case FindingName::not_addressed:
            return planes.not_addressed[0] == 1;
    }
    return false;
}

void check_candidates(const RequestReview& request) {
    require(!request.candidates.empty() || request.error, "something governs, or an error says why not");
    for (const Candidate& candidate : request.candidates) {
        if (candidate.guideline == nullptr) continue;
        FindingPlanes planes(1);
        find_block(candidate.plan, *candidate.values, planes);
        require(has_bit(planes, candidate.finding.finding), "a block finds what its row finds");
    }
}

void review_text(const std::string& text, const Shelf& shelf, SourceMap sources) {
    Diagnostics diagnostics;
    const CaseRecord record = read_case("case", text, {}, shelf, sources, diagnostics);
    if (diagnostics.ok()) {
        const Review found = review(shelf, record, {}, diagnostics);
        for (const RequestReview& request : found.requests) check_candidates(request);
        if (!found.requests.empty()) {
            const Justification justification = justify(found, record, shelf);
            for (const Detail detail : {Detail::head, Detail::parts, Detail::full}) {
                require(!render_text(justification, detail, false).empty(), "a justification prints");
            }
            require(render_json(justification) == render_json(justify(found, record, shelf)), "the same every time");
        }
    }
    require(!render_json(diagnostics, sources).empty(), "diagnostics print");
    require(diagnostics.all().empty() == render_text(diagnostics, sources, true).empty(), "diagnostics print");
}

// All that is shipped, opened once; a deque keeps what points into it in place.
const Opened& all_shipped() {
    static Opened opened;
    if (opened.shelf.modules.empty()) {
        open(shipped(), opened);
        require(opened.diagnostics.ok(), "what is shipped has no mistake");
    }
    return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    constexpr std::string_view separator = "\n=====\n";
    const std::size_t middle = text.find(separator);
    const std::string guideline = text.substr(0, middle);
    const std::string one_case = middle == std::string::npos ? std::string() : text.substr(middle + separator.size());
    std::vector<ModuleText> texts = few();
    texts.push_back({"guideline", guideline, false, true});
    Opened opened;
    open(std::move(texts), opened);
    // Beside a broken guideline the case is reviewed by those that are shipped.
    const Opened& shelf = opened.diagnostics.ok() ? opened : all_shipped();
    review_text(one_case, shelf.shelf, shelf.sources);
    return 0;
}
