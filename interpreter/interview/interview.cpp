// Each reply is kept as a statement beside the tree of the case; the case is read, reviewed and settled anew after each, so
// that what is asked follows from what is on record and from nothing else.
#include "interpreter/interview/interview.hpp"

#include "interpreter/facts/case.hpp"

#include <algorithm>
#include <utility>

namespace warrant {
namespace {

// What is on record as unclear, or as looked for in vain, is not asked for again.
bool is_given_up(const CaseRecord& record, const AskedFact& asked, const Vocabulary& vocabulary) {
    const FactState state = resolve(record, asked.request.value_or(0), asked.fact, vocabulary).state;
    return state == FactState::stated_unknown || state == FactState::not_found;
}

bool is_decided(const Justification& justification) {
    return std::none_of(justification.requests.begin(), justification.requests.end(),
                        [](const RequestJustification& request) { return request.finding == FindingName::undetermined; });
}

// A fact that has a meaning only under a condition waits for the facts of that condition, where these will be asked for.
bool waits(const MatteringFact& fact, const std::vector<MatteringFact>& askable) {
    return std::any_of(askable.begin(), askable.end(), [&](const MatteringFact& other) {
        const bool is_before = std::find(fact.behind.begin(), fact.behind.end(), other.asked.fact) != fact.behind.end();
        return is_before && other.asked.fact != fact.asked.fact;
    });
}

}  // namespace

std::vector<facts::StatedFact> Interview::stated() const {
    std::vector<facts::StatedFact> all;
    for (const Replied& reply : replies_) {
        if (reply.stated) all.push_back(*reply.stated);
    }
    return all;
}

Interview::State Interview::state_of() const {
    State state;
    const auto length = static_cast<std::uint32_t>(sources_->text(from_.text).size());
    const Span whole{sources_->base(from_.text), sources_->base(from_.text) + length};
    const Vocabulary& vocabulary = shelf_->vocabulary;
    state.record = load_case(facts::with_facts(root_, stated(), vocabulary), from_.text, whole, vocabulary, state.diagnostics);
    if (!state.diagnostics.ok()) return state;
    state.review = review(*shelf_, state.record, options_, state.diagnostics);
    if (state.diagnostics.ok()) state.justification = justify(state.review, state.record, *shelf_);
    return state;
}

std::optional<Interview> Interview::begin(const Shelf& shelf, SourceMap& sources, InterviewCase from, ReviewOptions options,
                                          Diagnostics& diagnostics) {
    Interview interview(shelf, sources, std::move(from), std::move(options));
    // The loader says what is wrong with a text that is no case.
    const SourceId text = interview.from_.text;
    load_case(sources, text, shelf.vocabulary, diagnostics);
    if (!diagnostics.ok()) return std::nullopt;
    interview.root_ = *facts::read_yaml(sources.text(text), sources.base(text), diagnostics);
    interview.state_ = interview.state_of();
    diagnostics = interview.state_.diagnostics;
    if (!diagnostics.ok()) return std::nullopt;
    interview.go_on();
    return interview;
}

bool Interview::is_closed(const AskedFact& asked) const {
    const bool replied =
        std::any_of(replies_.begin(), replies_.end(), [&](const Replied& reply) { return reply.asked == asked; });
    return replied || is_given_up(state_.record, asked, shelf_->vocabulary);
}

// Finds the next question for the case as it is now.
void Interview::go_on() {
    const Vocabulary& vocabulary = shelf_->vocabulary;
    std::vector<MatteringFact> all = facts_that_matter(state_.review, state_.justification, *shelf_);
    const bool nothing_matters = all.empty();
    if (from_.is_new) {
        const auto service = fact_named(vocabulary, "request.service");
        const auto is_of_request = [](const MatteringFact& fact) { return fact.asked.request.has_value(); };
        std::stable_partition(all.begin(), all.end(), is_of_request);
        // Whatever it may settle, a request is for one service.
        if (service && from_.services.size() > 1) all.insert(all.begin(), MatteringFact{{*service, 0}, false, 0, 0, {}, {}});
    }
    std::vector<MatteringFact> askable;
    for (MatteringFact& fact : all) {
        if (!is_closed(fact.asked)) askable.push_back(std::move(fact));
    }
    question_.reset();
    if (askable.empty()) {
        end_ = is_decided(state_.justification) ? InterviewEnd::decided
               : nothing_matters                ? InterviewEnd::whatever
                                                : InterviewEnd::nothing_left;
        return;
    }
    const auto next =
        std::find_if(askable.begin(), askable.end(), [&](const MatteringFact& fact) { return !waits(fact, askable); });
    question_ =
        question_about(next != askable.end() ? *next : askable.front(), state_.justification, state_.record, vocabulary);
    // What a new case says of its service is what the guideline covers, and nobody's record.
    const bool is_service = vocabulary.fact(question_->asked.fact).path == "request.service";
    if (from_.is_new && is_service) question_->recorded.clear();
}

Diagnostics Interview::answer(std::string text) {
    const SourceId source = sources_->add("answer", std::move(text));
    const std::string_view read = sources_->text(source);
    const std::uint32_t base = sources_->base(source);
    Diagnostics wrong;
    auto value = facts::read_yaml(read, base, wrong);
    if (!wrong.ok()) return wrong;
    if (!value) value = facts::Node{facts::Node::Kind::empty, {}, false, facts::Node::not_verbatim, {base, base}, {}, {}};
    replies_.push_back(
        {question_->asked, facts::StatedFact{question_->asked.fact, question_->asked.request.value_or(0), *value}});
    State state = state_of();
    if (!state.diagnostics.ok()) {
        replies_.pop_back();
        return std::move(state.diagnostics);
    }
    state_ = std::move(state);
    go_on();
    return {};
}

void Interview::skip() {
    replies_.push_back({question_->asked, std::nullopt});
    go_on();
}

bool Interview::back() {
    if (replies_.empty()) return false;
    replies_.pop_back();
    state_ = state_of();
    go_on();
    return true;
}

std::string Interview::case_text() const {
    const facts::YamlText yaml{sources_->text(from_.text), sources_->base(from_.text)};
    return facts::text_with_facts(yaml, root_, stated(), shelf_->vocabulary);
}

}  // namespace warrant
