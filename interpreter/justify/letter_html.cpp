// A letter as one HTML page: no script, nothing from a network, and on paper a mark on every page that it is a draft.
#include "interpreter/justify/html.hpp"
#include "interpreter/justify/letter.hpp"

namespace warrant {

namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1rem/1.5 Georgia, "DejaVu Serif", serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5 { font-family: "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; line-height: 1.25; break-after: avoid; }
h1 { font-size: 1.6rem; border-bottom: 3px solid #8a1c1c; padding-bottom: .4rem; color: #8a1c1c; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #767676; padding-bottom: .2rem; }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.3rem 0 .4rem; }
h5 { font-size: .95rem; margin: 1.1rem 0 .3rem; font-style: italic; }
p { margin: .5rem 0; }
ul { margin: .4rem 0; padding-left: 1.3rem; }
li { margin: .2rem 0; orphans: 2; widows: 2; }
.banner { margin: 1rem 0; padding: .6rem .9rem; border: 2px solid #8a1c1c; background: #fdf1f0; break-inside: avoid; }
.choices { list-style: none; padding-left: 0; }
.choices li { padding-left: 1.8rem; text-indent: -1.8rem; }
.box { display: inline-block; width: .9rem; height: .9rem; margin-right: .9rem; border: 1.5px solid #1a1a1a;
       vertical-align: -.1rem; text-indent: 0; }
.room { margin: .8rem 0; break-inside: avoid; }
.room p { margin: 0 0 .2rem; font-weight: bold; }
.line { height: 2rem; border-bottom: 1px solid #767676; }
.mark { display: none; }
@page { margin: 20mm 18mm;
        @top-center { content: "DRAFT for the reviewing physician: not a decision"; font: bold 9pt Arial, sans-serif; color: #8a1c1c; }
        @bottom-center { content: counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; } }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .mark { display: block; position: fixed; top: 40%; left: 0; right: 0; text-align: center; transform: rotate(-30deg);
          font: bold 110pt Arial, sans-serif; color: rgba(138, 28, 28, .07); }
  .banner { background: none; }
}
)";

std::string line_of(const Line& line) {
    std::string text;
    for (const Words& words : line) {
        text += words.strong ? "<strong>" + escaped(words.text) + "</strong>" : escaped(words.text);
    }
    return text;
}

void put_items(std::string& out, const std::vector<Item>& items, const std::string& indent) {
    out += indent + "<ul>\n";
    for (const Item& item : items) {
        out += indent + "<li>" + line_of(item.text);
        if (!item.items.empty()) {
            out += '\n';
            put_items(out, item.items, indent + " ");
            out += indent;
        }
        out += "</li>\n";
    }
    out += indent + "</ul>\n";
}

struct HtmlBlock {
    std::string& out;

    void operator()(const Heading& heading) const {
        const std::string tag = "h" + std::to_string(heading.level);
        out += "<" + tag + ">" + escaped(heading.text) + "</" + tag + ">\n";
    }
    void operator()(const Paragraph& paragraph) const { out += "<p>" + line_of(paragraph.text) + "</p>\n"; }
    void operator()(const Banner& banner) const {
        out += "<div class=\"banner\" role=\"note\"><p>" + line_of(banner.text) + "</p></div>\n";
    }
    void operator()(const List& list) const { put_items(out, list.items, ""); }
    void operator()(const Choices& choices) const {
        out += "<ul class=\"choices\">\n";
        for (const std::string& text : choices.texts)
            out += "<li><span class=\"box\" aria-hidden=\"true\"></span>" + escaped(text) + "</li>\n";
        out += "</ul>\n";
    }
    void operator()(const Room& room) const {
        out += "<div class=\"room\"><p>" + escaped(room.label) + ":</p>";
        for (int line = 0; line < room.lines; ++line) out += "<div class=\"line\"></div>";
        out += "</div>\n";
    }
};

}  // namespace

std::string print_html(const Letter& letter) {
    const std::string title = escaped(letter.title);
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>" +
        title + "</title>\n<style>" + std::string(style) +
        "</style>\n</head>\n<body>\n<div class=\"mark\" aria-hidden=\"true\">DRAFT</div>\n<main>\n<h1>" + title + "</h1>\n";
    for (const Block& block : letter.blocks) std::visit(HtmlBlock{out}, block);
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace warrant
