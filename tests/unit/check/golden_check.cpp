// What checking says of whole files with mistakes, compared with golden files: every kind of the checker's diagnostics.
#include "dsl/diagnostic.hpp"
#include "dsl/limits.hpp"
#include "dsl/parse.hpp"
#include "interpreter/check/program.hpp"
#include "interpreter/plan/lower.hpp"
#include "tests/golden/golden.hpp"

#include <algorithm>
#include <deque>

namespace warrant {
namespace {

struct Checked {
    SourceMap sources;
    Diagnostics diagnostics;
};

std::vector<std::filesystem::path> shipped_guidelines() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(golden::root() / "guidelines")) {
        if (entry.path().extension() == ".warrant") found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

// Parses the standard library, the shipped guidelines and, unless it is one of those, the file; declares all, checks the file,
// and lowers it if it is a correct guideline: some mistakes show only in the plan.
void check_file(const std::filesystem::path& path, Checked& checked) {
    std::vector<std::filesystem::path> files = golden::files(golden::root() / "stdlib", ".warrant");
    const std::size_t standard = files.size();
    for (const auto& file : shipped_guidelines()) files.push_back(file);
    if (std::find(files.begin(), files.end(), path) == files.end()) files.push_back(path);
    std::deque<ast::Module> trees;
    std::vector<const ast::Module*> modules;
    const ast::Module* root = nullptr;
    for (const auto& file : files) {
        const SourceId source = checked.sources.add(file.filename().string(), golden::read_file(file));
        trees.push_back(parse_module(checked.sources, source, checked.diagnostics));
        modules.push_back(&trees.back());
        if (file == path) root = &trees.back();
    }
    Vocabulary vocabulary = declare(modules, checked.diagnostics);
    for (std::size_t i = 0; i < modules.size(); ++i) vocabulary.standard.push_back(i < standard);
    const Program program = check(vocabulary, modules, {}, *root, checked.diagnostics);
    if (checked.diagnostics.ok() && root->header.kind == ast::ModuleKind::guideline)
        lower_guideline(program, checked.diagnostics);
}

TEST(GoldenCheck, FilesWithMistakes) {
    auto files = golden::files(golden::root() / "tests/golden/check", ".warrant");
    ASSERT_FALSE(files.empty());
    for (const auto& path : files) {
        SCOPED_TRACE(path.filename().string());
        Checked checked;
        check_file(path, checked);
        EXPECT_EQ(golden::expects_failure(path), !checked.diagnostics.all().empty());
        EXPECT_TRUE(golden::matches(golden::sibling(path, ".diag"), render_text(checked.diagnostics, checked.sources, false)));
    }
}

TEST(GoldenCheck, AnIndexedFactCountsOnceForEachValue) {
    std::string text = "library words \"Many facts\"\ntype many is v0";
    for (int value = 1; value < 500; ++value) text += " | v" + std::to_string(value);
    for (int fact = 0; fact < 41; ++fact) {
        text += "\nfact f.n" + std::to_string(fact) + "(many) \"fact " + std::to_string(fact) + "\" : yes or no";
    }
    Checked checked;
    const SourceId source = checked.sources.add("many.warrant", text + "\n");
    const ast::Module module = parse_module(checked.sources, source, checked.diagnostics);
    const Vocabulary words = declare({&module}, checked.diagnostics);
    EXPECT_EQ(words.facts.size(), limits::max_facts);
    ASSERT_EQ(checked.diagnostics.all().size(), 1U);
    EXPECT_EQ(checked.diagnostics.all()[0].kind->slug, "too-many");
}

}  // namespace
}  // namespace warrant
