// A shelf made of texts, and cases reviewed against it: what the tests of find share. It tests nothing itself.
#pragma once

#include "dsl/diagnostic.hpp"
#include "dsl/source.hpp"
#include "interpreter/facts/case.hpp"
#include "interpreter/find/review.hpp"
#include "interpreter/find/shelf.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warrant::testing {

// The header of a guideline `name` and `body` under it. `more` are further clauses of the header.
struct GuidelineText {
    std::string name = "alpha.therapy";
    std::string edition = "2009";
    std::string period = "2009-01-01 to 2015-12-31";
    std::string covers = "therapy";
    std::string more;
    std::string body;
};
std::string guideline(const GuidelineText& parts);

// A procedure `name` that maps each finding to an outcome of its own.
std::string procedure(const std::string& name, const std::string& clauses);

// Texts in, review out. A small vocabulary is on the shelf from the start: services therapy (with the kinds pool_therapy and
// warm_pool of that) and massage; facts a, b, c, d (yes or no), level, load.total, load.parts (numbers), event.date,
// event.happened.
struct Desk {
    Desk();

    SourceMap sources;
    Diagnostics diagnostics;
    std::vector<ShelfText> texts;
    std::optional<Shelf> shelf;

    void put(const std::string& text, bool standard = false);
    const Shelf& make();
    // Reviews a case whose text is `yaml` after its first line. The record stays alive with the desk.
    Review review(const std::string& yaml, const ReviewOptions& options = {});
    // One diagnostic of a kind, as text, or what there is instead.
    bool reported(std::string_view slug) const;
    std::string all_messages() const;

private:
    std::deque<CaseRecord> records_;
};

// `  - service: therapy` and `rest`, as the only request; the edition 2009 is named.
std::string simple_case(const std::string& facts, const std::string& request = "");

}  // namespace warrant::testing
