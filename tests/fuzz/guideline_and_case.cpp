// Fuzz target: a guideline and a case, the whole way from two texts to the printed justification. The texts are parted by a
// line
// `=====`. Nothing may crash or hang; a guideline without mistakes has a well-formed plan; a block finds what its one row
// finds.
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
#include <vector>

namespace {

using namespace warrant;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

// The standard library and the shipped guidelines, read once.
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

struct Opened {
    SourceMap sources;
    Diagnostics diagnostics;
    Shelf shelf;
};

void open(const std::string* guideline, Opened& opened) {
    std::vector<ModuleText> texts = shipped();
    if (guideline != nullptr) texts.push_back({"guideline", *guideline, false, true});
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

void review_text(const std::string& text, Opened& opened) {
    const CaseRecord record = read_case("case", text, {}, opened.shelf, opened.sources, opened.diagnostics);
    if (opened.diagnostics.ok()) {
        const Review found = review(opened.shelf, record, {}, opened.diagnostics);
        for (const RequestReview& request : found.requests) check_candidates(request);
        if (!found.requests.empty()) {
            const Justification justification = justify(found, record, opened.shelf);
            for (const Detail detail : {Detail::head, Detail::parts, Detail::full}) {
                require(!render_text(justification, detail, false).empty(), "a justification prints");
            }
            require(render_json(justification) == render_json(justify(found, record, opened.shelf)), "the same every time");
        }
    }
    require(!render_json(opened.diagnostics, opened.sources).empty(), "diagnostics print");
    require(opened.diagnostics.all().empty() == render_text(opened.diagnostics, opened.sources, true).empty(),
            "diagnostics print");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    constexpr std::string_view separator = "\n=====\n";
    const std::size_t middle = text.find(separator);
    const std::string guideline = text.substr(0, middle);
    const std::string one_case = middle == std::string::npos ? std::string() : text.substr(middle + separator.size());
    Opened opened;
    open(&guideline, opened);
    if (opened.diagnostics.ok()) {
        review_text(one_case, opened);
    } else {
        // A broken guideline: the case is reviewed by those that are shipped.
        Opened without;
        open(nullptr, without);
        require(without.diagnostics.ok(), "what is shipped has no mistake");
        review_text(one_case, without);
    }
    return 0;
}
