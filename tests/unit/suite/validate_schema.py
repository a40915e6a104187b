#!/usr/bin/env python3
"""Validates every suite against the published schema, and shows that the schema can refuse.

usage: validate_schema.py SCHEMA FOLDER
"""
import copy
import json
import pathlib
import sys

import jsonschema
import yaml


def spoilt(suite):
    """Suites that differ from a valid one by one mistake each."""
    for what, spoil in {
        "an unknown key": lambda s: s.update(unheard_of="x"),
        "a suite of no guideline": lambda s: s.pop("suite"),
        "an unknown key in a test": lambda s: s["tests"][0].update(unheard_of="x"),
        "a test without a reason": lambda s: s["tests"][0].pop("because"),
        "a test without a case": lambda s: (s["tests"][0].pop("base", None), s["tests"][0].pop("case", None)),
        "a finding that does not exist": lambda s: s["tests"][0]["expect"].update(finding="approved"),
        "an unknown expectation": lambda s: s["tests"][0]["expect"].update(mett=["1"]),
        "an excuse without a reason": lambda s: s.update(excused=[{"part": "1", "seen": "unknown"}]),
        "an excuse for a value that no part has": lambda s: s.update(excused=[{"part": "1", "seen": "maybe", "because": "x"}]),
        "a case with an edition of its own": lambda s: next(iter(s["cases"].values())).update(edition="2009"),
    }.items():
        wrong = copy.deepcopy(suite)
        spoil(wrong)
        yield what, wrong


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    paths = sorted(pathlib.Path(sys.argv[2]).rglob("*.yaml"))
    failures = [] if paths else ["there are no suites to validate"]
    for path in paths:
        # Scalars stay texts, as the program reads them: `yes` is no boolean and 2015-02-19 no date.
        suite = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for error in validator.iter_errors(suite):
            failures.append(f"{path.name}: {error.json_path}: {error.message}")
        for what, wrong in spoilt(suite) if suite.get("cases") else ():
            if validator.is_valid(wrong):
                failures.append(f"{path.name}: the schema accepts {what}")
    print("\n".join(failures) if failures else f"{len(paths)} suites follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
