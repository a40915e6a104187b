#!/usr/bin/env python3
"""Validates what is missing, printed as JSON, against the published schema, and shows that the schema can refuse. What it shares
with the schema of justifications must be the same there.

usage: validate_missing.py SCHEMA JUSTIFICATION_SCHEMA FOLDER
"""
import copy
import sys

import documents


def first(items):
    """The first of several, or none."""
    return next(iter(items), None)


def spoilt(document):
    """Documents that differ from a valid one by one mistake each."""

    def change(what, spoil):
        wrong = copy.deepcopy(document)
        if spoil(wrong) is not False:
            yield what, wrong

    def in_finding(spoil):
        def apply(wrong):
            found = first(f for r in wrong["requests"] for s in r["sections"] for f in s["findings"])
            return False if found is None else spoil(found)
        return apply

    def in_relevant(spoil):
        def apply(wrong):
            found = first(f for r in wrong["requests"] for s in r["sections"] for f in s["relevant"])
            return False if found is None else spoil(found)
        return apply

    section = lambda wrong: wrong["requests"][0]["sections"][0]
    yield from change("an unknown key", lambda w: section(w).update(unheard_of=True))
    yield from change("a section without its facts", lambda w: section(w).pop("relevant") and None)
    yield from change("a finding that does not exist", lambda w: w["requests"][0].update(finding="approved"))
    yield from change("an undetermined finding whatever the facts are", lambda w: section(w).update(whatever="undetermined"))
    yield from change("another version", lambda w: w.update(version=w["version"] + 1))
    yield from change("a finding with no way to it", in_finding(lambda f: f.update(ways=[])))
    yield from change("a fact that matters without its question", in_relevant(lambda f: f["needed"].pop("ask")))
    yield from change("an obtainability that does not exist", in_relevant(lambda f: f["needed"].update(obtainability="easy")))


def main():
    schema = documents.read(sys.argv[1])
    justification = documents.read(sys.argv[2])
    failures = documents.failures_of(schema, sys.argv[3], 5, spoilt)
    for name in ("finding", "citation", "statement", "fact", "needed", "assumption", "added"):
        if schema["$defs"][name] != justification["$defs"][name]:
            failures.append(f"`{name}` is not that of the schema of justifications")
    return documents.report(failures)


if __name__ == "__main__":
    sys.exit(main())
