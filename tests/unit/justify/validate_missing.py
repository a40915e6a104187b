#!/usr/bin/env python3
"""Validates what is missing, printed as JSON, against the published schema, and shows that the schema can refuse. What it shares
with the schema of justifications must be the same there.

usage: validate_missing.py SCHEMA JUSTIFICATION_SCHEMA FOLDER
"""
import copy
import json
import pathlib
import sys

import jsonschema


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
    schema, justification = (json.loads(pathlib.Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:3])
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    failures = []
    for name in ("finding", "citation", "statement", "fact", "needed", "assumption", "added"):
        if schema["$defs"][name] != justification["$defs"][name]:
            failures.append(f"`{name}` is not that of the schema of justifications")
    paths = sorted(pathlib.Path(sys.argv[3]).glob("*.json"))
    if len(paths) < 5:
        failures.append(f"only {len(paths)} documents to validate")
    for path in paths:
        document = json.loads(path.read_text(encoding="utf-8"))
        for error in validator.iter_errors(document):
            failures.append(f"{path.name}: {error.json_path}: {error.message}")
        for what, wrong in spoilt(document):
            if validator.is_valid(wrong):
                failures.append(f"{path.name}: the schema accepts {what}")
    print("\n".join(failures) if failures else f"{len(paths)} documents follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
