// Mistakes that the shelf and a review report, as people read them. A .texts file holds several texts, each after a line
// `===== name`; a text named .yaml is a case to review, else every module is checked.
#include "tests/golden/golden.hpp"
#include "tests/unit/find/fixture.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace warrant::testing {
namespace {

struct NamedText {
    std::string name;
    std::string text;
};

std::vector<NamedText> texts_in(const std::string& file) {
    constexpr std::string_view mark = "===== ";
    std::vector<NamedText> texts;
    for (std::size_t at = 0; at < file.size();) {
        const std::size_t end = std::min(file.find('\n', at), file.size() - 1) + 1;
        const std::string line = file.substr(at, end - at);
        if (line.starts_with(mark)) {
            texts.push_back({line.substr(mark.size(), line.size() - mark.size() - 1), ""});
        } else if (!texts.empty()) {
            texts.back().text += line;
        }
        at = end;
    }
    return texts;
}

std::string diagnostics_of(const std::vector<NamedText>& texts) {
    Desk desk;
    std::vector<SourceId> cases;
    for (const NamedText& text : texts) {
        const SourceId source = desk.sources.add(text.name, text.text);
        if (text.name.ends_with(".yaml")) {
            cases.push_back(source);
        } else {
            desk.texts.push_back({source, false});
        }
    }
    const Shelf& shelf = desk.make();
    for (const SourceId source : cases) {
        const CaseRecord record = load_case(desk.sources, source, shelf.vocabulary, desk.diagnostics);
        review(shelf, record, {}, desk.diagnostics);
    }
    if (cases.empty() && desk.diagnostics.ok()) {
        for (const ShelfModule& module : shelf.modules) {
            if (!module.standard) check_module(shelf, module, desk.diagnostics);
        }
    }
    return desk.all_messages();
}

TEST(GoldenFind, Mistakes) {
    const auto files = golden::files(golden::root() / "tests/golden/find", ".texts");
    ASSERT_FALSE(files.empty());
    for (const auto& path : files) {
        SCOPED_TRACE(path.filename().string());
        const std::vector<NamedText> texts = texts_in(golden::read_file(path));
        ASSERT_FALSE(texts.empty());
        const std::string diagnostics = diagnostics_of(texts);
        EXPECT_EQ(golden::expects_failure(path), !diagnostics.empty());
        EXPECT_TRUE(golden::matches(golden::sibling(path, ".diag"), diagnostics));
    }
}

}  // namespace
}  // namespace warrant::testing
