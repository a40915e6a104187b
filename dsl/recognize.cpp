// The only place that runs PEGTL: a control that records productions while rules match, takes records back when they fail, and
// remembers the furthest failure for the message.
#include "dsl/recognize.hpp"

#include "dsl/grammar.hpp"
#include "dsl/limits.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <type_traits>

namespace warrant {

namespace {

struct Recorder {
    const char* begin = nullptr;
    bool sets = false;
    std::vector<Node> nodes;
    std::vector<std::uint32_t> token_ends;  // ascending; stale ones of abandoned attempts lie past the place reached
    std::uint32_t furthest = 0;
    std::vector<std::string_view> expected;
    // How deep each rule through which expressions nest stands in itself.
    std::array<int, 3> depth{};

    std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - begin); }

    void token_ended(std::uint32_t at) {
        while (!token_ends.empty() && token_ends.back() >= at) token_ends.pop_back();
        token_ends.push_back(at);
    }

    std::uint32_t last_token_end(std::uint32_t reached) {
        while (!token_ends.empty() && token_ends.back() > reached) token_ends.pop_back();
        return token_ends.empty() ? reached : token_ends.back();
    }

    // A rule that is described to people failed. If it could not even begin, its description stands for whatever was recorded
    // inside it since `known_before`.
    void missing(std::uint32_t at, std::string_view description, std::uint32_t furthest_before, std::size_t known_before) {
        if (furthest > at) return;
        if (furthest < at || furthest_before < at) expected.clear();
        if (furthest_before == at && expected.size() > known_before) expected.resize(known_before);
        furthest = at;
        if (std::find(expected.begin(), expected.end(), description) == expected.end()) expected.push_back(description);
    }
};

// Thrown and caught in this file: nothing else unwinds a recursion that is too deep in linear time.
struct NestedTooDeeply {
    std::uint32_t at;
};

template <typename Rule>
inline constexpr std::optional<Production> production_of = std::nullopt;
#define WARRANT_PRODUCTION_OF(name, expected) \
    template <>                               \
    [[maybe_unused]] inline constexpr std::optional<Production> production_of<grammar::name> = Production::name;
WARRANT_PRODUCTIONS(WARRANT_PRODUCTION_OF)
#undef WARRANT_PRODUCTION_OF

// How a word or sign is named in "expected …"; empty for rules that are no word.
template <char... Characters>
inline constexpr char quoted_characters[] = {'`', Characters..., '`'};

template <typename Rule>
inline constexpr std::string_view spelling_of;
template <char... Letters>
inline constexpr std::string_view spelling_of<grammar::word<tao::pegtl::keyword<Letters...>>> = {quoted_characters<Letters...>,
                                                                                                 sizeof...(Letters) + 2};
template <char... Signs>
inline constexpr std::string_view spelling_of<grammar::sign<Signs...>> = {quoted_characters<Signs...>, sizeof...(Signs) + 2};

// The rules through which expressions nest, each with its place in Recorder::depth; others: does_not_nest.
inline constexpr std::size_t does_not_nest = 3;
template <typename Rule>
inline constexpr std::size_t nesting = std::is_same_v<Rule, grammar::expression> ? 0
                                       : std::is_same_v<Rule, grammar::operand>  ? 1
                                       : std::is_same_v<Rule, grammar::factor>   ? 2
                                                                                 : does_not_nest;

template <typename Rule>
struct Recording : tao::pegtl::normal<Rule> {
    using Base = tao::pegtl::normal<Rule>;

    template <tao::pegtl::apply_mode A, tao::pegtl::rewind_mode M, template <typename...> class Action,
              template <typename...> class Control, typename Input>
    [[nodiscard]] static bool match(Input& in, Recorder& recorder) {
        if constexpr (std::is_same_v<Rule, grammar::space> || std::is_same_v<Rule, grammar::token_end>) {
            recorder.token_ended(recorder.offset(in.current()));
            return Base::template match<A, M, Action, Control>(in, recorder);
        } else if constexpr (production_of<Rule>.has_value()) {
            return match_production<A, M, Action, Control>(in, recorder);
        } else if constexpr (!spelling_of<Rule>.empty()) {
            const std::uint32_t begin = recorder.offset(in.current());
            const bool matched = Base::template match<A, M, Action, Control>(in, recorder);
            if (!matched) recorder.missing(begin, spelling_of<Rule>, begin, recorder.expected.size());
            return matched;
        } else {
            return Base::template match<A, M, Action, Control>(in, recorder);
        }
    }

private:
    template <tao::pegtl::apply_mode A, tao::pegtl::rewind_mode M, template <typename...> class Action,
              template <typename...> class Control, typename Input>
    [[nodiscard]] static bool match_production(Input& in, Recorder& recorder) {
        constexpr Production production = *production_of<Rule>;
        const std::uint32_t begin = recorder.offset(in.current());
        const std::size_t node = recorder.nodes.size();
        const std::uint32_t furthest_before = recorder.furthest;
        const std::size_t known_before = recorder.expected.size();
        // A level passes each of these rules at most once: parentheses all of them, `not`, `-` and `days between` one.
        constexpr std::size_t rule = nesting<Rule>;
        if constexpr (rule != does_not_nest) {
            if (++recorder.depth[rule] > limits::max_expression_depth + 1) throw NestedTooDeeply{begin};
        }
        recorder.nodes.push_back(Node{production, begin, begin, 0});
        // After `in` the ends of a range are plain values, also where sets may be written.
        const bool sets_before = recorder.sets;
        if constexpr (production == Production::membership_range) recorder.sets = false;
        const bool matched = Base::template match<A, M, Action, Control>(in, recorder);
        recorder.sets = sets_before;
        if constexpr (rule != does_not_nest) --recorder.depth[rule];
        if (matched) {
            recorder.nodes[node].end = recorder.last_token_end(recorder.offset(in.current()));
            recorder.nodes[node].next = static_cast<std::uint32_t>(recorder.nodes.size());
            return true;
        }
        recorder.nodes.resize(node, Node{production});
        constexpr std::string_view description = expected_at_production[static_cast<std::size_t>(production)];
        if constexpr (!description.empty()) recorder.missing(begin, description, furthest_before, known_before);
        return false;
    }
};

template <typename Rule>
Recognition run(std::string_view text, std::uint32_t begin, bool sets) {
    tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf_crlf, std::string_view> in(
        text.data() + begin, text.data() + text.size(), std::string_view{});
    Recorder recorder;
    recorder.begin = text.data();
    recorder.sets = sets;
    recorder.furthest = begin;
    Recognition result;
    try {
        result.matched = tao::pegtl::parse<Rule, tao::pegtl::nothing, Recording>(in, recorder);
        result.end = recorder.offset(in.current());
        result.furthest = recorder.furthest;
        result.expected.assign(recorder.expected.begin(), recorder.expected.end());
    } catch (const NestedTooDeeply& nested) {
        result.too_deep = true;
        result.furthest = nested.at;
    }
    result.nodes = std::move(recorder.nodes);
    return result;
}

}  // namespace

Recognition recognize(Wanted wanted, std::string_view text, std::uint32_t begin) {
    switch (wanted) {
        case Wanted::header:
            return run<grammar::header>(text, begin, false);
        case Wanted::header_clause:
            return run<grammar::header_clause>(text, begin, false);
        case Wanted::declaration:
            return run<grammar::declaration>(text, begin, false);
        case Wanted::expression:
            return run<grammar::expression>(text, begin, false);
        case Wanted::expression_of_sets:
            return run<grammar::expression>(text, begin, true);
    }
    assert(false);
    return {};
}

std::uint32_t skip_space(std::string_view text, std::uint32_t begin) {
    std::size_t at = begin;
    while (at < text.size()) {
        if (text[at] == '#') {
            at = std::min(text.find('\n', at), text.size());
        } else if (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n') {
            ++at;
        } else {
            break;
        }
    }
    return static_cast<std::uint32_t>(at);
}

}  // namespace warrant
