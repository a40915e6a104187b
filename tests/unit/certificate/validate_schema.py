#!/usr/bin/env python3
"""Has the program write certificates, and reads them as a stranger would: against the published schema, with the seals and the
digest computed here from their description. Then has the program verify them, whole and spoilt.

usage: validate_schema.py SCHEMA WARRANT TESTS
"""
import copy
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema


def canonical(item):
    return json.dumps(item, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def sha256(item):
    return hashlib.sha256(canonical(item)).hexdigest()


def broken_seals(item, place=""):
    if isinstance(item, list):
        for index, member in enumerate(item):
            yield from broken_seals(member, f"{place}[{index}]")
    if not isinstance(item, dict):
        return
    for key, member in item.items():
        yield from broken_seals(member, f"{place}.{key}")
    if "seal" in item:
        content = {key: member for key, member in item.items() if key not in ("seal", "digest" if place == "" else "seal")}
        if sha256(content)[:16] != item["seal"]:
            yield f"{place}: another seal"


def spoilt(document):
    """Documents that differ from a valid one by one mistake each."""
    extra = copy.deepcopy(document)
    extra["requests"][0]["unheard_of"] = True
    yield "an unknown key", extra
    missing = copy.deepcopy(document)
    del missing["requests"][0]["finding"]
    yield "a missing finding", missing
    wrong = copy.deepcopy(document)
    wrong["requests"][0]["finding"] = "approved"
    yield "a finding that does not exist", wrong
    version = copy.deepcopy(document)
    version["version"] = 2
    yield "another version", version


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    warrant = sys.argv[2]
    tests = pathlib.Path(sys.argv[3])
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    cases = sorted((tests / "cases").glob("*.yaml")) + sorted((tests / "golden/review").glob("favourable*.yaml"))
    failures = [] if len(cases) >= 15 else [f"only {len(cases)} cases to certify"]
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            path = pathlib.Path(folder) / (case.stem + ".json")
            subprocess.run([warrant, "review", "--certificate", path, case], check=True, stdout=subprocess.DEVNULL)
            document = json.loads(path.read_text(encoding="utf-8"))
            failures += [f"{case.name}: {error.json_path}: {error.message}" for error in validator.iter_errors(document)]
            failures += [f"{case.name}: {broken}" for broken in broken_seals(document)]
            if sha256({key: member for key, member in document.items() if key != "digest"}) != document["digest"]:
                failures.append(f"{case.name}: another digest")
            if document["texts"][0]["sha256"] != hashlib.sha256(case.read_bytes()).hexdigest():
                failures.append(f"{case.name}: another digest of the case")
            verified = subprocess.run([warrant, "verify", path, "--case", case], stdout=subprocess.PIPE, text=True)
            if verified.returncode != 0:
                failures.append(f"{case.name}: {verified.stdout}")
            for what, wrong in spoilt(document):
                if validator.is_valid(wrong):
                    failures.append(f"{case.name}: the schema accepts {what}")
                path.write_text(json.dumps(wrong), encoding="utf-8")
                if subprocess.run([warrant, "verify", path], stderr=subprocess.DEVNULL).returncode != 4:
                    failures.append(f"{case.name}: the program reads {what}")
    print("\n".join(failures) if failures else f"{len(cases)} certificates follow the schema, and hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
