// Private (PEGTL). The lexical half of the grammar: spaces, words, signs and the tokens built of letters and digits. Every
// token takes the space after it, so that a rule always begins at something visible.
#pragma once

#include "dsl/words.hpp"

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

namespace warrant::grammar {

using namespace tao::pegtl;

struct line_comment : seq<one<'#'>, until<at<eolf>>> {};
struct space : star<sor<one<' ', '\t', '\r', '\n'>, line_comment>> {};

// Marks where a token ends when what follows is not `space` but another part of the same line.
struct token_end : success {};

template <typename Rule>
struct token : seq<Rule, space> {};

// A word of the language: WORD("when").
template <typename Keyword>
struct word : seq<Keyword, space> {};
// A sign: SIGN(','), SIGN('.', '.').
template <char... Signs>
struct sign : seq<string<Signs...>, space> {};

#define WORD(spelling) ::warrant::grammar::word<TAO_PEGTL_KEYWORD(spelling)>
#define SIGN(...) ::warrant::grammar::sign<__VA_ARGS__>

// Succeed without consuming unless the word here is reserved, or can never be a unit. The tables are in words.hpp.
struct not_reserved {
    using rule_t = not_reserved;
    using subs_t = empty_list;
    template <typename Input>
    static bool match(Input& in) {
        return !words::is_reserved(words::leading_word({in.current(), in.size()}));
    }
};
struct can_be_unit {
    using rule_t = can_be_unit;
    using subs_t = empty_list;
    template <typename Input>
    static bool match(Input& in) {
        return !words::is_never_unit(words::leading_word({in.current(), in.size()}));
    }
};

struct word_character : ranges<'a', 'z', 'A', 'Z', '0', '9', '_'> {};
struct identifier : seq<range<'a', 'z'>, star<ranges<'a', 'z', '0', '9', '_'>>, not_at<word_character>> {};
struct dotted : seq<identifier, star<one<'.'>, identifier>> {};
struct digits : plus<digit> {};

struct name : seq<not_reserved, dotted, space> {};

struct escape : seq<one<'\\'>, one<'"', '\\'>> {};
struct closing_quote : one<'"'> {};
struct text : seq<one<'"'>, star<sor<escape, not_one<'"', '\\', '\n', '\r'>>>, closing_quote, space> {};

struct number : seq<digits, opt<one<'.'>, digits>, not_at<word_character>, token_end> {};
struct two_digits : seq<digit, digit> {};
struct date : token<seq<two_digits, two_digits, one<'-'>, two_digits, opt<one<'-'>, two_digits>,
                        not_at<sor<word_character, seq<one<'-'>, digit>>>>> {};
struct unit_name : token<seq<can_be_unit, identifier, opt<one<'/'>, identifier>>> {};
struct type_name : sor<seq<WORD("yes"), WORD("or"), WORD("no")>, WORD("service"),
                       seq<WORD("list"), WORD("of"), token<seq<not_reserved, dotted>>>,
                       token<seq<not_reserved, dotted, opt<one<'/'>, identifier>>>> {};
struct edition_name : token<plus<ranges<'a', 'z', 'A', 'Z', '0', '9', '_'>>> {};
struct rule_id : sor<token<seq<digits, opt<range<'a', 'z'>>, not_at<word_character>>>, name> {};
struct page_range : seq<digits, opt<one<'-'>, digits>> {};
struct pages : token<seq<page_range, star<one<','>, star<one<' '>>, page_range>, not_at<word_character>>> {};

}  // namespace warrant::grammar

namespace TAO_PEGTL_NAMESPACE {

template <typename Name>
struct analyze_traits<Name, warrant::grammar::not_reserved> : analyze_opt_traits<> {};
template <typename Name>
struct analyze_traits<Name, warrant::grammar::can_be_unit> : analyze_opt_traits<> {};

}  // namespace TAO_PEGTL_NAMESPACE
