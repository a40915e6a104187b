#!/usr/bin/env python3
"""Validates justifications printed as JSON against the published schema, and shows that the schema can refuse.

usage: validate_schema.py SCHEMA FOLDER
"""
import copy
import json
import pathlib
import sys

import jsonschema


def spoilt(document):
    """Documents that differ from a valid one by one mistake each."""
    extra = copy.deepcopy(document)
    extra["requests"][0]["sections"][0]["unheard_of"] = True
    yield "an unknown key", extra
    missing = copy.deepcopy(document)
    del missing["requests"][0]["finding"]
    yield "a missing finding", missing
    wrong = copy.deepcopy(document)
    wrong["requests"][0]["finding"] = "approved"
    yield "a finding that does not exist", wrong
    version = copy.deepcopy(document)
    version["version"] = document["version"] + 1
    yield "another version", version
    reason = copy.deepcopy(document)
    for part in reason["requests"][0]["sections"][0]["parts"]:
        for entry in part["reasons"]:
            entry["kind"] = "hunch"
            yield "a reason of no kind", reason
            return


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    paths = sorted(pathlib.Path(sys.argv[2]).glob("*.json"))
    failures = [] if len(paths) >= 15 else [f"only {len(paths)} documents to validate"]
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
