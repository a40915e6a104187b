// Rules for what is written in Warrant: the standard library's words are fit for people to read, every fact asks its question,
// and each edition's folder says how its sections are known. What the guidelines mean is not tested here.
#include "dsl/parse.hpp"
#include "tests/unit/house/tree_of_files.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <functional>
#include <set>

namespace warrant::house {
namespace {

struct Parsed {
    std::string path;
    ast::Module module;
};

// Every file of Warrant below a folder, parsed; a file that does not parse fails the test with its diagnostics.
std::vector<Parsed> parsed_below(std::string_view folder) {
    std::vector<Parsed> modules;
    for (const File& file : all_files()) {
        if (!file.below(folder) || !file.ends_in(".warrant")) continue;
        SourceMap sources;
        Diagnostics diagnostics;
        const SourceId source = sources.add(file.path, file.text);
        modules.push_back({file.path, parse_module(sources, source, diagnostics)});
        EXPECT_TRUE(diagnostics.all().empty()) << render_text(diagnostics, sources, false);
    }
    return modules;
}

template <typename Kind>
void for_each(const std::vector<Parsed>& modules, const std::function<void(const Kind&, const Parsed&)>& visit) {
    for (const Parsed& parsed : modules) {
        for (const ast::Decl& declaration : parsed.module.decls) {
            if (const auto* found = std::get_if<Kind>(&declaration.kind)) visit(*found, parsed);
        }
    }
}

bool is_sentence(const std::string& text) {
    return !text.empty() && std::isupper(static_cast<unsigned char>(text.front())) != 0 && text.back() == '.';
}

TEST(StandardLibrary, EveryFactHasWordsForPeople) {
    const std::vector<Parsed> modules = parsed_below("stdlib/");
    std::set<std::string> labels;
    for_each<ast::Fact>(modules, [&labels](const ast::Fact& fact, const Parsed& parsed) {
        SCOPED_TRACE(parsed.path + ": " + fact.name.text);
        ASSERT_TRUE(fact.label && fact.type && fact.ask);
        EXPECT_TRUE(labels.insert(fact.label->text).second) << "two facts have one label";
        EXPECT_EQ(std::isupper(static_cast<unsigned char>(fact.label->text.front())), 0) << "a label stands within sentences";
        EXPECT_TRUE(std::string_view(".?!").find(fact.label->text.back()) == std::string_view::npos);
        EXPECT_EQ(fact.ask->text.back(), '?');
        EXPECT_FALSE(fact.shown_by.empty()) << "which document usually shows it?";
        const bool truth = fact.type->kind == ast::TypeName::Kind::truth;
        EXPECT_EQ(fact.if_yes.has_value(), truth);
        EXPECT_EQ(fact.if_no.has_value(), truth);
        if (!truth) return;
        EXPECT_TRUE(is_sentence(fact.if_yes->text)) << fact.if_yes->text;
        EXPECT_TRUE(is_sentence(fact.if_no->text)) << fact.if_no->text;
    });
    EXPECT_GT(labels.size(), 25u);
}

TEST(StandardLibrary, EveryFactOfTheSectionsIsDeclaredInIt) {
    std::set<std::string> declared;
    for_each<ast::Fact>(parsed_below("stdlib/"),
                        [&declared](const ast::Fact& fact, const Parsed&) { declared.insert(fact.name.text); });
    std::set<std::string> read;
    // `d.dose` of an element `d` of a list is a field, which its type declares.
    const auto first = [](const std::string& path) { return path.substr(0, path.find('.')); };
    for (const Parsed& parsed : parsed_below("guidelines/")) {
        for (const ast::Expr& expression : parsed.module.exprs) {
            const auto* name = std::get_if<ast::NameRef>(&expression.kind);
            if (name != nullptr && name->name.text.find('.') != std::string::npos) read.insert(name->name.text);
        }
    }
    EXPECT_FALSE(read.empty());
    for (const std::string& path : read) {
        EXPECT_TRUE(declared.contains(path) || first(path).size() == 1) << path;
    }
}

TEST(StandardLibrary, UtilizationReviewSpeaksNoAdverseWord) {
    for_each<ast::Outcome>(parsed_below("stdlib/ur.warrant"), [](const ast::Outcome& outcome, const Parsed&) {
        for (const std::string_view word : {"den", "reject", "refus", "not ", "fail", "adverse", "unable", "insufficient"}) {
            EXPECT_EQ(outcome.words.text.find(word), std::string::npos) << outcome.words.text;
        }
    });
    for_each<ast::Proposes>(parsed_below("stdlib/ur.warrant"), [](const ast::Proposes& proposes, const Parsed&) {
        for (const ast::ProposalRow& row : proposes.rows) {
            const bool favourable_or_asking =
                row.finding == ast::FindingName::supported || row.finding == ast::FindingName::undetermined;
            EXPECT_EQ(row.decider == ast::ProposalRow::Decider::physician, !favourable_or_asking) << row.outcome.text;
        }
    });
}

TEST(Guidelines, EveryPartCitesAPageAndIsNamedInItsFolder) {
    const std::vector<Parsed> modules = parsed_below("guidelines/");
    ASSERT_FALSE(modules.empty());
    for (const Parsed& parsed : modules) {
        const std::filesystem::path path = parsed.path;
        const std::string readme = golden::read_file(golden::root() / path.parent_path() / "README.md");
        EXPECT_NE(readme.find(path.filename().string()), std::string::npos) << parsed.path << " is not in its folder's README";
        EXPECT_TRUE(parsed.module.header.status.has_value()) << parsed.path;
        EXPECT_EQ(path.parent_path().filename().string(), parsed.module.header.edition->text) << parsed.path;
    }
    const auto cited = [](const auto& part, const Parsed& parsed) {
        EXPECT_TRUE(part.provenance.citation || parsed.module.header.provenance.citation)
            << parsed.path << ": " << part.id.text;
    };
    for_each<ast::Criterion>(modules, cited);
    for_each<ast::Limit>(modules, cited);
}

}  // namespace
}  // namespace warrant::house
