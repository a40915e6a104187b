// The table that a finding is read from (language.md, section 6), row by row; the statuses of parts; what the candidates of a
// request come to together, and what the procedure's own table proposes of that.
#include "interpreter/certificate/kernel.hpp"
#include "interpreter/certificate/recompute.hpp"
#include "interpreter/certificate/roots.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace warrant::certificates {
namespace {

// A truth that the finding rests on; a step that is left out stands for a truth that is known.
struct Root {
    bool yes = false;
    bool no = false;
    bool error = false;
};
Root root(const Derivation& derivation, std::uint32_t step, bool unset) {
    if (step == none) return {unset, !unset, false};
    const Cell& cell = derivation.steps[step].cells[0];
    return {surely(cell), surely_not(cell), cell.error};
}
const OrderedSet& amount(const Derivation& derivation, std::uint32_t step) {
    return ends(derivation.steps[step].cells[0]);
}

std::string standing_of(const Judgement& judgement, const Quantity& quantity) {
    const Root within = root(judgement.derivation, quantity.within, true);
    return within.yes ? "within" : within.no ? "exceeded" : "unclear";
}

// The section, or one that may be added to it, is encoded only in part: then it may lack the rule that says otherwise.
bool is_partial(const Judgement& judgement) {
    return judgement.section.partial || std::any_of(judgement.added.begin(), judgement.added.end(), [&](const Added& added) {
               return added.section.partial && !root(judgement.derivation, added.when, true).no;
           });
}

// The least that is asked, in the unit of the cap, rounded down.
std::int64_t least_asked(const OrderedSet& asked, const Scale& scale) {
    if (asked.low == unbounded_low) return 0;
    if (asked.low == unbounded_high) return unbounded_high;
    const Int128 product = Int128{asked.low} * scale.left;
    if (product < 0) return 0;
    return static_cast<std::int64_t>(std::min<Int128>(product / scale.right, INT64_MAX - 1));
}

struct Found {
    std::string as_far_as_encoded = "undetermined";
    std::string finding = "undetermined";
    bool error = false;
    bool open = false;  // rows 1 and 2 surely do not hold
};

Found find(const Judgement& judgement) {
    const Derivation& derivation = judgement.derivation;
    const Root said = root(derivation, judgement.roots.not_addressed, false);
    const Root silent = root(derivation, judgement.roots.none_applies, false);
    const Root refused = root(derivation, judgement.roots.not_supported, false);
    const Root within = root(derivation, judgement.roots.supported, true);
    const bool addressed = said.no && silent.no;
    Found found;
    found.open = addressed && refused.no;
    const bool clear = std::all_of(judgement.quantities.begin(), judgement.quantities.end(), [&](const Quantity& quantity) {
        const OrderedSet& cap = amount(derivation, quantity.cap);
        const std::string standing = standing_of(judgement, quantity);
        return standing == "within" || (standing == "exceeded" && cap.low == cap.high);
    });
    if (said.yes || silent.yes) found.as_far_as_encoded = "not addressed";
    else if (addressed && refused.yes) found.as_far_as_encoded = "not supported";
    else if (found.open && within.yes) found.as_far_as_encoded = "supported";
    else if (found.open && within.no && clear) found.as_far_as_encoded = "partly supported";
    found.error = found.as_far_as_encoded == "undetermined" && (said.error || silent.error || refused.error || within.error);
    const bool withheld = found.as_far_as_encoded == "supported" || found.as_far_as_encoded == "partly supported" ||
                          (found.as_far_as_encoded == "not addressed" && !said.yes);
    found.finding = is_partial(judgement) && withheld ? "undetermined" : found.as_far_as_encoded;
    return found;
}

std::int64_t certain_of(const Judgement& judgement, const Quantity& quantity, const Found& found) {
    if (is_partial(judgement)) return 0;
    const std::int64_t asked = least_asked(amount(judgement.derivation, quantity.asked), quantity.scale);
    const std::int64_t low = amount(judgement.derivation, quantity.cap).low;
    const std::int64_t cap = low == unbounded_low ? 0 : low;
    if (found.finding == "supported") return asked;
    if (found.finding == "partly supported") return quantity.standing == "within" ? asked : cap;
    return found.finding == "undetermined" && found.open ? std::min(asked, cap) : 0;
}

std::string status_of(const Derivation& derivation, const Criterion& criterion) {
    if (root(derivation, criterion.applies, true).no) return "not applicable";
    if (root(derivation, criterion.holds, true).yes) return "met";
    for (const Exception& exception : criterion.exceptions) {
        if (root(derivation, exception.when, false).yes) return "excepted";
    }
    return root(derivation, criterion.truth, true).no ? "not met" : "unknown";
}

std::string status_of(const Judgement& judgement, const Limit& limit) {
    if (root(judgement.derivation, limit.applies, true).no) return "not applicable";
    const Quantity& quantity = judgement.quantities[limit.quantity];
    const OrderedSet& asked = amount(judgement.derivation, quantity.asked);
    const OrderedSet& cap = amount(judgement.derivation, limit.cap);
    if (cap.low == unbounded_high) return "met";
    const auto at_most = [&](std::int64_t most, std::int64_t bound) {
        return widen(most, quantity.scale.left) <= widen(bound, quantity.scale.right);
    };
    if (asked.high != unbounded_high && cap.low != unbounded_low && at_most(asked.high, cap.low)) return "met";
    const bool may_hold = cap.high == unbounded_high ||
                          (asked.low != unbounded_high && cap.high != unbounded_low && at_most(asked.low, cap.high));
    return may_hold ? "unknown" : "not met";
}

// What a text of the certificate says, and what it comes to.
std::string differs(const std::string& what, const std::string& said, const std::string& found) {
    return said == found ? std::string() : fmt::format("{} is `{}`; what it rests on gives `{}`", what, said, found);
}

std::string wrong_parts(const Judgement& judgement) {
    for (const Criterion& criterion : judgement.criteria) {
        const std::string wrong = differs("its status", criterion.status, status_of(judgement.derivation, criterion));
        if (!wrong.empty()) return fmt::format("criterion {}: {}", criterion.id, wrong);
    }
    for (const Limit& limit : judgement.limits) {
        const std::string wrong = differs("its status", limit.status, status_of(judgement, limit));
        if (!wrong.empty()) return fmt::format("limit {}: {}", limit.id, wrong);
    }
    return {};
}

std::string wrong_quantities(const Judgement& judgement, const Found& found) {
    for (const Quantity& quantity : judgement.quantities) {
        std::string wrong = differs("its standing", quantity.standing, standing_of(judgement, quantity));
        if (wrong.empty())
            wrong = differs("what is certain", print_decimal(quantity.certain),
                            print_decimal(certain_of(judgement, quantity, found)));
        if (!wrong.empty()) return fmt::format("quantity {}: {}", quantity.fact, wrong);
    }
    return {};
}

}  // namespace

std::string recompute_judgement(const Candidate& candidate, const std::string& where) {
    const auto at = [&](const std::string& wrong) { return wrong.empty() ? wrong : where + ", " + wrong; };
    if (!candidate.judgement) {
        const std::string other = differs("its finding", candidate.finding, "not addressed");
        return at(other.empty() ? differs("what is found as far as encoded", candidate.as_far_as_encoded, "not addressed")
                                : other);
    }
    const Judgement& judgement = *candidate.judgement;
    std::string wrong = wrong_references(judgement);
    if (!wrong.empty()) return at(wrong);
    const Found found = find(judgement);
    wrong = wrong_parts(judgement);
    if (wrong.empty()) wrong = wrong_quantities(judgement, found);
    if (wrong.empty()) wrong = differs("its finding", candidate.finding, found.finding);
    if (wrong.empty()) wrong = differs("what is found as far as encoded", candidate.as_far_as_encoded, found.as_far_as_encoded);
    if (wrong.empty() && found.error) wrong = "an error decides, and nothing is found of that";
    return at(wrong);
}

// ---------------------------------------------------------------- requests

namespace {

// The caps that a partly supported finding carries are the same amounts, whatever their units.
bool same_caps(const Candidate& a, const Candidate& b) {
    const auto exceeded = [](const Quantity& quantity) { return quantity.standing == "exceeded"; };
    const std::vector<Quantity>& ours = a.judgement->quantities;
    const std::vector<Quantity>& theirs = b.judgement->quantities;
    if (std::count_if(ours.begin(), ours.end(), exceeded) != std::count_if(theirs.begin(), theirs.end(), exceeded))
        return false;
    return std::all_of(ours.begin(), ours.end(), [&](const Quantity& quantity) {
        return !exceeded(quantity) || std::any_of(theirs.begin(), theirs.end(), [&](const Quantity& other) {
            if (!exceeded(other) || other.fact != quantity.fact || other.base_unit != quantity.base_unit) return false;
            Int128 left = 0;
            Int128 right = 0;
            const bool lost = __builtin_mul_overflow(Int128{quantity.certain} * quantity.factor, other.divisor, &left) ||
                              __builtin_mul_overflow(Int128{other.certain} * other.factor, quantity.divisor, &right);
            return !lost && left == right;
        });
    });
}

bool same_answer(const Candidate& a, const Candidate& b) {
    if (a.finding == "undetermined" || a.finding != b.finding) return false;
    return a.finding != "partly supported" || same_caps(a, b);
}

std::string wrong_proposal(const Request& request, const Proposal& proposal) {
    std::string eligibility = "no condition";
    if (proposal.eligible_when) {
        const Root result = root(proposal.eligible_when->derivation, proposal.eligible_when->result, true);
        eligibility = result.yes ? "eligible" : result.no ? "not eligible" : "not shown";
    }
    std::string wrong = differs("eligibility", proposal.eligibility, eligibility);
    ProposalRow proposed;
    for (const ProposalRow& row : proposal.rows) {
        if (row.finding == request.finding && eligibility != "not eligible") proposed = row;
    }
    if (wrong.empty()) wrong = differs("what is proposed", proposal.outcome, proposed.outcome);
    if (wrong.empty()) wrong = differs("who decides", proposal.decider, proposed.decider);
    return wrong;
}

}  // namespace

std::string recompute_request(const Request& request, const std::string& where) {
    const auto at = [&](const std::string& wrong) { return wrong.empty() ? wrong : where + ", " + wrong; };
    if (request.candidates.empty()) return at("it has no candidate");
    const std::vector<Candidate>& candidates = request.candidates;
    const bool same = std::all_of(candidates.begin() + 1, candidates.end(),
                                  [&](const Candidate& other) { return same_answer(candidates.front(), other); });
    const bool all_undetermined = std::all_of(candidates.begin(), candidates.end(),
                                              [](const Candidate& other) { return other.finding == "undetermined"; });
    const bool disagree = candidates.size() > 1 && !same && !all_undetermined;
    std::string wrong = differs("the finding", request.finding, same ? candidates.front().finding : "undetermined");
    if (wrong.empty() && request.disagree != disagree) wrong = "whether its candidates disagree is another";
    if (wrong.empty() && request.proposal) wrong = wrong_proposal(request, *request.proposal);
    return at(wrong);
}

}  // namespace warrant::certificates
