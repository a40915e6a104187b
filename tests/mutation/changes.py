"""Every single change of a module's text that a reader would call a change of its meaning: a threshold, a comparison, an `and` or
an `or`, an operand, an exception, a clause, a row or a cell of a table, a citation, a day. Knows the words of the language and the
form that `warrant fmt` gives them, and not what they mean: a change that makes no guideline is for the program to refuse."""

import collections
import datetime
import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"""(?P<blank>[ \n]+|\#[^\n]*)
    | (?P<text>"(?:\\.|[^"\\\n])*")
    | (?P<date>\d{4}-\d\d-\d\d)
    | (?P<label>\d+[a-z]\w*)
    | (?P<number>\d+(?:\.\d+)?)
    | (?P<name>\.?[a-z_]\w*(?:\.\w+)*(?:/[a-z_]+)?)
    | (?P<sign>\.\.|<=|>=|!=|[-<>=+*/(),|:])""",
    re.X,
)
CLAUSES = {
    "requires", "excluded", "generally", "caps", "applies", "except", "when", "no", "page", "pages", "section", "basis", "text",
    "covers", "adds", "in", "edition", "extent", "source", "status", "because", "=", "|",
}  # fmt: skip
BEFORE_EXPRESSION = {"requires", "when", "at", "="}
BETWEEN_EXPRESSIONS = {"if", "then", "else", "has", "where", "for", "unless"}
COMPARISONS = {"<=": ("<", ">"), ">=": (">", "<"), "<": ("<=", ">="), ">": (">=", "<="), "=": ("!=",), "!=": ("=",)}
ARITHMETIC = {"+": "-", "-": "+", "*": "/", "/": "*"}
CONNECTIVES = {"and": "or", "or": "and"}
OPPOSITES = {("any", "of"): "all", ("all", "of"): "any", ("least", "of"): "greatest", ("greatest", "of"): "least",
             ("some", "("): "every", ("every", "("): "some"}  # fmt: skip


@dataclass
class Token:
    kind: str
    text: str
    begin: int
    end: int


@dataclass
class Clause:
    """The tokens from a word that begins a clause or a declaration to the next such word."""

    indent: int
    tokens: list

    def begins(self, *words):
        return tuple(token.text for token in self.tokens[: len(words)]) == words

    @property
    def begin(self):
        return self.tokens[0].begin

    @property
    def end(self):
        return self.tokens[-1].end

    def expression(self):
        begin = next((i for i, token in enumerate(self.tokens) if token.text in BEFORE_EXPRESSION), len(self.tokens))
        return self.tokens[begin + 1 :]


class Module:
    def __init__(self, text, choices):
        self.text = text
        self.choices = choices  # the values that may stand in the place of a value
        self.clauses = []
        self.declaration = ""
        place = 0
        while place < len(text):
            match = TOKEN.match(text, place)
            assert match, f"cannot read {text[place:place + 30]!r}"
            place = match.end()
            if match.lastgroup != "blank":
                self._add(Token(match.lastgroup, match.group(), *match.span()))

    def _add(self, token):
        before = self.text[self.text.rfind("\n", 0, token.begin) + 1 : token.begin]
        following = self.text[token.end :].split(maxsplit=1)[:1]
        begins = token.text in CLAUSES and (token.text not in ("in", "no") or following in (["force"], ["limit"]))
        if not before:
            self.declaration = token.text
        if token.text == "|":
            begins = self.declaration == "table"
        if not before or (begins and not before.strip()):
            self.clauses.append(Clause(len(before), []))
        self.clauses[-1].tokens.append(token)

    def with_what_follows(self, index):
        """A clause and those that stand below it, further in."""
        end = index + 1
        while end < len(self.clauses) and self.clauses[end].indent > self.clauses[index].indent:
            end += 1
        return self.clauses[index:end]

    def expressions(self):
        return [clause.expression() for clause in self.clauses if clause.expression() and not clause.begins("|")]


def parts(tokens, between):
    """The tokens parted at those of `between` that stand in no further parentheses; each part with the token before it."""
    found, depth, before = [[None, []]], 0, None
    for i, token in enumerate(tokens):
        depth -= token.text == ")"
        least = token.text == "least" and i and tokens[i - 1].text == "at"
        if depth == 0 and token.text in between and not least:
            found.append([token, []])
        else:
            found[-1][1].append(token)
        depth += token.text == "("
    return [(before, part) for before, part in found if part]


def groups(tokens):
    """The tokens themselves, and what stands between each pair of parentheses in them."""
    yield tokens
    opened = []
    for i, token in enumerate(tokens):
        if token.text == "(":
            opened.append(i)
        elif token.text == ")":
            yield tokens[opened.pop() + 1 : i]


def items(module):
    """What stands between commas, parentheses and the words that part expressions; each with those beside it."""
    for expression in module.expressions():
        for group in groups(expression):
            for _, part in parts(group, BETWEEN_EXPRESSIONS):
                yield [item for _, item in parts(part, {","})]


def without(listed, i):
    """The place of one of the things listed with what parts it from the one before it, or else from the one after."""
    if i:
        return listed[i - 1][-1].end, listed[i][-1].end
    return listed[0][0].begin, listed[1][0].begin


def stepped(number, step):
    places = len(number.partition(".")[2])
    value = float(number) + step * 10**-places
    return None if value < 0 else f"{value:.{places}f}"


def day(date, step):
    return str(datetime.date.fromisoformat(date) + datetime.timedelta(days=step))


def values(module):
    for tokens in module.expressions() + [clause.tokens for clause in module.clauses if clause.begins("in", "force")]:
        for before, token in zip([None] + tokens, tokens):
            place = token.begin, token.end
            if token.kind == "date":
                yield "day", *place, day(token.text, 1)
                yield "day", *place, day(token.text, -1)
            elif token.kind == "number" and not (before and before.text in ("criterion", "limit")):
                yield "threshold", *place, stepped(token.text, 1)
                yield "threshold", *place, stepped(token.text, -1)
            elif token.text in module.choices and (before is None or before.text in COMPARISONS):
                for other in module.choices[token.text]:
                    yield "value", *place, other


def operators(module):
    for tokens in module.expressions():
        for token, after in zip(tokens, tokens[1:]):
            place = token.begin, token.end
            for other in COMPARISONS.get(token.text, ()):
                yield "comparison", *place, other
            if (token.text, after.text) in OPPOSITES:
                yield "quantifier", *place, OPPOSITES[token.text, after.text]
            if token.text == "not":
                yield "not", token.begin, after.begin, ""


def operands(module):
    for listed in items(module):
        for i in range(len(listed) if len(listed) > 1 else 0):
            yield "element", *without(listed, i), ""
        for item in listed:
            chain = parts(item, CONNECTIVES)
            operand = [part for _, part in chain]
            for i in range(len(chain) if len(chain) > 1 else 0):
                yield "operand", *without(operand, i), ""
            for i in range(1, len(chain)):
                joined = CONNECTIVES[chain[i][0].text]
                begin, end = operand[i - 1][0].begin, operand[i][-1].end
                left, right = module.text[begin : operand[i - 1][-1].end], module.text[operand[i][0].begin : end]
                yield "connective", begin, end, f"{left} {joined} {right}" if len(chain) == 2 else f"({left} {joined} {right})"
            terms = parts(item, CONNECTIVES.keys() | COMPARISONS.keys() | ARITHMETIC.keys())
            for i, (before, term) in enumerate(terms):
                if before and before.text in ARITHMETIC:
                    yield "term", terms[i - 1][1][-1].end, term[-1].end, ""
                    yield "arithmetic", before.begin, before.end, ARITHMETIC[before.text]


def clauses(module):
    for i, clause in enumerate(module.clauses):
        below = module.with_what_follows(i)
        first, whole = clause.tokens[0], (clause.begin, below[-1].end)
        for word in clause.tokens:
            if word.text == "requires":
                yield "requirement", word.begin, word.end, "excluded when"
        if clause.begins("excluded", "when"):
            yield "exclusion", clause.begin, clause.tokens[1].end, "requires"
        if clause.begins("generally"):
            yield "generally", clause.begin, clause.tokens[1].begin, ""
        if clause.begins("applies") or clause.begins("extent"):
            yield "clause", *whole, ""
        if clause.begins("not", "recommended"):
            yield "recommendation", clause.begin, clause.tokens[1].end, "no recommendation"
        if clause.begins("no", "recommendation"):
            yield "recommendation", clause.begin, clause.tokens[1].end, "not recommended"
        if clause.indent == 0 and first.text in ("criterion", "limit", "recommended", "not", "no", "assume", "eligible"):
            yield "declaration", *whole, ""
        if clause.begins("use") and len(clause.tokens) > 2:
            yield "edition", clause.tokens[1].end, clause.end, ""
        if clause.begins("covers") or clause.begins("adds", "to"):
            named, *condition = parts(clause.tokens[1:] if clause.begins("covers") else clause.tokens[2:], {"when"})
            services = [service for _, service in parts(named[1], {","})]
            for at in range(len(services) if len(services) > 1 else 0):
                yield "service", *without(services, at), ""
            for _, when in condition:
                yield "condition", services[-1][-1].end, when[-1].end, ""
        if clause.begins("page") or clause.begins("pages"):
            yield "citation", clause.tokens[1].begin, clause.end, "999"
        if clause.begins("section"):
            yield "citation", clause.tokens[1].begin, clause.end, '"999"'


def exceptions(module):
    cap, before = None, None
    for i, clause in enumerate(module.clauses):
        if clause.indent == 0:
            cap, before = None, None
        if clause.begins("caps") or clause.begins("generally", "caps"):
            if clause.indent == 2:
                cap = module.text[clause.expression()[0].begin : clause.end]
            else:
                yield "cap", clause.begin, clause.end, "no limit"
        if clause.begins("no", "limit"):
            yield "cap", clause.begin, clause.end, f"caps at {cap}"
        if clause.begins("except"):
            end = module.with_what_follows(i)[-1].end
            yield "exception", clause.begin, end, ""
            allowed = module.text[module.with_what_follows(i)[-1].begin : end]
            if before and allowed != before[2] and cap:  # in a criterion the order of exceptions says nothing
                between = module.text[before[1] : clause.begin]
                yield "order", before[0], end, module.text[clause.begin : end] + between + module.text[before[0] : before[1]]
            before = clause.begin, end, allowed


def printed_tables(module):
    """Of each table how many keys it has, and its rows with their cells, below the row that names the columns."""
    found = []
    for clause in module.clauses:
        if clause.begins("table"):
            by, gives = [[token.text for token in clause.tokens].index(word) for word in ("by", "gives")]
            found.append((len(parts(clause.tokens[by + 1 : gives], {","})), []))
        if clause.begins("|"):
            found[-1][1].append((clause, [cell for _, cell in parts(clause.tokens, {"|"})]))
    return [(keys, rows[1:]) for keys, rows in found]


def tables(module):
    """A result for the one above it or for another number; a row or one of its keys left out."""
    for keys, rows in printed_tables(module):
        above = None
        for row, cells in rows:
            yield "row", row.begin, row.end, ""
            for cell in cells[:-1]:
                listed = [value for _, value in parts(cell, {","})]
                for i in range(len(listed) if len(listed) > 1 else 0):
                    yield "key", *without(listed, i), ""
            results = cells[min(keys, len(cells) - 1) :]
            for token in (token for cell in results for token in cell if token.kind == "number"):
                yield "threshold", token.begin, token.end, stepped(token.text, 1)
                yield "threshold", token.begin, token.end, stepped(token.text, -1)
            if above and len(results) == len(above):
                for cell, other in zip(results, above):
                    yield "cell", cell[0].begin, cell[-1].end, module.text[other[0].begin : other[-1].end]
            elif above:
                yield "results", results[0][0].begin, cells[-1][-1].end, module.text[above[0][0].begin : above[-1][-1].end]
            above = results


def borders(module):
    """A number among the keys of a table, moved in every row where it stands: in one alone it would leave a gap or an overlap."""
    for keys, rows in printed_tables(module):
        ends = [token for _, cells in rows for cell in cells[:keys] for token in cell if token.kind == "number"]
        for number in sorted({token.text for token in ends}):
            places = [token for token in ends if token.text == number]
            begin, end = places[0].begin, places[-1].end
            for step in (1, -1):
                moved, at = "", begin
                for token in places:
                    moved, at = moved + module.text[at : token.begin] + (stepped(number, step) or number), token.end
                yield "border", begin, end, moved


def procedures(module):
    """Of a procedure: who decides, what is proposed, and which source comes first; of services: which is a kind of which."""
    outcomes = [clause.tokens[1].text for clause in module.clauses if clause.begins("outcome")]
    others = {outcome: outcomes[i - 1] for i, outcome in enumerate(outcomes)} | {"physician": "reviewer", "reviewer": "physician"}
    for clause in module.clauses:
        if clause.begins("proposes"):
            for token in clause.tokens:
                if token.text in others:
                    yield "proposal", token.begin, token.end, others[token.text]
        if clause.begins("search"):
            ranks = [rank for _, rank in parts(clause.tokens[1:], {","})]
            for i in range(len(ranks)):
                yield "source", *without(ranks, i), ""
        if clause.begins("service") and len(clause.tokens) > 5:
            yield "kind", clause.tokens[4].end, clause.end, ""


KINDS = (values, operators, operands, clauses, exceptions, tables, borders, procedures)


def shown(text):
    line = " ".join(text.split())
    return f"`{line}`" if len(line) <= 90 else f"`{line[:60]} ... {line[-25:]}`"


def changes(source, choices):
    """(what changed, line, the text with the change); each changed text once, and each named differently."""
    module = Module(source, choices)
    declarations = [clause for clause in module.clauses if clause.indent == 0]
    seen, named = {source}, collections.Counter()
    for kind in KINDS:
        for what, begin, end, new in kind(module):
            changed = None if new is None else source[:begin] + new + source[end:]
            if changed is None or changed in seen:
                continue
            seen.add(changed)
            place = end - len(source[begin:end].lstrip())
            where = [clause for clause in declarations if clause.begin <= place][-1]
            words = [token.text for token in where.tokens if token.kind != "text"][:2]
            name = f"{' '.join(words)}: {what} {shown(source[begin:end])} -> {shown(new)}"
            named[name] += 1
            yield name if named[name] == 1 else f"{name} ({named[name]})", source.count("\n", 0, place) + 1, changed


def choices_of(texts):
    """For each value of a type or service, the values beside it in their order; where there is no order, the next of the type."""
    choices = {"yes": ["no"], "no": ["yes"]}
    services = []
    for text in texts:
        services += re.findall(r"^service (\w+)", text, re.M)
        for declared in re.findall(r"^type \w+ is ((?:\w+\s*[<|]\s*)+\w+)", text, re.M):
            values = re.split(r"\s*[<|]\s*", declared)
            for i, value in enumerate(values):
                ordered = values[max(i - 1, 0) : i] + values[i + 1 : i + 2]
                choices.setdefault(value, []).extend(ordered if "<" in declared else [values[i - 1]])
    for i, service in enumerate(services):
        choices.setdefault(service, []).append(services[i - 1])
    return choices
