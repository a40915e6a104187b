#!/usr/bin/env python3
"""Validates justifications printed as JSON against the published schema, and shows that the schema can refuse.

usage: validate_schema.py SCHEMA FOLDER
"""
import copy
import sys

import documents


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
    return documents.report(documents.failures_of(documents.read(sys.argv[1]), sys.argv[2], 15, spoilt))


if __name__ == "__main__":
    sys.exit(main())
