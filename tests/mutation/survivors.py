#!/usr/bin/env python3
"""Changes one thing of one guideline at a time and runs its suites: prints every change that no test notices.

    tests/mutation/survivors.py PROGRAM [GUIDELINE.warrant ...]

PROGRAM is a built `warrant`. Without guidelines all below `guidelines/` are tried. A change that is known to be equivalent stands in
equivalent.txt with its reason. Ends with 1 if a change survives that does not stand there, or if an entry there no longer survives.
"""

import concurrent.futures
import pathlib
import shutil
import subprocess
import sys
import tempfile

from changes import changes

ROOT = pathlib.Path(__file__).resolve().parents[2]
KNOWN = pathlib.Path(__file__).with_name("equivalent.txt")


def known_equivalents():
    """`guideline | change | reason`, one a line; the line number is left out because it moves."""
    entries = set()
    for line in KNOWN.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            guideline, change, reason = (part.strip() for part in line.split(" | "))
            assert reason, f"{KNOWN.name}: no reason for {guideline} | {change}"
            entries.add((guideline, change))
    return entries


def suites_that_read(guideline):
    """A guideline's own suites; for a library, those of every guideline that uses it, since what it says shows only there."""
    header = guideline.read_text().split()
    name = next(header[i + 1] for i, word in enumerate(header) if word in ("guideline", "library"))
    edition = guideline.parent.name
    folder = ROOT / "tests" / "guidelines"
    suites = sorted(folder.rglob("*.yaml"))
    own = [path for path in suites if f"\nsuite: {name}\n" in "\n" + path.read_text().replace(" #", "\n#") and path.parent.name == edition]
    users = {path.stem for path in (ROOT / "guidelines").rglob("*.warrant") if f"use {name}" in path.read_text()}
    return own or [path for path in suites if path.stem in users]


def tried(program, guideline):
    """The changes of one guideline: how many, how many are no guideline, and the survivors."""
    relative = guideline.relative_to(ROOT)
    suites = [str(path) for path in suites_that_read(guideline)]
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder)
        copy = tree / "warrant"
        shutil.copy(program, copy)
        for part in ("stdlib", "guidelines"):
            shutil.copytree(ROOT / part, tree / part)
        run = lambda *arguments: subprocess.run([copy, *arguments], capture_output=True).returncode
        assert run("test", *suites) == 0, f"{relative}: its suites do not pass as it stands"
        count, refused, survivors = 0, 0, []
        for what, line, text in changes(guideline.read_text()):
            count += 1
            (tree / relative).write_text(text)
            answer = run("test", *suites)
            if answer == 3:
                refused += 1
            elif answer == 0:
                survivors.append((what, line))
            elif answer not in (1, 4):
                raise RuntimeError(f"{relative}:{line}: {what}: warrant test answered {answer}")
    return relative, count, refused, survivors


def main(arguments):
    program = pathlib.Path(arguments[0]).resolve()
    guidelines = [pathlib.Path(name).resolve() for name in arguments[1:]] or sorted((ROOT / "guidelines").rglob("*.warrant"))
    known = known_equivalents()
    seen, total, surviving = set(), 0, 0
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for relative, count, refused, survivors in pool.map(lambda guideline: tried(program, guideline), guidelines):
            total += count
            for what, line in survivors:
                seen.add((str(relative), what))
                if (str(relative), what) not in known:
                    surviving += 1
                    print(f"{relative}:{line}: {what}")
            print(f"{relative}: {count} changes, {refused} refused, {len(survivors)} unnoticed")
    stale = [entry for entry in known if entry not in seen and ROOT / entry[0] in guidelines]
    for guideline, what in stale:
        print(f"{KNOWN.name}: no longer survives: {guideline} | {what}")
    print(f"{total} changes, {surviving} survive that are not known to be equivalent")
    return 1 if surviving or stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
