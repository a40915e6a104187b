// From a review to its certificate. It computes nothing: what is in the certificate is what the review has.
#pragma once

#include "dsl/source.hpp"
#include "interpreter/certificate/certificate.hpp"
#include "interpreter/find/review.hpp"

namespace warrant {

// What the certificate of a review is made of besides the review.
struct CertifiedFrom {
    const CaseRecord& record;
    const Shelf& shelf;
    const SourceMap& sources;
    const ReviewOptions& options;
};

// The options that a certificate was made with.
ReviewOptions review_options(const certificates::Options& options);

// Of a review in which no error decides. `record` must not be hypothetical.
certificates::Certificate certify(const Review& review, const CertifiedFrom& from);

}  // namespace warrant
