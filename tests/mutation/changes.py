"""Every single change of a guideline text that a reader would call a change of its meaning: a threshold, a comparison, an `and` or
`or`, an operand, an exception, a row, a clause, a citation. Knows only the look of the language; a change that makes no guideline is
for `warrant check` to refuse."""

import re

DECLARATION = r"^(use|define|table|criterion|limit|recommended|not recommended|no recommendation|assume)\b"
COMPARISONS = {"<=": ("<", ">"), ">=": (">", "<"), "<": ("<=", ">="), ">": (">=", "<="), "=": ("!=",), "!=": ("=",)}
OPERAND = r"(?:not )?[a-z_]+\.[a-z_.]+"


class Text:
    """A guideline's text, with the places that are comment or quoted, and the end of its header."""

    def __init__(self, text):
        self.text = text
        self.silent = [m.span() for m in re.finditer(r'"(?:\\.|[^"\\\n])*"|#[^\n]*', text)]
        first = re.search(DECLARATION, text, re.M)
        self.rules = first.start() if first else len(text)

    def speaks(self, at):
        return not any(begin <= at < end for begin, end in self.silent)

    def places(self, pattern, begin=0, flags=re.M):
        return [m for m in re.compile(pattern, flags).finditer(self.text, begin) if self.speaks(m.start())]

    def line_before(self, at):
        return self.text[self.text.rfind("\n", 0, at) + 1 : at]


def numbers(text):
    for m in text.places(r'(?<![\w.\-"])\d+(?:\.\d+)?(?![\w\-]|\.\d)', text.rules):
        before = text.line_before(m.start())
        if re.search(r"(criterion|limit|at least)\s+$", before) or re.match(r"\s*(pages?|edition|use)\b", before):
            continue
        digits = m.group().split(".")
        step = 1 if len(digits) == 1 else 10 ** -len(digits[1])
        places = 0 if len(digits) == 1 else len(digits[1])
        for value in (float(m.group()) + step, float(m.group()) - step):
            if value >= 0:
                yield "threshold", m.span(), f"{value:.{places}f}"


def comparisons(text):
    for m in text.places(r"(?<= )(<=|>=|!=|<|>|=)(?= )", text.rules):
        if re.match(r"\s*(assume\b[^=]*|define\b[^=]*|values\b[^=]*|)$", text.line_before(m.start())):
            continue
        for other in COMPARISONS[m.group()]:
            yield "comparison", m.span(), other


def connectives(text):
    """Each chain in parentheses or of a clause at once, since `and` and `or` never stand side by side."""
    for m in text.places(r"\b(and|or)\b", text.rules):
        yield "connective", m.span(), "or" if m.group() == "and" else "and"
    clause = r"\b(?:requires|when|if|where|has|then|else)\s|="
    stop = r"(?=\n\s*(?:except|caps|no limit|applies|pages?|section|basis|text|generally|requires|excluded|when|because)\b|\n\n|\n\S|\Z)"
    for m in text.places(rf"(?:{clause})((?:.|\n)*?){stop}", text.rules):
        for old, new in (("and", "or"), ("or", "and")):
            if len(re.findall(rf"\b{old}\b", m.group(1))) > 1:
                yield "all connectives", m.span(1), re.sub(rf"\b{old}\b", new, m.group(1))


def operands(text):
    for m in text.places(r"\s+\b(?:and|or) [^\n()]*$", text.rules):
        yield "operand", m.span(), ""
    for m in text.places(rf"\s+(?:and|or) {OPERAND}(?= (?:and|or)\b|\s*\n|\))", text.rules):
        yield "operand", m.span(), ""
    for m in text.places(rf"{OPERAND}(?: [<>=!]+ [\w./]+(?: [a-z/]+)?)?\s+(?:and|or) ", text.rules):
        yield "first operand", m.span(), ""
    for m in text.places(r"(?<=\()\s*(?:not )?[a-z_.]+,\s*", text.rules):
        yield "element", m.span(), ""
    for m in text.places(r",\s+(?:not )?[a-z_.]+(?=\s*[,)])", text.rules):
        yield "element", m.span(), ""
    for m in text.places(r"\bnot (?!recommended|addressed|supported)", text.rules):
        yield "not", m.span(), ""


def groups(text):
    for m in text.places(r"\b(any|all) of\b", text.rules):
        yield "group", m.span(1), "all" if m.group(1) == "any" else "any"
    for m in text.places(r"\b(some|every)(?= \()", text.rules):
        yield "quantifier", m.span(1), "every" if m.group(1) == "some" else "some"
    for m in text.places(r"\b(least|greatest)(?= of\b)", text.rules):
        if not re.search(r"\bat $", text.line_before(m.start())):
            yield "extreme", m.span(1), "greatest" if m.group(1) == "least" else "least"
    for m in text.places(r"\bat least (\d+) of\b", text.rules):
        for count in (int(m.group(1)) - 1, int(m.group(1)) + 1):
            yield "count", m.span(1), str(count)


def clauses(text):
    for m in text.places(r"\brequires\b"):
        yield "requires", m.span(), "excluded when"
    for m in text.places(r"\bexcluded when\b"):
        yield "excluded", m.span(), "requires"
    for m in text.places(r"\bgenerally "):
        yield "generally", m.span(), ""
    for m in text.places(r"^  except (?:.|\n)*?(?=^  except|^\S|\Z)"):
        yield "exception", m.span(), ""
    for m in text.places(r"^  applies when (?:.|\n)*?(?=^  \w|^\S|^$|\Z)"):
        yield "applies when", m.span(), ""
    for m in text.places(r"^(criterion|limit|assume|recommended|not recommended|no recommendation)\b(?:.|\n)*?(?=\n\n|\Z)"):
        yield "declaration", m.span(), ""
    for m in text.places(r"^  extent\s+partial\n"):
        yield "extent", m.span(), ""
    for m in text.places(r"(?<=covers)(\s+)((?:[a-z_]+, )+[a-z_]+)"):
        names = m.group(2).split(", ")
        for name in names:
            yield "service", m.span(2), ", ".join(other for other in names if other != name)


def citations(text):
    for m in text.places(r"^\s+pages?\s+([\d, -]+)$"):
        yield "citation", m.span(1), "999"
    for m in text.places(r'\bsection\s+("[^"\n]*")'):
        yield "citation", m.span(1), '"999"'


def rows(text):
    """A cell of a table's results for the one above it, and a row without its key."""
    table = [m for m in text.places(r"^\s*\|.*\|$")]
    for before, m in zip(table, table[1:]):
        cells, above = m.group().split("|"), before.group().split("|")
        for i in range(2, min(len(cells), len(above)) - 1):
            if cells[i].strip() != above[i].strip() and re.search(r"\d", cells[i]) and re.search(r"\d", above[i]):
                yield "cell", m.span(), "|".join(cells[:i] + [above[i]] + cells[i + 1 :])


def changes(source):
    """(what changed, line, the text with the change); each changed text once."""
    text = Text(source)
    seen = {source}
    for kind in (numbers, comparisons, connectives, operands, groups, clauses, citations, rows):
        for what, (begin, end), new in kind(text):
            changed = source[:begin] + new + source[end:]
            if changed in seen:
                continue
            seen.add(changed)
            line = source.count("\n", 0, begin + len(source[begin:end]) - len(source[begin:end].lstrip())) + 1
            old = " ".join(source[begin:end].split())
            yield f"{what}: `{old}` -> `{' '.join(new.split())}`", line, changed
