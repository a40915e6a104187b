// What the files of certify/ share. Private to certify/.
#pragma once

#include "interpreter/certify/certify.hpp"

#include <string>
#include <string_view>

namespace warrant::certifying {

// One request being certified.
struct Certifying {
    const CertifiedFrom& from;
    std::size_t request = 0;

    const Vocabulary& words() const { return from.shelf.vocabulary; }
};

// derivation.cpp
certificates::Derivation derivation_of(const Certifying& certifying, const Plan& plan, const Values& values);
std::uint32_t number_of(StepId step);
certificates::Scale scale_of(const Scale& scale);

// entries.cpp
certificates::Entry entry_of(const Certifying& certifying, const ResolvedFact& fact);
std::string document_of(const Certifying& certifying, std::optional<std::uint32_t> document);
// `2015-02-19`, or a range of days; empty: not dated.
std::string days_of(const std::optional<OrderedSet>& days);

// judgement.cpp
certificates::Judgement judgement_of(const Certifying& certifying, const Candidate& candidate);
std::string words_of(FindingName finding);
std::string module_words(const ShelfModule& module);
// `mtus.work_hardening:31`.
std::string place_of(const CertifiedFrom& from, Span span);
certificates::Citation citation_of(const CertifiedFrom& from, const PartSource& source);

}  // namespace warrant::certifying
