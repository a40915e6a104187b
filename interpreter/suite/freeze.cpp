// Prints what a suite and its guideline mean, in an order that does not depend on their layout, and digests it.
#include "interpreter/suite/freeze.hpp"

#include "dsl/print_tree.hpp"
#include "interpreter/plan/print_plan.hpp"
#include "interpreter/suite/reading.hpp"
#include "interpreter/suite/run_suite.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace warrant {
namespace {

using facts::Node;

// The first half of SHA-256, in hexadecimal.
std::string digest_of(const std::string& text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), bytes.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("the digest SHA-256 cannot be computed");
    std::string hex;
    for (std::size_t i = 0; i < size / 2; ++i) hex += fmt::format("{:02x}", bytes[i]);
    return hex;
}

// Keys in the order of the alphabet; every text with its length, so that no two trees print alike.
void print(const Node& node, std::string& out) {
    switch (node.kind) {
        case Node::Kind::empty:
            out += "-";
            return;
        case Node::Kind::scalar:
            out += fmt::format("{}:{}", node.text.size(), node.text);
            return;
        case Node::Kind::sequence:
            out += "[";
            for (const Node& item : node.items) print(item, out);
            out += "]";
            return;
        case Node::Kind::mapping:
            break;
    }
    std::vector<std::size_t> order(node.keys.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return node.keys[a].text < node.keys[b].text; });
    out += "{";
    for (const std::size_t entry : order) {
        print(node.keys[entry], out);
        print(node.items[entry], out);
    }
    out += "}";
}

std::string cases_of(const Suite& suite, const Shelf& shelf) {
    Diagnostics none;  // the suite was read without a mistake
    suites::SuiteReading reading{shelf, facts::begin_reading(shelf.vocabulary, none), suite.source};
    std::string out;
    for (const SuiteTest& test : suite.tests) {
        out += fmt::format("{}:{}{}:{}", test.name.size(), test.name, test.origin.size(), test.origin);
        print(suites::assembled(reading, *test.body, *test.mapping), out);
        print(*test.mapping->find("expect"), out);
        if (const Node* published = test.mapping->find("published")) print(*published, out);
    }
    return out;
}

// A set: two tests under one plan print it once, in whichever order they stand.
std::string guideline_of(const Suite& suite, const Shelf& shelf, KeptPlans& plans, Diagnostics& diagnostics) {
    std::set<std::string> printed;
    std::set<std::string> procedures;
    const ReviewOptions options = review_options(suite);
    for (const SuiteTest& test : suite.tests) {
        procedures.insert(test.record.procedure);
        const Review found = review(shelf, test.record, options, plans, diagnostics);
        for (const RequestReview& request : found.requests) {
            for (const Candidate& candidate : request.candidates) {
                if (candidate.guideline != nullptr) printed.insert(print_plan(candidate.plan, shelf.vocabulary));
            }
        }
    }
    for (const ShelfModule& module : shelf.modules) {
        const bool named = module.tree.header.kind == ast::ModuleKind::procedure && procedures.count(module.name) != 0;
        if (named) printed.insert(print_tree(module.tree));
    }
    std::string out;
    for (const std::string& text : printed) out += text;
    return out;
}

}  // namespace

Meaning meaning_of(const Suite& suite, const Shelf& shelf, KeptPlans& plans, Diagnostics& diagnostics) {
    return {digest_of(guideline_of(suite, shelf, plans, diagnostics)), digest_of(cases_of(suite, shelf))};
}

}  // namespace warrant
