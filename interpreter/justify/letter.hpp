// A letter as headings, paragraphs, lists and room to write, from which Markdown and HTML are printed. Not installed: for the
// letter's own files. It knows nothing of guidelines.
#pragma once

#include "interpreter/justify/justification.hpp"
#include "interpreter/justify/words.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace warrant {

// Words of one line, some of them strong.
struct Words {
    std::string text;
    bool strong = false;
};
using Line = std::vector<Words>;

struct Heading {
    int level = 2;  // the title is 1
    std::string text;
};
struct Paragraph {
    Line text;
};
// A warning that must be seen.
struct Banner {
    Line text;
};
struct Item {
    Line text;
    std::vector<Item> items;
};
struct List {
    std::vector<Item> items;
};
// Boxes of which the physician ticks one.
struct Choices {
    std::vector<std::string> texts;
};
// Room for what the physician writes.
struct Room {
    std::string label;
    int lines = 1;
};
using Block = std::variant<Heading, Paragraph, Banner, List, Choices, Room>;

struct Letter {
    std::string title;  // says that it is a draft; HTML repeats it on every printed page
    std::vector<Block> blocks;
};

// At most 80 columns, so that it reads well as plain text too.
std::string print_markdown(const Letter& letter);
// One page that needs nothing else, for the screen and for paper.
std::string print_html(const Letter& letter);

// ---- letter_words.cpp

// Items that follow others go on in their list.
void put_list(Letter& letter, List list);
// `name: text`, the name strong.
Item labelled(std::string_view name, std::string text);
// Signs and units of a comparison or a value as words: `5 hours/day >= 4 hours/day`, `5 hours a day is at least 4 hours a day`.
std::string spelled_out(std::string_view text);
// Where a statement of the record stands, in parentheses; it says so where no document or page is named.
std::string cited(const FactView& fact, const RecordCitation& citation);
// A fact as the record has it, with where it stands, and below it each statement where there are several.
Item item_of(const FactView& fact);
Item item_of(const Reason& reason);
std::string finding_words(const SectionView& section);

// ---- letter_section.cpp

// How a part came out. Where a reviewer who is no physician may act, the letter speaks no adverse word.
enum class Tone { determination, first_review };
// Everything of one section: where it stands, its parts, what they lack, what was assumed.
void put_section(Letter& letter, const SectionView& section, Tone tone, int level);
// Questions with what the guideline asks for and which documents usually answer them.
List questions(const std::vector<NeededFact>& needed);

}  // namespace warrant
