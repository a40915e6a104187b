// Reads a certificate, looks at its seals, and has everything in it recomputed.
#include "interpreter/certificate/verify.hpp"

#include "dsl/limits.hpp"
#include "interpreter/certificate/json.hpp"
#include "interpreter/certificate/recompute.hpp"
#include "interpreter/certificate/roots.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant::certificates {
namespace {

// A text as JSON in which no object has a key twice: of two the parser would keep one, and another reader the other.
struct Parsed {
    Json json;
    std::string problem;
    bool too_deep = false;
};

Parsed parse(std::string_view text) {
    Parsed parsed;
    std::vector<std::vector<std::string>> keys;
    std::string twice;
    const auto look = [&](int depth, Json::parse_event_t event, Json& item) {
        parsed.too_deep = parsed.too_deep || depth > limits::max_certificate_depth;
        if (parsed.too_deep) return false;  // nothing more is kept
        if (event == Json::parse_event_t::object_start) keys.emplace_back();
        if (event == Json::parse_event_t::object_end) keys.pop_back();
        if (event != Json::parse_event_t::key) return true;
        const std::string& key = item.get_ref<const std::string&>();
        if (std::find(keys.back().begin(), keys.back().end(), key) != keys.back().end()) twice = key;
        keys.back().push_back(key);
        return true;
    };
    try {
        parsed.json = Json::parse(text, look);
    } catch (const Json::exception& error) {
        const std::string_view what = error.what();
        const std::size_t begin = what.find("] ");
        parsed.problem = fmt::format("it is no JSON: {}", begin == std::string_view::npos ? what : what.substr(begin + 2));
    }
    if (parsed.too_deep) parsed.problem = "it is nested deeper than a certificate may be";
    if (parsed.problem.empty() && !twice.empty())
        parsed.problem = fmt::format("the key `{}` stands twice in one object", twice);
    return parsed;
}

std::string name_of(const Candidate& candidate) {
    if (!candidate.judgement) return "no section";
    return candidate.judgement->section.name;
}

// The first thing of a request that does not follow.
std::string wrong_request(const Certificate& certificate, const Request& request) {
    const std::string where = fmt::format("request {}", request.number);
    for (const Candidate& candidate : request.candidates) {
        const std::string below = fmt::format("{}, {}", where, name_of(candidate));
        std::string wrong;
        if (candidate.judgement) wrong = recompute_derivation(certificate, candidate.judgement->derivation, below);
        if (wrong.empty()) wrong = recompute_judgement(candidate, below);
        if (!wrong.empty()) return wrong;
    }
    if (request.proposal && request.proposal->eligible_when) {
        const Condition& condition = *request.proposal->eligible_when;
        const std::string below = fmt::format("{}, {}", where, request.proposal->procedure);
        const std::string wrong = recompute_derivation(certificate, condition.derivation, below);
        if (!wrong.empty()) return wrong;
        if (!is_truth_of_the_case(condition.derivation, condition.result)) return below + ", its condition is no truth";
    }
    return recompute_request(request, where);
}

void count(const Derivation& derivation, Verification& verification) {
    verification.steps += derivation.steps.size();
    verification.facts += derivation.facts.size();
}

void count(Verification& verification) {
    for (const Request& request : verification.certificate.requests) {
        for (const Candidate& candidate : request.candidates) {
            if (candidate.judgement) count(candidate.judgement->derivation, verification);
        }
        if (request.proposal && request.proposal->eligible_when)
            count(request.proposal->eligible_when->derivation, verification);
    }
}

}  // namespace

Verification verify_certificate(std::string_view text) {
    Verification verification;
    const Parsed parsed = parse(text);
    verification.no_certificate = parsed.problem;
    verification.beyond_limits = parsed.too_deep;
    if (parsed.problem.empty()) verification.no_certificate = read_certificate(parsed.json, verification.certificate);
    if (!verification.no_certificate.empty()) return verification;
    const std::string changed = broken_seal(parsed.json);
    if (!changed.empty()) verification.problems.push_back(changed);
    for (const Request& request : verification.certificate.requests) {
        const std::string wrong = wrong_request(verification.certificate, request);
        if (wrong.empty()) continue;
        verification.problems.push_back(wrong);
        break;
    }
    count(verification);
    return verification;
}

// ---------------------------------------------------------------- two certificates

namespace {

class Comparison {  // Invariant: `place_` leads to what is compared.
public:
    std::string difference;

    void compare(const Json& a, const Json& b) {
        if (!difference.empty() || a == b) return;
        if (a.is_object() && b.is_object()) return compare_objects(a, b);
        if (a.is_array() && b.is_array()) return compare_arrays(a, b);
        difference = fmt::format("{}: the certificate says {}; derived again it is {}", words_of(place_), shown(a), shown(b));
    }

private:
    static std::string shown(const Json& json) {
        constexpr std::size_t most = 120;
        const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
        return text.size() <= most ? text : "another one";
    }
    void compare_objects(const Json& a, const Json& b) {
        for (auto member = a.begin(); member != a.end(); ++member) {
            if (member.key() == seal_key || member.key() == digest_key) continue;  // what they seal tells more
            place_.push_back({member.key(), 0, &*member});
            const auto other = b.find(member.key());
            if (other != b.end()) compare(*member, *other);
            else if (difference.empty()) difference = fmt::format("{}: derived again, there is none", words_of(place_));
            place_.pop_back();
        }
        for (auto member = b.begin(); member != b.end() && difference.empty(); ++member) {
            if (a.contains(member.key())) continue;
            place_.push_back({member.key(), 0, &*member});
            difference = fmt::format("{}: the certificate lacks it", words_of(place_));
            place_.pop_back();
        }
    }
    void compare_arrays(const Json& a, const Json& b) {
        for (std::size_t index = 0; index < std::min(a.size(), b.size()); ++index) {
            const bool named = !place_.empty() && a[index].is_object();
            if (named) place_.back().index = index;
            if (named) place_.back().item = &a[index];
            compare(a[index], b[index]);
        }
        if (difference.empty() && a.size() != b.size())
            difference = fmt::format("{}: the certificate has {}, and derived again there are {}", place_.back().key, a.size(),
                                     b.size());
    }

    std::vector<Part> place_;
};

}  // namespace

std::string first_difference(std::string_view certificate, std::string_view derived_again) {
    const Parsed a = parse(certificate);
    const Parsed b = parse(derived_again);
    Comparison comparison;
    comparison.compare(a.json, b.json);
    return comparison.difference;
}

}  // namespace warrant::certificates
