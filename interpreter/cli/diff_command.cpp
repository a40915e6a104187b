// warrant diff: two editions or drafts of a guideline against each other, over given cases if there are any.
#include "interpreter/cli/run.hpp"

#include "dsl/limits.hpp"
#include "interpreter/suite/render_diff.hpp"

#include <fmt/format.h>

namespace warrant::cli {
namespace {

bool is_path(const std::string& side) {
    return side == "-" || side.ends_with(".warrant");
}

// One side of the comparison: a shelf, and the guidelines on it that were meant.
struct Side {
    std::optional<Shelf> shelf;
    std::vector<const ShelfModule*> guidelines;
};

// `mtus.home_health/2009`, `mtus/2009`: by name or source, and edition.
std::vector<const ShelfModule*> guidelines_named(const Shelf& shelf, const std::string& name) {
    const std::size_t slash = name.find('/');
    const std::string module = name.substr(0, slash);
    const std::string edition = slash == std::string::npos ? "" : name.substr(slash + 1);
    std::vector<const ShelfModule*> found;
    for (const ShelfModule& candidate : shelf.modules) {
        if (candidate.tree.header.kind != ast::ModuleKind::guideline || candidate.edition != edition) continue;
        if (candidate.name == module || candidate.source == module) found.push_back(&candidate);
    }
    return found;
}

ExitCode open_side(Run& run, const DiffCommand& command, const std::string& name, Side& side) {
    Diagnostics diagnostics;
    std::vector<SourceId> own;
    const std::vector<std::string> files = is_path(name) ? std::vector<std::string>{name} : std::vector<std::string>{};
    side.shelf = open_shelf(run, files, own, diagnostics);
    if (!side.shelf) return ExitCode::usage;
    if (const ExitCode code = report(run, diagnostics, command.format); code != ExitCode::done) return code;
    if (!own.empty()) {
        side.guidelines.push_back(module_of(*side.shelf, own.front()));
    } else {
        side.guidelines = guidelines_named(*side.shelf, name);
    }
    if (!side.guidelines.empty()) return ExitCode::done;
    complain(run, fmt::format("no guideline on the shelf is `{}`; give a file, or a name with its edition, such as "
                              "mtus.work_hardening/2009 or mtus/2009",
                              name));
    return ExitCode::usage;
}

ExitCode compare_cases(Run& run, const DiffCommand& command, const std::vector<std::string>& texts, const DiffSide& before,
                       const DiffSide& after, GuidelineDiff& diff) {
    ExitCode code = ExitCode::done;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Diagnostics diagnostics;
        const std::string name = name_of_file(command.cases[i]);
        run.roles.resize(run.sources.size());
        const std::vector<CaseRecord> old = read_cases(name, texts[i], before.shelf, run.sources, diagnostics);
        const std::vector<CaseRecord> now = read_cases(name, texts[i], after.shelf, run.sources, diagnostics);
        run.roles.resize(run.sources.size(), Role::case_text);
        for (std::size_t one = 0; diagnostics.ok() && one < now.size(); ++one)
            compare_case(before, old[one], after, now[one], diff, diagnostics);
        code = worse(code, report(run, diagnostics, command.format));
    }
    return code;
}

// The guideline of the same name on the other side.
const ShelfModule* counterpart(const Side& side, const Side& other, const ShelfModule& guideline) {
    if (side.guidelines.size() == 1 && other.guidelines.size() == 1) return other.guidelines.front();
    for (const ShelfModule* candidate : other.guidelines) {
        if (candidate->name == guideline.name) return candidate;
    }
    return nullptr;
}

}  // namespace

ExitCode run_diff(Run& run, const DiffCommand& command) {
    Side before;
    Side after;
    if (const ExitCode code = open_side(run, command, command.before, before); code != ExitCode::done) return code;
    if (const ExitCode code = open_side(run, command, command.after, after); code != ExitCode::done) return code;
    std::vector<std::string> texts;
    for (const std::string& file : command.cases) {
        std::optional<std::string> text = text_of(run, file, limits::max_case_bytes);
        if (!text) return ExitCode::usage;
        texts.push_back(std::move(*text));
    }
    std::vector<GuidelineDiff> diffs;
    ExitCode code = ExitCode::done;
    for (const ShelfModule* guideline : after.guidelines) {
        const ShelfModule* old = counterpart(after, before, *guideline);
        if (old == nullptr) continue;
        Diagnostics diagnostics;
        const DiffSide old_side{*before.shelf, *old};
        const DiffSide new_side{*after.shelf, *guideline};
        diffs.push_back(compare_guidelines(old_side, new_side, run.sources, diagnostics));
        code = worse(code, report(run, diagnostics, command.format));
        if (code == ExitCode::done) code = compare_cases(run, command, texts, old_side, new_side, diffs.back());
    }
    if (code != ExitCode::done) return code;
    if (diffs.empty()) {
        complain(run, fmt::format("`{}` and `{}` have no section in common", command.before, command.after));
        return ExitCode::usage;
    }
    print(run, command.format == Format::json ? render_diff_json(diffs) : render_diff_text(diffs));
    return ExitCode::done;
}

}  // namespace warrant::cli
