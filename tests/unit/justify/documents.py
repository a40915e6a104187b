"""Documents printed as JSON, held to a published schema: each must follow it, and none that was spoilt may."""
import json
import pathlib

import jsonschema


def read(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def failures_of(schema, folder, least, spoilt):
    """What is wrong with the documents of a folder, of which there must be so many. `spoilt` yields from a document what was
    done to it, and the document with that done."""
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    paths = sorted(pathlib.Path(folder).glob("*.json"))
    failures = [] if len(paths) >= least else [f"only {len(paths)} documents to validate"]
    for path in paths:
        document = read(path)
        for error in validator.iter_errors(document):
            failures.append(f"{path.name}: {error.json_path}: {error.message}")
        for what, wrong in spoilt(document):
            if validator.is_valid(wrong):
                failures.append(f"{path.name}: the schema accepts {what}")
    return failures


def report(failures):
    """Prints what is wrong; the answer to exit with."""
    print("\n".join(failures) if failures else "all documents follow the schema")
    return 1 if failures else 0
