// The only file that knows the YAML library: builds the tree from its events and ends its exceptions. What the values mean is
// read elsewhere.
#include "interpreter/facts/yaml_tree.hpp"

#include "dsl/kinds.hpp"
#include "dsl/limits.hpp"
#include "interpreter/kinds.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_map>
#include <utility>

namespace warrant::facts {
namespace {

// Thrown by the builder, through the library, when reading further makes no sense; the reason was reported.
struct Stopped {};

// The end of the quoted text that begins at `at`, past its closing quote; empty if nothing closes it.
std::optional<std::size_t> quoted_end(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (std::size_t end = at + 1; end < text.size(); ++end) {
        const bool doubled = quote == '\'' && text.substr(end, 2) == "''";
        const bool escaped = quote == '"' && text[end] == '\\';
        if (doubled || escaped) {
            ++end;
        } else if (text[end] == quote) {
            return end + 1;
        }
    }
    return std::nullopt;
}

// The end of the scalar that begins at `at`: past its closing quote, or past its text, or past the line.
std::optional<std::size_t> scalar_end(std::string_view text, std::size_t at, const std::string& value) {
    const char first = at < text.size() ? text[at] : '\0';
    if (first == '"' || first == '\'') return quoted_end(text, at);
    if (first == '|' || first == '>') return at + 1;
    if (text.substr(at, value.size()) == value) return at + value.size();
    return std::min(text.find('\n', at), text.size());
}

// Builds the tree from the library's events.
// Invariant: `open_` holds the sequences and mappings that are not closed yet, the outermost first; a mapping among them has as
// many keys as values, or one more while its value is awaited.
class TreeBuilder final : public YAML::EventHandler {
public:
    TreeBuilder(std::string_view text, std::uint32_t base, Diagnostics& diagnostics)
        : text_(text), base_(base), diagnostics_(diagnostics) {}

    std::optional<Node> take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (!started_) {
            started_ = true;
            return;
        }
        const std::size_t at = offset(mark);
        if (text_.substr(at, 3) == "---") {
            stop(kinds::yaml_not_allowed, span_at(at, 3), "a second document begins here", "keep one case or suite in a file");
        }
        stop(kinds::case_syntax, span_at(at, 1), "the text ended before this", "check the indentation and the brackets");
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_properties(mark, "?", anchor);
        Node node;
        node.kind = Node::Kind::empty;
        node.span = span_at(offset(mark), 0);
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_alias(offset(mark)); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        refuse_properties(mark, tag, anchor);
        const std::size_t at = offset(mark);
        const std::optional<std::size_t> end = scalar_end(text_, at, value);
        // The library takes the end of the text for the missing quote.
        if (!end) {
            stop(kinds::case_syntax, span_at(at, 1), "the quoted text that begins here is not closed",
                 "close it with the quote that it begins with");
        }
        Node node;
        node.kind = Node::Kind::scalar;
        node.text = value;
        node.quoted = tag == "!";
        node.span = span_at(at, *end - at);
        for (const std::size_t begin : {at, at + 1}) {
            if (begin <= text_.size() && text_.substr(begin, value.size()) == value && node.verbatim == Node::not_verbatim) {
                node.verbatim = static_cast<std::uint32_t>(base_ + begin);
            }
        }
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::sequence);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::mapping);
    }
    void OnMapEnd() override { close(); }

    [[noreturn]] void refuse_alias(std::size_t at) {
        stop(kinds::yaml_not_allowed, span_at(at, 1), "an alias (`*`) stands here", "write the value out");
    }
    [[noreturn]] void refuse_anchor(std::size_t at) {
        stop(kinds::yaml_not_allowed, span_at(at, 1), "an anchor (`&`) stands here",
             "remove it, and write the value out where it is used");
    }

    // Where the innermost list or mapping that is not closed begins.
    std::optional<Span> unclosed() const { return open_.empty() ? std::nullopt : std::optional(open_.back().span); }

    std::size_t offset(const YAML::Mark& mark) const {
        return mark.pos < 0 ? text_.size() : std::min(static_cast<std::size_t>(mark.pos), text_.size());
    }
    Span span_at(std::size_t at, std::size_t size) const {
        const std::size_t end = std::min(at + size, text_.size());
        return {static_cast<std::uint32_t>(base_ + std::min(at, end)), static_cast<std::uint32_t>(base_ + end)};
    }

private:
    [[noreturn]] void stop(const DiagnosticKind& kind, Span span, std::string message, std::string help) {
        diagnostics_.report(kind, span, std::move(message), std::move(help));
        throw Stopped{};
    }

    void refuse_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        const std::size_t at = offset(mark);
        if (anchor != 0) refuse_anchor(at);
        const char first = at < text_.size() ? text_[at] : '\0';
        if (first == '!' || (tag != "?" && tag != "!" && !tag.empty())) {
            stop(kinds::yaml_not_allowed, span_at(at, 1), "a tag (`!`) stands here",
                 "remove it; the declaration of a fact says what kind of value it has");
        }
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
        refuse_properties(mark, tag, anchor);
        if (open_.size() >= static_cast<std::size_t>(limits::max_case_depth)) {
            stop(kinds::nested_too_deeply, span_at(offset(mark), 1),
                 fmt::format("the text is nested more than {} deep here", limits::max_case_depth), "write it flatter");
        }
        count(offset(mark));
        Node node;
        node.kind = kind;
        node.span = span_at(offset(mark), 1);
        open_.push_back(std::move(node));
    }

    void close() {
        Node node = std::move(open_.back());
        open_.pop_back();
        if (node.kind == Node::Kind::mapping) drop_repeated_keys(node);
        attach(std::move(node));
    }

    void add(Node node) {
        count(node.span.begin - base_);
        attach(std::move(node));
    }

    void attach(Node node) {
        if (open_.empty()) {
            root_ = std::move(node);
        } else if (awaits_key()) {
            check_key(node);
            open_.back().keys.push_back(std::move(node));
        } else {
            open_.back().items.push_back(std::move(node));
        }
    }

    bool awaits_key() const {
        return !open_.empty() && open_.back().kind == Node::Kind::mapping &&
               open_.back().keys.size() == open_.back().items.size();
    }

    void check_key(const Node& key) {
        if (key.kind == Node::Kind::sequence || key.kind == Node::Kind::mapping) {
            stop(kinds::wrong_shape, key.span, "a list or a mapping stands where a key is expected",
                 "a key is a word: `job.demand: medium`");
        }
        if (key.kind != Node::Kind::scalar || key.text.empty()) {
            stop(kinds::wrong_shape, key.span, "a key is missing here", "write the key before the colon: `job.demand: medium`");
        }
        if (key.text == "<<" && !key.quoted) {
            stop(kinds::yaml_not_allowed, key.span, "a merge key (`<<`) stands here", "write the values out");
        }
    }

    void count(std::size_t at) {
        if (++nodes_ > limits::max_case_nodes) {
            stop(kinds::too_many, span_at(at, 1), fmt::format("the text holds more than {} values", limits::max_case_nodes),
                 "split it into several files");
        }
    }

    void drop_repeated_keys(Node& mapping) {
        std::unordered_map<std::string_view, Span> first;
        std::vector<bool> repeated;
        for (const Node& key : mapping.keys) {
            const auto [seen, added] = first.try_emplace(key.text, key.span);
            repeated.push_back(!added);
            if (added) continue;
            diagnostics_
                .report(kinds::duplicate_key, key.span, fmt::format("the key `{}` stands twice", key.text),
                        "keep one of them, or bring both under one")
                .notes.push_back({seen->second, "first written here"});
        }
        if (first.size() == mapping.keys.size()) return;
        std::vector<Node> keys;
        std::vector<Node> items;
        for (std::size_t index = 0; index < repeated.size(); ++index) {
            if (repeated[index]) continue;
            keys.push_back(std::move(mapping.keys[index]));
            items.push_back(std::move(mapping.items[index]));
        }
        mapping.keys = std::move(keys);
        mapping.items = std::move(items);
    }

    std::string_view text_;
    std::uint32_t base_;
    Diagnostics& diagnostics_;
    std::vector<Node> open_;
    std::optional<Node> root_;
    std::size_t nodes_ = 0;
    bool started_ = false;
};

struct Translation {
    std::string_view of;  // the library's message
    std::string_view message;
    std::string_view help;
};

// What the library says of the mistakes that people make, in words for them.
const std::array<Translation, 12> translations = {{
    {YAML::ErrorMsg::MAP_VALUE, "a colon stands here where no value can begin", "put a text that holds `: ` in quotes"},
    {YAML::ErrorMsg::MAP_KEY, "a key stands here where none can begin", "check the indentation"},
    {YAML::ErrorMsg::END_OF_MAP, "the lines before this and this one do not fit together",
     "give the keys of one mapping the same indentation, each followed by a colon"},
    {YAML::ErrorMsg::END_OF_MAP_FLOW, "the mapping that begins here is not closed as it should be",
     "close it with `}`, and put a comma between its parts"},
    {YAML::ErrorMsg::END_OF_SEQ, "the lines before this and this one do not fit together",
     "begin each item of one list with `- ` at the same indentation"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, "the list that begins here is not closed as it should be",
     "close it with `]`, and put a comma between its items"},
    {YAML::ErrorMsg::TAB_IN_INDENTATION, "a tab stands in the indentation", "indent with spaces"},
    {YAML::ErrorMsg::FLOW_END, "a closing bracket stands here that nothing opened", "remove it, or put the text in quotes"},
    {YAML::ErrorMsg::BLOCK_ENTRY, "a `- ` stands here where no list can begin", "put the list on lines of its own"},
    {YAML::ErrorMsg::EOF_IN_SCALAR, "a quoted text is not closed", "close it with the quote that it begins with"},
    {YAML::ErrorMsg::DOC_IN_SCALAR, "`---` or `...` stands inside a text", "close the quote before it"},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, "no value can begin with this character", "put the value in quotes"},
}};

void report_exception(const YAML::Exception& exception, const TreeBuilder& builder, Diagnostics& diagnostics) {
    const bool flow = exception.msg == YAML::ErrorMsg::END_OF_MAP_FLOW || exception.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW;
    const Span here = builder.span_at(builder.offset(exception.mark), 1);
    const auto known = std::find_if(translations.begin(), translations.end(),
                                    [&](const Translation& translation) { return translation.of == exception.msg; });
    const std::string message = known != translations.end()
                                    ? std::string(known->message)
                                    : fmt::format("the text cannot be read as YAML from here ({})", exception.msg);
    const std::string help = known != translations.end() ? std::string(known->help)
                                                         : "check quotes, brackets, colons and indentation just before this";
    diagnostics.report(kinds::case_syntax, flow ? builder.unclosed().value_or(here) : here, message, help);
}

void read_documents(std::string_view text, TreeBuilder& builder, Diagnostics& diagnostics) {
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
    } catch (const YAML::ParserException& exception) {
        // An alias or anchor that the library itself cannot resolve is refused like any other.
        const std::size_t at = builder.offset(exception.mark);
        const char first = at < text.size() ? text[at] : '\0';
        if (first == '*') builder.refuse_alias(at);
        if (first == '&') builder.refuse_anchor(at);
        report_exception(exception, builder, diagnostics);
        throw Stopped{};
    } catch (const YAML::Exception& exception) {
        report_exception(exception, builder, diagnostics);
        throw Stopped{};
    }
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (std::size_t index = 0; index < keys.size(); ++index) {
        if (keys[index].text == key) return &items[index];
    }
    return nullptr;
}

Span place_of(const Node& node, std::string_view part) {
    if (node.verbatim == Node::not_verbatim || part.data() < node.text.data()) return node.span;
    const auto begin = static_cast<std::size_t>(part.data() - node.text.data());
    if (begin + part.size() > node.text.size()) return node.span;
    const auto at = static_cast<std::uint32_t>(node.verbatim + begin);
    return {at, static_cast<std::uint32_t>(at + part.size())};
}

std::optional<Node> read_yaml(std::string_view text, std::uint32_t base, Diagnostics& diagnostics) {
    if (!readable(text, base, diagnostics)) return std::nullopt;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
        text.remove_prefix(byte_order_mark.size());
        base += static_cast<std::uint32_t>(byte_order_mark.size());
    }
    TreeBuilder builder(text, base, diagnostics);
    try {
        read_documents(text, builder, diagnostics);
    } catch (const Stopped&) {
        return std::nullopt;
    }
    return builder.take();
}

}  // namespace warrant::facts
